import * as Y from 'yjs';
import { createId } from '../ids.ts';
import { GROUP_TITLE_LIMIT } from '../protocol/limits.ts';
import { cutText } from '../text.ts';
import { isPlainMap, readContent } from './content.ts';
import { boardTypes, OWN } from './document.ts';
import { byOrder, ordersAt } from './order.ts';
import { GROUP_PREFIX, readPlacements, removePlacement, writePlacement, writePlacements } from './placements.ts';
import { inColumn, type ColumnPlacement, type Group, type Placement } from './schema.ts';

/**
 * The acts on groups. Each is one change of the caller's own (origin `OWN`).
 *
 * A group has a record with its title and a place in a column, as a note has. That a note is in a
 * group is part of the note's place, so that it prevails or gives way as a whole with every other
 * move of that note. A note whose group is not on the board lies in the column its place names.
 * Removing a group takes its place away and keeps the record, so that undo brings it back.
 */

/** A group's key among the placements, and among the entries of a column. */
export function groupKey(id: string): string {
  return `${GROUP_PREFIX}${id}`;
}

/** The groups on the board, by id. One whose record or place does not parse counts as gone. */
export function readGroups(doc: Y.Doc, places: ReadonlyMap<string, Placement | null> = readPlacements(doc)): Map<string, Group> {
  const found = new Map<string, Group>();
  for (const [id, record] of boardTypes(doc).groups) {
    const place = places.get(groupKey(id));
    if (!place || !inColumn(place) || !isPlainMap(record)) continue;
    const title = record.get('title');
    found.set(id, { id, title: typeof title === 'string' ? cutText(title, GROUP_TITLE_LIMIT) : '', placement: placeOfGroup(place) });
  }
  return found;
}

/** A group in a group is one too deep. */
function placeOfGroup({ approach, column, order }: ColumnPlacement): ColumnPlacement {
  return { approach, column, order };
}

/** Where a note lies: with its group, or, where that is gone, in the column its place names. */
export function resolvePlace(place: Placement, groups: ReadonlyMap<string, Group>): Placement {
  if (!inColumn(place) || place.group === undefined) return place;
  const group = groups.get(place.group);
  const { order } = place;
  if (!group) return { approach: place.approach, column: place.column, order };
  return { approach: group.placement.approach, column: group.placement.column, order, group: group.id };
}

export interface NewGroup {
  title: string;
  approach: string;
  column: string;
  /** Ids of its notes, in their order in the group; they may come from anywhere in this document. */
  notes: readonly string[];
}

/**
 * Makes a group of notes and returns its id. It takes the place of the first of them that lies in
 * the column, or goes to the column's end. Notes that the document does not have, such as those on
 * a desk, leave no trace in it.
 */
export function createGroup(doc: Y.Doc, { title, approach, column, notes: wanted }: NewGroup): string {
  const id = createId();
  const notes = wanted.filter((note) => boardTypes(doc).notes.has(note));
  // Without an undo step, as the content of a note: undoing takes the group's place away.
  doc.transact(() => {
    const record = new Y.Map<unknown>();
    record.set('title', cutText(title.trim(), GROUP_TITLE_LIMIT));
    boardTypes(doc).groups.set(id, record);
  });
  doc.transact(() => {
    const [order] = ordersAt(entriesOf(doc, { approach, column }, notes), placeForGroup(doc, { approach, column }, notes), 1);
    writePlacement(doc, groupKey(id), { approach, column, order: order! });
    placeWithin(doc, { approach, column, group: id }, notes);
  }, OWN);
  return id;
}

/** The index among the other entries of the column at which the first of the notes lies. */
function placeForGroup(doc: Y.Doc, at: Place, notes: readonly string[]): number | undefined {
  const all = entriesOf(doc, at, []);
  const chosen = new Set(notes);
  const places = readPlacements(doc);
  const theirGroups = new Set(notes.map((id) => groupOf(places.get(id))).filter((id) => id !== undefined).map(groupKey));
  const first = all.findIndex(({ id: key }) => chosen.has(key) || theirGroups.has(key));
  if (first === -1) return undefined;
  // A note in another group does not split that group: the new one goes behind it.
  return chosen.has(all[first]!.id) ? first : first + 1;
}

function groupOf(place: Placement | null | undefined): string | undefined {
  return place && inColumn(place) ? place.group : undefined;
}

function placeWithin(doc: Y.Doc, at: Place, notes: readonly string[], index?: number): void {
  const orders = ordersAt(entriesOf(doc, at, notes), index, notes.length);
  writePlacements(doc, new Map(notes.map((note, position) => [note, { ...at, order: orders[position]! }])));
}

/** A list that notes and groups are put into: a column, or one group of it. */
export interface Place {
  approach: string;
  column: string;
  group?: string | undefined;
}

/**
 * The entries of a column or of a group, in order: notes by id, groups by `groupKey`. Notes that cannot
 * be read are nowhere to be seen, so that nobody who counts places counts them.
 * @param moving keys that are being moved, which do not count
 */
export function entriesOf(doc: Y.Doc, at: Place, moving: readonly string[]): { id: string; order: string }[] {
  const places = readPlacements(doc);
  const groups = readGroups(doc, places);
  const away = new Set(moving);
  const entries: { id: string; order: string }[] = [];
  for (const [id, written] of places) {
    if (!written || away.has(id) || isLostGroup(id, groups)) continue;
    const place = resolvePlace(written, groups);
    if (!inColumn(place) || place.group !== at.group) continue;
    const isHere = at.group !== undefined || (place.approach === at.approach && place.column === at.column);
    if (isHere && isShown(doc, id)) entries.push({ id, order: place.order });
  }
  return entries.sort(byOrder);
}

function isShown(doc: Y.Doc, key: string): boolean {
  if (key.startsWith(GROUP_PREFIX)) return true;
  const read = readContent(doc, key);
  return read !== null && !('reason' in read);
}

function isLostGroup(key: string, groups: ReadonlyMap<string, Group>): boolean {
  return key.startsWith(GROUP_PREFIX) && !groups.has(key.slice(GROUP_PREFIX.length));
}

/** Gives a group another title; of two who do so at once, one prevails for everybody. */
export function renameGroup(doc: Y.Doc, id: string, title: string): void {
  const record = boardTypes(doc).groups.get(id);
  const next = cutText(title.trim(), GROUP_TITLE_LIMIT);
  if (!isPlainMap(record) || record.get('title') === next) return;
  doc.transact(() => record.set('title', next), OWN);
}

/** Moves a group with all its notes, to `index` among the entries of a column or to its end. One write, however many notes it has. */
export function moveGroup(doc: Y.Doc, id: string, { approach, column, index }: { approach: string; column: string; index?: number | undefined }): void {
  if (!readGroups(doc).has(id)) return;
  const [order] = ordersAt(entriesOf(doc, { approach, column }, [groupKey(id)]), index, 1);
  doc.transact(() => writePlacement(doc, groupKey(id), { approach, column, order: order! }), OWN);
}

/** Takes a group away and leaves its notes in its place, in their order. */
export function ungroup(doc: Y.Doc, id: string): void {
  const group = readGroups(doc).get(id);
  if (!group) return;
  const { approach, column } = group.placement;
  const notes = notesOfGroup(doc, id);
  const index = entriesOf(doc, { approach, column }, []).findIndex(({ id: key }) => key === groupKey(id));
  doc.transact(() => {
    removePlacement(doc, groupKey(id));
    placeWithin(doc, { approach, column }, notes, index);
  }, OWN);
}

/** Takes a group off the board with all notes that are in it. */
export function deleteGroup(doc: Y.Doc, id: string): void {
  const notes = notesOfGroup(doc, id);
  doc.transact(() => writePlacements(doc, new Map([...notes, groupKey(id)].map((key) => [key, null]))), OWN);
}

/** Ids of the notes of a group, in order. */
export function notesOfGroup(doc: Y.Doc, id: string): string[] {
  const notes: { id: string; order: string }[] = [];
  for (const [key, place] of readPlacements(doc)) {
    if (place && inColumn(place) && place.group === id && !key.startsWith(GROUP_PREFIX)) notes.push({ id: key, order: place.order });
  }
  return notes.sort(byOrder).map((note) => note.id);
}
