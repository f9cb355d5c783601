import { promisify } from 'node:util';
import { constants, deflate, deflateSync, inflate, inflateSync } from 'node:zlib';
import * as Y from 'yjs';
import { Refusal } from '../../shared/protocol/refusals.ts';
import type { StoredSnapshot } from '../storage/records.ts';

/** The largest document that a snapshot may hold, in bytes, as large as the relay lets one become. */
export const LARGEST_STATE = 96 * 1024 * 1024;

const OPTIONS = { level: constants.Z_BEST_SPEED };

/** What is stored of a snapshot beside its record. */
export type Held = Pick<StoredSnapshot, 'packed' | 'boardState' | 'stageState'>;

/** Both documents as they are at one moment. */
export interface States {
  boardState: Uint8Array;
  stageState: Uint8Array;
}

/** Compresses both documents beside the event loop. */
export async function pack({ boardState, stageState }: States): Promise<Held> {
  const compress = promisify<Uint8Array, typeof OPTIONS, Buffer>(deflate);
  const [board, stage] = await Promise.all([compress(boardState, OPTIONS), compress(stageState, OPTIONS)]);
  return { packed: true, boardState: board, stageState: stage };
}

/** Compresses both documents at once, where nothing may happen in between. */
export function packNow({ boardState, stageState }: States): Held {
  return { packed: true, boardState: deflateSync(boardState, OPTIONS), stageState: deflateSync(stageState, OPTIONS) };
}

/**
 * Both documents as they were.
 * @throws Refusal 'damaged-snapshot'
 */
export function unpackNow({ packed, boardState, stageState }: Held): States {
  if (!packed) return { boardState, stageState };
  const expand = (bytes: Uint8Array) => orDamaged(() => inflateSync(bytes, { maxOutputLength: LARGEST_STATE }));
  return { boardState: expand(boardState), stageState: expand(stageState) };
}

/** How large a compressed state is. @throws whatever zlib throws over what is none, or is larger than `LARGEST_STATE` */
export async function expanded(bytes: Uint8Array): Promise<Uint8Array> {
  return promisify<Uint8Array, { maxOutputLength: number }, Buffer>(inflate)(bytes, { maxOutputLength: LARGEST_STATE });
}

/**
 * A document of its own in a state that was kept.
 * @throws Refusal 'damaged-snapshot' where it is none
 */
export function docFrom(state: Uint8Array): Y.Doc {
  return orDamaged(() => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('a state that builds on what is not in it');
    return doc;
  });
}

function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new Refusal('damaged-snapshot');
  }
}
