import * as Y from 'yjs';
import { z } from '../zod.ts';
import { ownPlacements, placementLists } from './document.ts';
import { freePlacement, placement, type Placement } from './schema.ts';

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
 * An undo brings back an entry of an old turn: it never prevails over what others did since. The turn
 * that it takes away is kept in an entry of its own, without a say, so that nobody has that turn
 * again and redoing does not prevail over what others did either.
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
  /** Set where the entry only keeps a turn from being had again. */
  undone: z.literal(true).optional(),
});

interface Entry {
  key: string;
  turn: number;
  /** `null`: taken off the board; `undefined`: a place that does not parse. */
  place: Placement | null | undefined;
  /** Whether it says where the note is. */
  counts: boolean;
}

/** Entries never change, so that each is parsed once however often the board is read. */
const parsed = new WeakMap<object, Entry | null>();

function parseEntry(value: unknown): Entry | null {
  if (typeof value !== 'object' || value === null) return null;
  const known = parsed.get(value);
  if (known !== undefined) return known;
  const { data } = entry.safeParse(value);
  const read = data
    ? { key: data.key, turn: data.turn, place: data.val === null ? null : readPlace(data.val), counts: !data.undone }
    : null;
  parsed.set(value, read);
  return read;
}

/** Most places that are in no column are free: asking that first saves half of the time a large board takes to read. */
function readPlace(value: unknown): Placement | undefined {
  const isFree = typeof value === 'object' && value !== null && 'x' in value && !('column' in value);
  return (isFree ? freePlacement : placement).safeParse(value).data;
}

function prevails(a: Entry, b: Entry | undefined): boolean {
  if (!b || a.turn !== b.turn) return !b || a.turn > b.turn;
  return a.place !== null || b.place === null;
}

/** The entry of each note that counts. */
function standing(doc: Y.Doc): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const list of placementLists(doc)) {
    list.forEach((value) => {
      const read = parseEntry(value);
      if (read?.counts && prevails(read, entries.get(read.key))) entries.set(read.key, read);
    });
  }
  return entries;
}

/** The place of every note and group on the board, by key, as it was written. A place that does not parse is `null`. */
export function readPlacements(doc: Y.Doc): Map<string, Placement | null> {
  const places = new Map<string, Placement | null>();
  for (const [key, { place }] of standing(doc)) if (place !== null) places.set(key, place ?? null);
  return places;
}

/** Puts notes and groups in their places, the only write a move makes; `null` takes one off the board. */
export function writePlacements(doc: Y.Doc, places: ReadonlyMap<string, Placement | null>): void {
  const turns = new Map<string, number>();
  for (const list of placementLists(doc)) {
    const stale: number[] = [];
    list.forEach((value, index) => {
      const read = parseEntry(value);
      if (!read || !places.has(read.key)) return;
      stale.push(index);
      turns.set(read.key, Math.max(read.turn, turns.get(read.key) ?? 0));
    });
    for (const position of stale.reverse()) list.delete(position);
  }
  const entries = [...places].map(([key, val]) => ({ key, val, turn: Math.min((turns.get(key) ?? 0) + 1, LAST_TURN) }));
  if (entries.length > 0) ownPlacements(doc).push(entries);
}

/** Takes all that is known of the places of notes out of the document. */
export function erasePlacements(doc: Y.Doc, keys: ReadonlySet<string>): void {
  for (const list of placementLists(doc)) {
    const theirs: number[] = [];
    list.forEach((value, index) => {
      const read = parseEntry(value);
      if (read && keys.has(read.key)) theirs.push(index);
    });
    for (const position of theirs.reverse()) list.delete(position);
  }
}

/** Puts one note or group in its place. */
export function writePlacement(doc: Y.Doc, id: string, place: Placement): void {
  writePlacements(doc, new Map([[id, place]]));
}

/** Takes a note or a group off the board. Its content stays in the document and can be put back. */
export function removePlacement(doc: Y.Doc, id: string): void {
  writePlacements(doc, new Map([[id, null]]));
}

/** Undoes or redoes something, and keeps the turns that this takes away. */
export function keepingTurns(doc: Y.Doc, undo: () => void): void {
  const before = highestTurns(doc);
  undo();
  const after = highestTurns(doc);
  const lost = [...before].filter(([key, turn]) => (after.get(key) ?? -1) < turn);
  // Not one's own act: undoing must never take it away.
  if (lost.length > 0) doc.transact(() => ownPlacements(doc).push(lost.map(([key, turn]) => ({ key, val: null, turn, undone: true }))));
}

function highestTurns(doc: Y.Doc): Map<string, number> {
  const turns = new Map<string, number>();
  for (const list of placementLists(doc)) {
    list.forEach((value) => {
      const read = parseEntry(value);
      if (read) turns.set(read.key, Math.max(read.turn, turns.get(read.key) ?? 0));
    });
  }
  return turns;
}
