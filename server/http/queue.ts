import { Refusal } from '../../shared/protocol/refusals.ts';

/** How many may wait. */
const LONGEST = 4;

/** Lets acts be done one after the other. @returns a function that throws Refusal 'too-many' where too many wait */
export function createQueue(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (act) => {
    if (waiting >= LONGEST) throw new Refusal('too-many');
    waiting += 1;
    const done = last.then(act);
    last = done.catch(() => {});
    try {
      return await done;
    } finally {
      waiting -= 1;
    }
  };
}
