import { columnKey, entriesByColumn } from '../../shared/board/layout.ts';
import { inColumn, type Group, type Note } from '../../shared/board/index.ts';
import type { StageApproach } from '../../shared/stage/document.ts';

/** The notes of the board as lists, in the order they are read. */
export interface Lists {
  /** By `columnKey`; every column of the stage has its list: ids of notes, and the `groupKey` of groups. */
  columns: ReadonlyMap<string, readonly string[]>;
  /** By `groupKey`: the ids of the notes of every group in a column. */
  groups: ReadonlyMap<string, readonly string[]>;
  /** Notes that lie on the canvas outside the columns, oldest first. */
  free: readonly string[];
  /** Notes whose column is gone. */
  aside: readonly string[];
}

/** The name of a list: a `columnKey`, a `groupKey`, or one of these. */
export const FREE = 'free';
export const ASIDE = 'aside';

const EMPTY: readonly string[] = [];
export const NO_LISTS: Lists = { columns: new Map(), groups: new Map(), free: EMPTY, aside: EMPTY };

/** Sorts notes into lists. A list that did not change stays the same object, so that its view rests. */
export function arrange(approaches: readonly StageApproach[], notes: readonly Note[], inGroups: readonly Group[], previous: Lists = NO_LISTS): Lists {
  const found = entriesByColumn(notes, inGroups);
  const columns = new Map<string, readonly string[]>();
  const groups = new Map<string, readonly string[]>();
  for (const approach of approaches) {
    for (const column of approach.columns) {
      const key = columnKey(approach.id, column.id);
      const entries = found.get(key) ?? [];
      columns.set(key, keep(previous.columns.get(key), entries.length > 0 ? entries.map((entry) => entry.key) : EMPTY));
      for (const entry of entries) if (entry.group !== null) groups.set(entry.key, keep(previous.groups.get(entry.key), entry.notes));
      found.delete(key);
    }
  }
  const free = notes
    .filter((note) => !inColumn(note.placement))
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
    .map((note) => note.id);
  const aside = [...found.values()].flat().flatMap((entry) => entry.notes);
  const next = { columns, groups, free: keep(previous.free, free), aside: keep(previous.aside, aside) };
  return sameLists(previous, next) ? previous : next;
}

/** A list by its name. */
export function listOf(lists: Lists, key: string): readonly string[] {
  if (key === FREE) return lists.free;
  if (key === ASIDE) return lists.aside;
  return lists.groups.get(key) ?? lists.columns.get(key) ?? EMPTY;
}

/** The ids of the notes of a list, also of those in its groups, in the order they are read. */
export function notesOf(lists: Lists, key: string): readonly string[] {
  const entries = listOf(lists, key);
  return entries.some((entry) => lists.groups.has(entry)) ? entries.flatMap((entry) => lists.groups.get(entry) ?? entry) : entries;
}

/** In which list a note or a group is, and where in it; `null` when it is in none. */
export function locate(lists: Lists, id: string): { key: string; index: number } | null {
  for (const key of [...lists.groups.keys(), ...lists.columns.keys(), FREE, ASIDE]) {
    const index = listOf(lists, key).indexOf(id);
    if (index !== -1) return { key, index };
  }
  return null;
}

/** The same, and for a note in a group where that group is. */
export function locateWithin(lists: Lists, id: string): { key: string; index: number; outer: { key: string; index: number } | null } | null {
  const place = locate(lists, id);
  return place && { ...place, outer: lists.groups.has(place.key) ? locate(lists, place.key) : null };
}

/** The note that takes the place of one that has gone: the next in its list, else the one before. */
export function neighbour(previous: Lists, next: Lists, id: string): string | null {
  const was = locate(previous, id);
  if (!was) return null;
  // In the place of a group that was dissolved are its notes.
  const freed = previous.groups.get(id)?.find((note) => locate(next, note));
  if (freed) return freed;
  const before = listOf(previous, was.key);
  const there = new Set(listOf(next, was.key));
  const candidates = [...before.slice(was.index + 1), ...before.slice(0, was.index).reverse()];
  return candidates.find((candidate) => there.has(candidate) && !next.groups.has(candidate)) ?? null;
}

function keep(previous: readonly string[] | undefined, next: readonly string[]): readonly string[] {
  return previous && sameIds(previous, next) ? previous : next;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

function sameLists(a: Lists, b: Lists): boolean {
  if (a.free !== b.free || a.aside !== b.aside) return false;
  return sameIn(a.columns, b.columns) && sameIn(a.groups, b.groups);
}

function sameIn(a: ReadonlyMap<string, readonly string[]>, b: ReadonlyMap<string, readonly string[]>): boolean {
  return a.size === b.size && [...b].every(([key, list]) => a.get(key) === list);
}
