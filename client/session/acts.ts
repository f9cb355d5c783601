import {
  createGroup,
  createNote,
  deleteGroup,
  createNotes,
  deleteNotes,
  entriesOf,
  groupKey,
  inColumn,
  moveGroup,
  OWN,
  placeAllInColumn,
  placeNotes,
  recolorNotes,
  renameGroup,
  restoreNote,
  ungroup,
  type FreePlacement,
  type NewGroup,
  type Note,
  type NoteColor,
  type Placement,
} from '../../shared/board/index.ts';
import { layOut } from '../../shared/board/layout.ts';
import { tidied } from '../../shared/board/tidy.ts';
import type { Language } from '../../shared/languages.ts';
import { voiceOf } from './room-voice.ts';
import type { Session } from './session.ts';

/** A person's acts on notes, the same from canvas and columns. Each is one step of undo. */

export interface Target {
  approach: string;
  column: string;
  /** A group of that column. */
  group?: string;
  /** Among the entries of the column, or the notes of the group; left out: at the end. */
  index?: number;
}

/** Writes a note in a column; returns its id. */
export function addNote(session: Session, target: Target | { x: number; y: number }, text: string, language: Language, color: NoteColor = 'sun'): string {
  session.history.mark();
  const placement: Placement = 'column' in target ? placeAllInColumn(session.boardDoc, target, 1, [])[0]! : target;
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
  const places = 'column' in target ? placeAllInColumn(session.boardDoc, target, texts.length, []) : target;
  const common = { color, author: session.participant, createdAt: Date.now(), language, ...voiceOf(session) };
  const ids = createNotes(session.boardDoc, texts.map((text, index) => ({ ...common, text, placement: places[index]! })));
  session.history.mark();
  return ids;
}

function writeNew(session: Session, placement: Placement, text: string, language: Language, color: NoteColor): string {
  return createNote(session.boardDoc, {
    text,
    color,
    author: session.participant,
    createdAt: Date.now(),
    language,
    placement,
    ...voiceOf(session),
  });
}

/** Moves a note into a column, at `index` or at its end. */
export function moveNote(session: Session, id: string, target: Target): void {
  moveNotes(session, [id], target);
}

/** Moves notes side by side into a column, in the order given. */
export function moveNotes(session: Session, ids: readonly string[], target: Target): void {
  const places = placeAllInColumn(session.boardDoc, target, ids.length, ids);
  movePlaced(session, new Map(ids.map((id, index) => [id, places[index]!])));
}

export function movePlaced(session: Session, places: ReadonlyMap<string, Placement>): void {
  session.history.mark();
  placeNotes(session.boardDoc, places);
}

export function recolor(session: Session, ids: readonly string[], color: NoteColor): void {
  session.history.mark();
  recolorNotes(session.boardDoc, ids, color);
}

export function remove(session: Session, ids: readonly string[]): void {
  session.history.mark();
  deleteNotes(session.boardDoc, ids);
}

/** Puts a deleted note back where it was. */
export function putBack(session: Session, note: Note): void {
  session.history.mark();
  restoreNote(session.boardDoc, note.id, note.placement);
}

/** Copies a note to just behind itself in its column, or beside itself on the canvas; returns the copy's id. */
export function duplicate(session: Session, note: Note, language: Language): string {
  return duplicateAll(session, [note], language)[0]!;
}

/** Copies notes, each to just behind itself; returns the ids of the copies. */
export function duplicateAll(session: Session, notes: readonly Note[], language: Language): string[] {
  session.history.mark();
  return notes.map((note) => writeNew(session, besides(session, note.placement), note.text, language, note.color));
}

/** Just behind a place in its column, or a little aside of it on the canvas. */
function besides(session: Session, placement: Placement): Placement {
  if (!inColumn(placement)) return { x: placement.x + 24, y: placement.y + 24 };
  const before = entriesOf(session.boardDoc, placement, []).filter(({ order }) => order <= placement.order);
  return placeAllInColumn(session.boardDoc, { ...placement, index: before.length }, 1, [])[0]!;
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

/** Straightens those of the notes that lie free on the canvas. */
export function tidy(session: Session, ids: readonly string[]): void {
  const free = ids.flatMap((id): [string, FreePlacement][] => {
    const place = session.live.note(id)?.placement;
    return place && !inColumn(place) ? [[id, place]] : [];
  });
  const { approaches } = layOut(session.stage.current().approaches, session.live.notes(), session.live.groups());
  if (free.length > 0) movePlaced(session, tidied(new Map(free), approaches));
}
