import type { Storage } from '../storage/types.ts';

/** How long an answer is given again, in milliseconds: asking costs a write, and anybody may ask. */
const VALID_FOR = 1_000;

/**
 * Tells whether the server can save.
 * @returns a check that throws Refusal 'not-saved' when it cannot
 */
export function createReadiness(storage: Pick<Storage, 'checkWritable'>, now = () => performance.now()): () => void {
  let asked = Number.NEGATIVE_INFINITY;
  let problem: unknown = null;
  return () => {
    if (now() - asked >= VALID_FOR) {
      asked = now();
      problem = problemOf(() => storage.checkWritable());
    }
    if (problem !== null) throw problem;
  };
}

function problemOf(work: () => void): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return error;
  }
}
