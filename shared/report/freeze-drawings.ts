import type { Drawing } from '../board/index.ts';
import { DRAWING_LIMITS } from './drawing-limits.ts';
import { jsonSize } from './json-size.ts';

/**
 * Copies of drawings that later changes do not reach. What JSON cannot hold and what is beyond the
 * limits stays out; each record is measured before anything is made of it.
 */
export function frozenDrawings(records: readonly Drawing[]): Drawing[] {
  const frozen: Drawing[] = [];
  let room: number = DRAWING_LIMITS.allSizes;
  for (const record of records) {
    if (frozen.length === DRAWING_LIMITS.count) break;
    const size = jsonSize(record, Math.min(room, DRAWING_LIMITS.size), DRAWING_LIMITS.depth);
    if (size === null) continue;
    room -= size;
    frozen.push(JSON.parse(JSON.stringify(record)) as Drawing);
  }
  return frozen;
}
