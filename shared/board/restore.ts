import * as Y from 'yjs';
import { isPlainMap } from './content.ts';
import { boardTypes } from './document.ts';
import { GROUP_PREFIX, readPlacements, writePlacements } from './placements.ts';
import type { Placement } from './schema.ts';
import { copyOf, isSame, shiftMap } from './shift.ts';

/** A document of its own that says the same. */
export function copyOfDoc(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/**
 * Makes a board say again what it said in an earlier state, as a change like any other: what others
 * write at the same moment merges with it, and no content goes out of the document.
 *
 * With `from`, only what differs between `from` and `to` is made so, and only where nobody has
 * changed it since `from`: that is how a restoring is taken back without taking anybody's later work.
 * @param to the state that is wanted
 * @param from the state to go from; left out, the board as it is
 */
export function restoreBoard(doc: Y.Doc, to: Y.Doc, from: Y.Doc = copyOfDoc(doc)): void {
  const [was, wanted] = [readPlacements(from), readPlacements(to)];
  doc.transact(() => {
    // What is to go is looked at before anything is written, and what is to come has its words before its place.
    const places = changedPlaces(doc, from, was, wanted);
    for (const key of wanted.keys()) restoreRecord(doc, from, to, key);
    restoreDrawings(doc, from, to);
    if (places.size > 0) writePlacements(doc, places);
  });
}

function restoreRecord(doc: Y.Doc, from: Y.Doc, to: Y.Doc, key: string): void {
  const [now, was, wanted] = [doc, from, to].map((one) => recordOf(one, key));
  if (!isPlainMap(wanted)) return;
  if (isPlainMap(now)) shiftMap(now, isPlainMap(was) ? was : null, wanted);
  else recordsOf(doc, key).set(idOf(key), copyOf(wanted));
}

function changedPlaces(doc: Y.Doc, from: Y.Doc, was: Places, wanted: Places): Map<string, Placement | null> {
  const now = readPlacements(doc);
  const changed = new Map<string, Placement | null>();
  for (const key of new Set([...was.keys(), ...wanted.keys()])) {
    const place = wanted.get(key);
    // `null` is a place that cannot be read.
    if (place === null || isSame(was.get(key), place) || !isSame(now.get(key), was.get(key))) continue;
    const isWorkedOn = !isSame(recordOf(doc, key), recordOf(from, key));
    if (place === undefined && isWorkedOn) continue;
    changed.set(key, place ?? null);
  }
  return changed;
}

type Places = ReadonlyMap<string, Placement | null>;

function restoreDrawings(doc: Y.Doc, from: Y.Doc, to: Y.Doc): void {
  const [now, was, wanted] = [doc, from, to].map((one) => boardTypes(one).drawings) as [Y.Map<unknown>, Y.Map<unknown>, Y.Map<unknown>];
  for (const id of new Set([...was.keys(), ...wanted.keys()])) {
    const [before, after] = [was.get(id) ?? null, wanted.get(id) ?? null];
    if (isSame(before, after) || !isSame(now.get(id) ?? null, before)) continue;
    now.set(id, copyOf(after));
  }
}

function recordOf(doc: Y.Doc, key: string): unknown {
  return recordsOf(doc, key).get(idOf(key));
}

function recordsOf(doc: Y.Doc, key: string): Y.Map<unknown> {
  const { notes, groups } = boardTypes(doc);
  return key.startsWith(GROUP_PREFIX) ? groups : notes;
}

function idOf(key: string): string {
  return key.startsWith(GROUP_PREFIX) ? key.slice(GROUP_PREFIX.length) : key;
}

/** How many notes lie on a board, those that cannot be read among them. */
export function countNotes(doc: Y.Doc): number {
  return notesOnBoard(doc).size;
}

/** The ids of the notes that lie on a board, those that cannot be read among them. */
export function notesOnBoard(doc: Y.Doc): Set<string> {
  return new Set([...readPlacements(doc).keys()].filter((key) => !key.startsWith(GROUP_PREFIX)));
}
