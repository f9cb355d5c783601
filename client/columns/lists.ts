import { columnKey, notesByColumn } from '../../shared/board/layout.ts';
import { inColumn, type Note } from '../../shared/board/index.ts';
import type { StageApproach } from '../../shared/stage/document.ts';

/** The notes of the board as lists of ids, in the order they are read. */
export interface Lists {
  /** By `columnKey`; every column of the stage has its list. */
  columns: ReadonlyMap<string, readonly string[]>;
  /** Notes that lie on the canvas outside the columns, oldest first. */
  free: readonly string[];
  /** Notes whose column is gone. */
  aside: readonly string[];
}

/** The name of a list: a `columnKey`, or one of these. */
export const FREE = 'free';
export const ASIDE = 'aside';

const EMPTY: readonly string[] = [];
export const NO_LISTS: Lists = { columns: new Map(), free: EMPTY, aside: EMPTY };

/** Sorts notes into lists. A list that did not change stays the same object, so that its view rests. */
export function arrange(approaches: readonly StageApproach[], notes: readonly Note[], previous: Lists = NO_LISTS): Lists {
  const found = notesByColumn(notes);
  const columns = new Map<string, readonly string[]>();
  for (const approach of approaches) {
    for (const column of approach.columns) {
      const key = columnKey(approach.id, column.id);
      columns.set(key, keep(previous.columns.get(key), found.get(key) ?? EMPTY));
      found.delete(key);
    }
  }
  const free = notes
    .filter((note) => !inColumn(note.placement))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map((note) => note.id);
  const next = { columns, free: keep(previous.free, free), aside: keep(previous.aside, [...found.values()].flat()) };
  return sameLists(previous, next) ? previous : next;
}

/** A list by its name. */
export function listOf(lists: Lists, key: string): readonly string[] {
  if (key === FREE) return lists.free;
  if (key === ASIDE) return lists.aside;
  return lists.columns.get(key) ?? EMPTY;
}

/** In which list a note is, and where in it; `null` when it is in none. */
export function locate(lists: Lists, id: string): { key: string; index: number } | null {
  for (const key of [...lists.columns.keys(), FREE, ASIDE]) {
    const index = listOf(lists, key).indexOf(id);
    if (index !== -1) return { key, index };
  }
  return null;
}

/** The note that takes the place of one that has gone: the next in its list, else the one before. */
export function neighbour(previous: Lists, next: Lists, id: string): string | null {
  const was = locate(previous, id);
  if (!was) return null;
  const before = listOf(previous, was.key);
  const there = new Set(listOf(next, was.key));
  const candidates = [...before.slice(was.index + 1), ...before.slice(0, was.index).reverse()];
  return candidates.find((candidate) => there.has(candidate)) ?? null;
}

/**
 * The index a note takes that moves one place towards the beginning of its column. Notes with equal
 * orders, as two people leave them who add at the same moment, have no place between them: it then
 * goes before all of them.
 * @param orders the orders of the column's notes, in order
 */
export function indexBefore(orders: readonly string[], from: number): number {
  let to = Math.max(0, from - 1);
  while (to > 0 && orders[to - 1] === orders[to]) to -= 1;
  return to;
}

function keep(previous: readonly string[] | undefined, next: readonly string[]): readonly string[] {
  return previous && sameIds(previous, next) ? previous : next;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

function sameLists(a: Lists, b: Lists): boolean {
  if (a.free !== b.free || a.aside !== b.aside || a.columns.size !== b.columns.size) return false;
  return [...b.columns].every(([key, list]) => a.columns.get(key) === list);
}
