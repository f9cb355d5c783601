import * as Y from 'yjs';
import { boardTypes } from './document.ts';
import { placement, type Placement } from './schema.ts';

/**
 * Where the notes lie, apart from what they say, so that moving one and editing it never collide
 * and a note that was moved a thousand times costs no more than one that was never moved.
 *
 * The placements are a `Y.Array` of `{ key, val }`: a move deletes the entry and appends a new one.
 * Of several entries with the same key, as concurrent moves leave them, the rightmost counts; the
 * next move sweeps the others away. (The idea is that of `YKeyValue` in y-utility, which sweeps
 * while reading; here reading never writes, so viewers and the server can read.)
 *
 * Invariant: a note is on the board if and only if it has a placement.
 */
interface Entry {
  key: string;
  val: unknown;
}

function asEntry(value: unknown): Entry | null {
  const entry = value as Entry | null;
  return typeof entry === 'object' && entry !== null && typeof entry.key === 'string' ? entry : null;
}

/** The place of every note on the board, by note id. A place that does not parse is `null`. */
export function readPlacements(doc: Y.Doc): Map<string, Placement | null> {
  const newest = new Map<string, unknown>();
  for (const value of boardTypes(doc).placements) {
    const entry = asEntry(value);
    if (entry) newest.set(entry.key, entry.val);
  }
  const places = new Map<string, Placement | null>();
  for (const [key, val] of newest) places.set(key, placement.safeParse(val).data ?? null);
  return places;
}

/** Puts a note in its place, the only write a move makes. */
export function writePlacement(doc: Y.Doc, id: string, place: Placement): void {
  removePlacement(doc, id);
  boardTypes(doc).placements.push([{ key: id, val: place }]);
}

/** Takes a note off the board. Its content stays in the document and can be put back. */
export function removePlacement(doc: Y.Doc, id: string): void {
  const { placements } = boardTypes(doc);
  const stale: number[] = [];
  let index = 0;
  for (const value of placements) {
    if (asEntry(value)?.key === id) stale.push(index);
    index += 1;
  }
  for (const position of stale.reverse()) placements.delete(position);
}
