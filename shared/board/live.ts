import * as Y from 'yjs';
import { boardTypes, placementLists } from './document.ts';
import { readDrawings } from './drawings.ts';
import { readGroups, resolvePlace } from './groups.ts';
import { isUnreadable, readNote } from './notes.ts';
import { GROUP_PREFIX, readPlacements } from './placements.ts';
import { inColumn, type Drawing, type Group, type Note, type Unreadable } from './schema.ts';

/**
 * @param byMe whether this page itself made the change
 * @param pages the client ids of the pages it came from; none where something was only deleted
 */
export type NotesListener = (changed: ReadonlySet<string>, byMe: boolean, pages: readonly number[]) => void;

/**
 * The board as plain values that stay current: each note is an object that is replaced when, and
 * only when, that note changes, so that a view re-renders just what changed. Built for
 * `useSyncExternalStore`: what the getters return is the same object until a listener was called.
 */
export interface LiveBoard {
  note(id: string): Note | undefined;
  group(id: string): Group | undefined;
  /** All groups, in no order; the array is replaced when any of them changes. */
  groups(): readonly Group[];
  /** Where all notes and groups lie: the same object until one of them was moved, came or went. */
  places(): object;
  /** All readable notes; the array is replaced when any of them changes. */
  notes(): readonly Note[];
  unreadable(): readonly Unreadable[];
  drawings(): readonly Drawing[];
  /** Called after changes with the ids of notes that came, changed or went. */
  onNotes(listener: NotesListener): () => void;
  onNote(id: string, listener: () => void): () => void;
  /** Called after changes with the ids of groups that came, changed or went. */
  onGroups(listener: (changed: ReadonlySet<string>, byMe: boolean) => void): () => void;
  onDrawings(listener: (changed: ReadonlySet<string>, byMe: boolean) => void): () => void;
  destroy(): void;
}

export function createLiveBoard(doc: Y.Doc): LiveBoard {
  const types = boardTypes(doc);
  let lists: ReadonlySet<Y.AbstractType<any>> = new Set(placementLists(doc));
  let places = readPlacements(doc);
  let groups = readGroups(doc, places);
  let groupList = [...groups.values()];
  const notes = new Map<string, Note>();
  const broken = new Map<string, Unreadable>();
  let noteList: Note[] = [];
  let brokenList: Unreadable[] = [];
  let drawings = readDrawings(doc);

  const noteListeners = new Set<NotesListener>();
  const oneNoteListeners = new Map<string, Set<() => void>>();
  const groupListeners = new Set<(changed: ReadonlySet<string>, byMe: boolean) => void>();
  const drawingListeners = new Set<(changed: ReadonlySet<string>, byMe: boolean) => void>();

  const reread = (ids: Iterable<string>) => {
    for (const id of ids) {
      const place = places.get(id);
      const read = readNote(doc, id, place && resolvePlace(place, groups));
      notes.delete(id);
      broken.delete(id);
      if (!read) continue;
      if (isUnreadable(read)) broken.set(id, read);
      else notes.set(id, read);
    }
    noteList = [...notes.values()];
    brokenList = [...broken.values()];
  };
  reread(places.keys());

  const pending = new Set<string>();
  let groupsChanged = false;
  const pendingDrawings = new Set<string>();

  /** Reads the groups anew; the notes of one that came, went or moved lie elsewhere now. Returns the groups that changed. */
  const rereadGroups = (): Set<string> => {
    const next = readGroups(doc, places);
    const changed = new Set<string>();
    const moved = new Set<string>();
    for (const id of new Set([...groups.keys(), ...next.keys()])) {
      const [before, after] = [groups.get(id), next.get(id)];
      if (before && after && sameGroup(before, after)) next.set(id, before);
      else changed.add(id);
      if (before?.placement.approach !== after?.placement.approach || before?.placement.column !== after?.placement.column) moved.add(id);
    }
    if (changed.size === 0) return changed;
    groups = next;
    groupList = [...next.values()];
    if (moved.size > 0) for (const [id, place] of places) if (place && inColumn(place) && moved.has(place.group ?? '')) pending.add(id);
    return changed;
  };


  const onContent = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      if (event.path.length > 0) pending.add(String(event.path[0]));
      else for (const key of event.changes.keys.keys()) pending.add(key);
    }
  };
  /** Takes in where notes and groups lie now. Pages make lists of their own at any time, so that none is observed. */
  const readPlaces = (changed: Y.Transaction['changed']) => {
    const known = lists;
    lists = new Set(placementLists(doc));
    if (![...lists].some((list) => !known.has(list) || changed.has(list))) return;
    const before = places;
    places = readPlacements(doc);
    const differs = (key: string) => {
      if (key.startsWith(GROUP_PREFIX)) groupsChanged = true;
      else pending.add(key);
    };
    for (const [key, place] of places) if (before.get(key) !== place) differs(key);
    for (const key of before.keys()) if (!places.has(key)) differs(key);
  };
  const onGrouped = () => {
    groupsChanged = true;
  };
  const onDrawn = (event: Y.YMapEvent<unknown>) => {
    for (const key of event.keysChanged) pendingDrawings.add(key);
  };
  // Content and place of a note often change in one transaction: they are read once, after it.
  const afterTransaction = (transaction: Y.Transaction) => {
    readPlaces(transaction.changed);
    const regrouped = groupsChanged ? rereadGroups() : new Set<string>();
    groupsChanged = false;
    if (pending.size > 0) {
      const changed = new Set(pending);
      pending.clear();
      reread(changed);
      for (const id of changed) for (const listener of oneNoteListeners.get(id) ?? []) listener();
      const pages = writersOf(transaction);
      for (const listener of noteListeners) listener(changed, transaction.local, pages);
    }
    if (regrouped.size > 0) for (const listener of groupListeners) listener(regrouped, transaction.local);
    if (pendingDrawings.size > 0) {
      const changed = new Set(pendingDrawings);
      pendingDrawings.clear();
      drawings = readDrawings(doc);
      for (const listener of drawingListeners) listener(changed, transaction.local);
    }
  };

  types.notes.observeDeep(onContent);
  types.groups.observeDeep(onGrouped);
  types.drawings.observe(onDrawn);
  doc.on('afterTransaction', afterTransaction);

  return {
    note: (id) => notes.get(id),
    group: (id) => groups.get(id),
    groups: () => groupList,
    places: () => places,
    notes: () => noteList,
    unreadable: () => brokenList,
    drawings: () => drawings,
    onNotes: (listener) => listen(noteListeners, listener),
    onNote(id, listener) {
      const listeners = oneNoteListeners.get(id) ?? new Set();
      oneNoteListeners.set(id, listeners);
      const stop = listen(listeners, listener);
      return () => {
        stop();
        if (listeners.size === 0) oneNoteListeners.delete(id);
      };
    },
    onGroups: (listener) => listen(groupListeners, listener),
    onDrawings: (listener) => listen(drawingListeners, listener),
    destroy() {
      types.notes.unobserveDeep(onContent);
      types.groups.unobserveDeep(onGrouped);
      types.drawings.unobserve(onDrawn);
      doc.off('afterTransaction', afterTransaction);
    },
  };
}

function sameGroup(a: Group, b: Group): boolean {
  const [one, other] = [a.placement, b.placement];
  return a.title === b.title && one.approach === other.approach && one.column === other.column && one.order === other.order;
}

/** The client ids of the pages that wrote something new in a transaction. */
function writersOf({ beforeState, afterState }: Y.Transaction): number[] {
  return [...afterState].flatMap(([client, clock]) => (clock > (beforeState.get(client) ?? 0) ? client : []));
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
