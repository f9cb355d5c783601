import type * as Y from 'yjs';
import { OWN } from './document.ts';
import { entriesOf, readGroups, type Place } from './groups.ts';
import { readNotes } from './notes.ts';
import { ordersAt } from './order.ts';
import { GROUP_PREFIX, writePlacements } from './placements.ts';
import { inColumn, type Placement } from './schema.ts';

/**
 * Puts what lies in each column, and in each group, in another order, as one act: for everybody, in
 * both views. Only what changes its place is written, so that it seldom meets what others do.
 * @param sorted the order of a list's entries: notes by id, groups by `groupKey`
 * @returns how many notes and groups have another place now
 */
export function sortBoard(doc: Y.Doc, sorted: (entries: readonly string[], groups: ReadonlyMap<string, readonly string[]>) => readonly string[]): number {
  const lists = listsOf(doc).map((place) => ({ place, entries: entriesOf(doc, place, []) }));
  const groups = new Map(lists.flatMap(({ place, entries }) => (place.group === undefined ? [] : [[GROUP_PREFIX + place.group, entries.map(({ id }) => id)] as const])));
  const moved = new Map<string, Placement>();
  for (const { place, entries } of lists) {
    const wanted = sorted(entries.map(({ id }) => id), groups);
    const orders = distinct(entries.map(({ order }) => order));
    wanted.forEach((id, index) => {
      const { approach, column, group } = place;
      if (entries[index]?.id !== id || entries[index].order !== orders[index]) moved.set(id, { approach, column, order: orders[index]!, ...(group !== undefined && { group }) });
    });
  }
  if (moved.size > 0) doc.transact(() => writePlacements(doc, moved), OWN);
  return moved.size;
}

/** The columns that anything lies in, and the groups. */
function listsOf(doc: Y.Doc): Place[] {
  const lists = new Map<string, Place>();
  const groups = [...readGroups(doc).values()];
  for (const { placement } of [...readNotes(doc).notes, ...groups]) {
    if (!inColumn(placement)) continue;
    const { approach, column } = placement;
    lists.set(JSON.stringify([approach, column]), { approach, column });
  }
  for (const { id, placement } of groups) lists.set(id, { approach: placement.approach, column: placement.column, group: id });
  return [...lists.values()];
}

/** The same indices, where no two are equal; else others. */
function distinct(orders: readonly string[]): readonly string[] {
  return new Set(orders).size === orders.length ? orders : ordersAt([], undefined, orders.length);
}
