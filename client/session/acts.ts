import type * as Y from 'yjs';
import {
  createGroup,
  createNote,
  deleteGroup,
  createNotes,
  deleteNotes,
  entriesOf,
  groupKey,
  hasNote,
  inColumn,
  moveGroup,
  OWN,
  placeAllInColumn,
  placeNotes,
  recolorNotes,
  renameGroup,
  restoreNote,
  sortBoard,
  ungroup,
  type ColumnPlacement,
  type FreePlacement,
  type NewNote,
  type NewGroup,
  type Note,
  type NoteColor,
  type Placement,
} from '../../shared/board/index.ts';
import { arranged, type Arrangement } from '../../shared/board/arrange.ts';
import { roomBeside } from '../../shared/board/beside.ts';
import { layOut } from '../../shared/board/layout.ts';
import { tidied } from '../../shared/board/tidy.ts';
import type { Language } from '../../shared/languages.ts';
import { voiceOf } from './room-voice.ts';
import { entriesIn, indexBefore, placesFor } from './places.ts';
import type { Session } from './session.ts';

/** A person's acts on notes, the same from canvas and columns. Each is one step of undo. */

export interface Target {
  approach: string;
  column: string;
  /** A group of that column. */
  group?: string | undefined;
  /** Among the entries of the column, or the notes of the group; left out: at the end. */
  index?: number | undefined;
}

/** Writes a note in a column; returns its id. */
export function addNote(session: Session, target: Target | { x: number; y: number }, text: string, language: Language, color: NoteColor = 'sun'): string {
  session.history.mark();
  const placement: Placement = 'column' in target ? placesFor(session, target, 1, [])[0]! : target;
  return writeNew(session, placement, text, language, color);
}

/** Writes several notes in their order, as one act: side by side in a column, or each at its place. Returns their ids. */
export function addNotes(
  session: Session,
  target: Target | readonly { x: number; y: number }[],
  texts: readonly string[],
  language: Language,
  color: NoteColor = 'sun',
): string[] {
  session.history.mark();
  const places = 'column' in target ? placesFor(session, target, texts.length, []) : target;
  const { doc, fields } = newNotes(session);
  const notes = texts.map((text, index) => ({ ...fields, color, language, text, placement: places[index]! }));
  const ids = hidesWriters(session, doc) ? notes.map((note) => createHidden(session, note)) : createNotes(doc, notes);
  session.history.mark();
  return ids;
}

/** Writes a facilitator's note for everybody to see: on the board, also while people write privately. */
export function addPublicNote(session: Session, target: Target | FreePlacement, text: string, language: Language, color: NoteColor): string {
  session.history.mark();
  const placement = 'column' in target ? placeAllInColumn(session.boardDoc, target, 1, [])[0]! : target;
  const { doc, fields } = newNotes(session, 'board');
  return createNote(doc, { ...fields, text, color, language, placement });
}

function writeNew(session: Session, placement: Placement, text: string, language: Language, color: NoteColor, to = session.writesTo()): string {
  const { doc, fields } = newNotes(session, to);
  return createNote(doc, { ...fields, text, color, language, placement });
}

/** Where this person's new notes go, and what is the same of all of them. */
export function newNotes(session: Session, to = session.writesTo()): { doc: Y.Doc; fields: Pick<NewNote, 'author' | 'createdAt' | 'wave' | 'saidInRoom'> } {
  const { desk, participant, boardDoc } = session;
  const createdAt = Date.now();
  if (desk && to === 'desk') {
    return { doc: desk.doc, fields: { author: participant, createdAt, wave: session.stage.current().desks.reveals, ...voiceOf(session) } };
  }
  if (!session.isAnonymous()) return { doc: boardDoc, fields: { author: participant, createdAt, ...voiceOf(session) } };
  // Each note by a client of its own, so that nothing tells which of them are of one person.
  session.changeClient();
  return { doc: boardDoc, fields: { author: null, createdAt } };
}

function hidesWriters(session: Session, doc: Y.Doc): boolean {
  return doc === session.boardDoc && session.isAnonymous();
}

/** Writes one of several notes by a client of its own. */
function createHidden(session: Session, note: NewNote): string {
  session.changeClient();
  return createNote(session.boardDoc, note);
}

/** Moves a note into a column, at `index` or at its end. */
export function moveNote(session: Session, id: string, target: Target): void {
  moveNotes(session, [id], target);
}

/** Moves notes side by side into a column, in the order given. */
export function moveNotes(session: Session, ids: readonly string[], target: Target): void {
  const places = placesFor(session, target, ids.length, ids);
  movePlaced(session, new Map(ids.map((id, index) => [id, places[index]!])));
}

/** Moves a note one place towards the beginning or the end of its list; returns where it then stands, or `null` where it is in none. */
export function shiftNote(session: Session, id: string, by: -1 | 1): { index: number; count: number } | null {
  const at = standingOf(session, id);
  if (!at) return null;
  const { approach, column, group } = at.place;
  moveNote(session, id, { approach, column, group, index: by < 0 ? indexBefore(at.orders, at.index) : at.index + 1 });
  const now = standingOf(session, id);
  return now && { index: now.index, count: now.orders.length };
}

/** Where a note stands in its column or its group, as this person sees it; `null` where it is in none. */
export function standingOf(session: Session, id: string): { place: ColumnPlacement; index: number; orders: string[] } | null {
  const place = session.live.note(id)?.placement;
  if (!place || !inColumn(place)) return null;
  const entries = entriesIn(session, place);
  const index = entries.findIndex((entry) => entry.id === id);
  return index === -1 ? null : { place, index, orders: entries.map(({ order }) => order) };
}

/** Takes notes out of the columns: they lie free, beside the approaches. */
export function moveOut(session: Session, ids: readonly string[]): void {
  const room = roomOutside(session, ids.length, ids);
  movePlaced(session, new Map(ids.map((id, index) => [id, room[index]!])));
}

/**
 * Places for free notes where nothing lies: beside the approaches.
 * @param moving notes that are being moved, which take no room from themselves
 */
export function roomOutside(session: Session, count: number, moving: readonly string[] = []): FreePlacement[] {
  const taken = session.live.notes().flatMap(({ id, placement }) => (inColumn(placement) || moving.includes(id) ? [] : [placement]));
  return roomBeside(approachBoxes(session), taken, count);
}

export function movePlaced(session: Session, places: ReadonlyMap<string, Placement>): void {
  session.history.mark();
  settlePlaced(session, places);
}

/** The same within the step of undo that is under way. */
export function settlePlaced(session: Session, places: ReadonlyMap<string, Placement>): void {
  for (const [doc, ids] of byDoc(session, [...places.keys()])) {
    const isDesk = doc === session.desk?.doc;
    placeNotes(doc, new Map(ids.map((id) => [id, isDesk ? outOfGroup(places.get(id)!) : places.get(id)!])));
  }
}

/** The board's groups are not on a desk. */
function outOfGroup(place: Placement): Placement {
  if (!inColumn(place)) return place;
  const { approach, column, order } = place;
  return { approach, column, order };
}

export function recolor(session: Session, ids: readonly string[], color: NoteColor): void {
  session.history.mark();
  for (const [doc, theirs] of byDoc(session, ids)) recolorNotes(doc, theirs, color);
}

export function remove(session: Session, ids: readonly string[]): void {
  session.history.mark();
  settleRemoved(session, ids);
}

/** The same within the step of undo that is under way. */
export function settleRemoved(session: Session, ids: readonly string[]): void {
  for (const [doc, theirs] of byDoc(session, ids)) deleteNotes(doc, theirs);
}

/** Of these notes those that may be changed, by the document they lie in. */
function byDoc(session: Session, ids: readonly string[]): Map<Y.Doc, string[]> {
  const docs = new Map<Y.Doc, string[]>();
  for (const id of ids) {
    if (!session.mayChange(id)) continue;
    const doc = session.docOf(id);
    docs.set(doc, [...(docs.get(doc) ?? []), id]);
  }
  return docs;
}

/** Puts a deleted note back where it was. */
export function putBack(session: Session, note: Note): void {
  session.history.mark();
  const { desk, boardDoc } = session;
  restoreNote(desk && hasNote(desk.doc, note.id) ? desk.doc : boardDoc, note.id, note.placement);
}

/** Copies a note to just behind itself in its column, or beside itself on the canvas; returns the copy's id. */
export function duplicate(session: Session, note: Note, language: Language): string {
  return duplicateAll(session, [note], language)[0]!;
}

/**
 * Copies notes, each to just behind itself; returns the ids of the copies. That of a private note is
 * private, too: its words are shown when their writer says so.
 */
export function duplicateAll(session: Session, notes: readonly Note[], language: Language): string[] {
  session.history.mark();
  return notes.map((note) => writeNew(session, besides(session, note.placement), note.text, language, note.color, session.desk?.has(note.id) ? 'desk' : session.writesTo()));
}

/** Just behind a place in its column, or a little aside of it on the canvas. */
function besides(session: Session, placement: Placement): Placement {
  if (!inColumn(placement)) return { x: placement.x + 24, y: placement.y + 24 };
  const before = entriesIn(session, placement).filter(({ order }) => order <= placement.order);
  return placesFor(session, { ...placement, index: before.length }, 1, [])[0]!;
}

/** Makes a group of notes in a column; returns its id. */
export function group(session: Session, made: NewGroup): string {
  session.history.mark();
  return createGroup(session.boardDoc, made);
}

export function rename(session: Session, id: string, title: string): void {
  session.history.mark();
  renameGroup(session.boardDoc, id, title);
}

/** Moves a group with its notes into a column, at `index` among its entries or at its end. */
export function placeGroup(session: Session, id: string, target: Target): void {
  session.history.mark();
  moveGroup(session.boardDoc, id, target);
}

/** Takes a group away; its notes stay in its place. */
export function dissolve(session: Session, id: string): void {
  session.history.mark();
  ungroup(session.boardDoc, id);
}

export function removeWithNotes(session: Session, id: string): void {
  session.history.mark();
  deleteGroup(session.boardDoc, id);
}

/** Takes notes out of their groups: each lies just behind the group it was in. */
export function takeOut(session: Session, ids: readonly string[]): void {
  session.history.mark();
  const { boardDoc, live } = session;
  boardDoc.transact(() => {
    // Each goes directly behind its group, so that the last one goes first.
    for (const id of [...ids].reverse()) {
      const place = live.note(id)?.placement;
      if (!place || !inColumn(place) || place.group === undefined) continue;
      const { approach, column, group: from } = place;
      const behind = entriesOf(boardDoc, { approach, column }, []).findIndex((entry) => entry.id === groupKey(from)) + 1;
      placeNotes(boardDoc, new Map([[id, placeAllInColumn(boardDoc, { approach, column, index: behind }, 1, [id])[0]!]]));
    }
  }, OWN);
}

/** Puts the notes and groups of every column in another order, for everybody. @returns how many have moved */
export function sortAll(session: Session, sorted: Parameters<typeof sortBoard>[1]): number {
  if (!session.mayEditBoard()) return 0;
  session.history.mark();
  return sortBoard(session.boardDoc, sorted);
}

/** Straightens those of the notes that lie free on the canvas. */
export function tidy(session: Session, ids: readonly string[]): void {
  const free = freeAmong(session, ids);
  if (free.size > 0) movePlaced(session, tidied(free, approachBoxes(session)));
}

/** Puts those of the notes that lie free on the canvas in line or at equal distances. */
export function arrange(session: Session, ids: readonly string[], way: Arrangement): void {
  const free = freeAmong(session, ids);
  if (free.size > 0) movePlaced(session, arranged(free, way));
}

/** Where the approaches lie, which free notes are not to cover. */
function approachBoxes({ stage, live }: Session) {
  return layOut(stage.current().approaches, live.notes(), live.groups()).approaches;
}

function freeAmong(session: Session, ids: readonly string[]): Map<string, FreePlacement> {
  const places = new Map<string, FreePlacement>();
  for (const id of ids) {
    const place = session.live.note(id)?.placement;
    if (place && !inColumn(place)) places.set(id, place);
  }
  return places;
}
