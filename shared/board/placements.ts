import * as Y from 'yjs';
import { z } from '../zod.ts';
import { ownPlacements, placementLists } from './document.ts';
import { placement, type Placement } from './schema.ts';

/**
 * Where the notes and groups lie, apart from what they say, so that moving one and editing it never
 * collide and a note that was moved a thousand times costs no more than one that was never moved.
 * An entry's key is a note's id, or a group's id behind `GROUP_PREFIX`.
 *
 * The placements are lists of entries, one for each page that writes. A move deletes the note's
 * entries wherever they are and appends one with a higher turn to the page's own list; deleting a
 * note appends one without a place. Of several entries of one note, as concurrent acts and undo
 * leave them, the highest turn counts; of equal turns one with a place before one without, so that a
 * note that one moves while another deletes it stays; then the last of the last list by name.
 * An undo brings back an entry of an old turn: it never prevails over what others did since.
 *
 * Each page has its own list because Yjs joins what is deleted only where one page appended it in a
 * row: in one list for all, the traces of people who take turns would stay for good.
 *
 * Invariant: a note is on the board if and only if the entry that counts has a place.
 */
export const GROUP_PREFIX = 'group:';

const LAST_TURN = 1_000_000_000;

const entry = z.object({
  key: z.string(),
  val: z.unknown(),
  turn: z.number().int().min(0).max(LAST_TURN).catch(0),
});

interface Entry {
  key: string;
  turn: number;
  /** `null`: taken off the board; `undefined`: a place that does not parse. */
  place: Placement | null | undefined;
}

/** Entries never change, so that each is parsed once however often the board is read. */
const parsed = new WeakMap<object, Entry | null>();

function parseEntry(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null) return null;
  const known = parsed.get(value);
  if (known !== undefined) return known;
  const { data } = entry.safeParse(value);
  const read = data ? { key: data.key, turn: data.turn, place: data.val === null ? null : placement.safeParse(data.val).data } : null;
  parsed.set(value, read);
  return read;
}

function prevails(a: Entry, b: Entry | undefined): boolean {
  if (!b || a.turn !== b.turn) return !b || a.turn > b.turn;
  return a.place !== null || b.place === null;
}

/** The entry of each note that counts. */
function standing(doc: Y.Doc): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const list of placementLists(doc)) {
    for (const value of list) {
      const read = parseEntry(value);
      if (read && prevails(read, entries.get(read.key))) entries.set(read.key, read);
    }
  }
  return entries;
}

/** The place of every note and group on the board, by key, as it was written. A place that does not parse is `null`. */
export function readPlacements(doc: Y.Doc): Map<string, Placement | null> {
  const places = new Map<string, Placement | null>();
  for (const [key, { place }] of standing(doc)) if (place !== null) places.set(key, place ?? null);
  return places;
}

/** Puts a note in its place, the only write a move makes. */
export function writePlacement(doc: Y.Doc, id: string, place: Placement): void {
  replaceEntry(doc, id, place);
}

/** Takes a note off the board. Its content stays in the document and can be put back. */
export function removePlacement(doc: Y.Doc, id: string): void {
  replaceEntry(doc, id, null);
}

function replaceEntry(doc: Y.Doc, id: string, val: Placement | null): void {
  let turn = 0;
  for (const list of placementLists(doc)) {
    const stale: number[] = [];
    let index = 0;
    for (const value of list) {
      const read = parseEntry(value);
      if (read?.key === id) {
        stale.push(index);
        turn = Math.max(turn, read.turn);
      }
      index += 1;
    }
    for (const position of stale.reverse()) list.delete(position);
  }
  ownPlacements(doc).push([{ key: id, val, turn: Math.min(turn + 1, LAST_TURN) }]);
}
