import * as Y from 'yjs';
import { boardTypes, placementLists } from './document.ts';
import { readDrawings } from './drawings.ts';
import { isUnreadable, readNote } from './notes.ts';
import { readPlacements } from './placements.ts';
import type { Drawing, Note, Unreadable } from './schema.ts';

/**
 * The board as plain values that stay current: each note is an object that is replaced when, and
 * only when, that note changes, so that a view re-renders just what changed. Built for
 * `useSyncExternalStore`: what the getters return is the same object until a listener was called.
 */
export interface LiveBoard {
  note(id: string): Note | undefined;
  /** Where all notes lie: the same object until one of them was moved, came or went. */
  places(): object;
  /** All readable notes; the array is replaced when any of them changes. */
  notes(): readonly Note[];
  unreadable(): readonly Unreadable[];
  drawings(): readonly Drawing[];
  /** Called after changes with the ids of notes that came, changed or went. */
  onNotes(listener: (changed: ReadonlySet<string>, byMe: boolean) => void): () => void;
  onNote(id: string, listener: () => void): () => void;
  onDrawings(listener: (changed: ReadonlySet<string>, byMe: boolean) => void): () => void;
  destroy(): void;
}

export function createLiveBoard(doc: Y.Doc): LiveBoard {
  const types = boardTypes(doc);
  let lists: ReadonlySet<Y.AbstractType<any>> = new Set(placementLists(doc));
  let places = readPlacements(doc);
  const notes = new Map<string, Note>();
  const broken = new Map<string, Unreadable>();
  let noteList: Note[] = [];
  let brokenList: Unreadable[] = [];
  let drawings = readDrawings(doc);

  const noteListeners = new Set<(changed: ReadonlySet<string>, byMe: boolean) => void>();
  const oneNoteListeners = new Map<string, Set<() => void>>();
  const drawingListeners = new Set<(changed: ReadonlySet<string>, byMe: boolean) => void>();

  const reread = (ids: Iterable<string>) => {
    for (const id of ids) {
      const read = readNote(doc, id, places.get(id));
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
  const pendingDrawings = new Set<string>();

  const onContent = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
    for (const event of events) {
      if (event.path.length > 0) pending.add(String(event.path[0]));
      else for (const key of event.changes.keys.keys()) pending.add(key);
    }
  };
  /** Takes in where notes lie now. Pages make lists of their own at any time, so that none is observed. */
  const readPlaces = (changed: Y.Transaction['changed']) => {
    const known = lists;
    lists = new Set(placementLists(doc));
    if (![...lists].some((list) => !known.has(list) || changed.has(list))) return;
    const before = places;
    places = readPlacements(doc);
    for (const [id, place] of places) if (before.get(id) !== place) pending.add(id);
    for (const id of before.keys()) if (!places.has(id)) pending.add(id);
  };
  const onDrawn = (event: Y.YMapEvent<unknown>) => {
    for (const key of event.keysChanged) pendingDrawings.add(key);
  };
  // Content and place of a note often change in one transaction: they are read once, after it.
  const afterTransaction = (transaction: Y.Transaction) => {
    readPlaces(transaction.changed);
    if (pending.size > 0) {
      const changed = new Set(pending);
      pending.clear();
      reread(changed);
      for (const id of changed) for (const listener of oneNoteListeners.get(id) ?? []) listener();
      for (const listener of noteListeners) listener(changed, transaction.local);
    }
    if (pendingDrawings.size > 0) {
      const changed = new Set(pendingDrawings);
      pendingDrawings.clear();
      drawings = readDrawings(doc);
      for (const listener of drawingListeners) listener(changed, transaction.local);
    }
  };

  types.notes.observeDeep(onContent);
  types.drawings.observe(onDrawn);
  doc.on('afterTransaction', afterTransaction);

  return {
    note: (id) => notes.get(id),
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
    onDrawings: (listener) => listen(drawingListeners, listener),
    destroy() {
      types.notes.unobserveDeep(onContent);
      types.drawings.unobserve(onDrawn);
      doc.off('afterTransaction', afterTransaction);
    },
  };
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
