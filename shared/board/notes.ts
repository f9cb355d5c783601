import { simpleDiffString } from 'lib0/diff';
import * as Y from 'yjs';
import { createId } from '../ids.ts';
import { NOTE_TEXT_LIMIT } from '../protocol/limits.ts';
import { cutText } from '../text.ts';
import { readAction } from './actions.ts';
import { readComments } from './comments.ts';
import { isPlainText, noteContent, readContent } from './content.ts';
import { boardTypes, OWN } from './document.ts';
import { entriesOf, readGroups, resolvePlace, type Place } from './groups.ts';
import { ordersAt } from './order.ts';
import { erasePlacements, GROUP_PREFIX, readPlacements, writePlacement, writePlacements } from './placements.ts';
import { readReactions } from './reactions.ts';
import { type Note, type NoteFields, type Placement, type Unreadable } from './schema.ts';

/**
 * The acts on notes. Each is one change of the caller's own (origin `OWN`), so that their undo
 * takes it back and nothing else.
 *
 * A note's content is never deleted from the document: deleting a note takes away its place. What
 * somebody typed into it at the same moment is therefore still there, and `restoreNote` shows it.
 */

/** Cuts a note's text at the limit. */
export function limitText(text: string): string {
  return cutText(text, NOTE_TEXT_LIMIT);
}

export interface NewNote extends NoteFields {
  text: string;
  placement: Placement;
  /** Left out, a fresh id is made. */
  id?: string;
}

/** Writes a note and returns its id. A note that is there already, even if deleted, keeps its content and is only placed. */
export function createNote(doc: Y.Doc, note: NewNote): string {
  const id = note.id ?? createId();
  if (!boardTypes(doc).notes.has(id)) writeContent(doc, id, note);
  placeNote(doc, id, note.placement);
  return id;
}

/** Writes several new notes as one act, and returns their ids in the same order. */
export function createNotes(doc: Y.Doc, notes: readonly NewNote[]): string[] {
  const made = notes.map((note) => ({ ...note, id: note.id ?? createId() }));
  doc.transact(() => {
    for (const note of made) writeContent(doc, note.id, note);
  });
  placeNotes(doc, new Map(made.map(({ id, placement }) => [id, placement])));
  return made.map(({ id }) => id);
}

function writeContent(doc: Y.Doc, id: string, note: NewNote): void {
  // The content goes in without an undo step: undoing 'new note' takes its place away, never the
  // text that others may have typed into it since.
  doc.transact(() => {
    const content = new Y.Map<unknown>();
    content.set('text', new Y.Text(limitText(note.text)));
    content.set('color', note.color);
    content.set('author', note.author);
    content.set('createdAt', note.createdAt);
    content.set('language', note.language);
    if (note.saidInRoom) content.set('saidInRoom', true);
    if (note.wave !== undefined) content.set('wave', note.wave);
    if (note.late) content.set('late', true);
    boardTypes(doc).notes.set(id, content);
  });
}

/** Moves a note: into a column, to another order in it, or free on the canvas. */
export function placeNote(doc: Y.Doc, id: string, place: Placement): void {
  doc.transact(() => writePlacement(doc, id, place), OWN);
}

/** Moves several notes as one act. */
export function placeNotes(doc: Y.Doc, places: ReadonlyMap<string, Placement>): void {
  doc.transact(() => writePlacements(doc, places), OWN);
}

/**
 * Where a note goes that is put at `index` of a column; at its end when no index is given.
 * @param moving the note that is being moved, which does not count among its own neighbours
 */
export function placeInColumn(doc: Y.Doc, approach: string, column: string, index?: number, moving?: string): Placement {
  return placeAllInColumn(doc, { approach, column, index }, 1, moving === undefined ? [] : [moving])[0]!;
}

/**
 * Where several notes go that are put side by side at `index` of a column, in their order. A group
 * counts as one entry of its column; with `group`, the index counts the notes of that group.
 * @param moving notes that are being moved, which do not count among their own neighbours
 */
export function placeAllInColumn(doc: Y.Doc, { index, ...at }: Place & { index?: number | undefined }, count: number, moving: readonly string[]): Placement[] {
  const group = at.group === undefined ? undefined : readGroups(doc).get(at.group);
  const { approach, column } = group?.placement ?? at;
  // Who puts notes into a group that has gone meanwhile puts them into its column.
  const place: Place = { approach, column, group: group?.id };
  return ordersAt(entriesOf(doc, place, moving), index, count).map((order) => ({ approach, column, order, ...(group && { group: group.id }) }));
}

/** The text of a note as the shared type, for editors that follow carets; `null` where there is none. */
export function noteText(doc: Y.Doc, id: string): Y.Text | null {
  const text = noteContent(doc, id)?.get('text');
  return isPlainText(text) ? text : null;
}

/**
 * Makes a note say `text`, touching only what differs, so that what others type meanwhile stays.
 * @param at see `spliceNote`
 */
export function editNote(doc: Y.Doc, id: string, text: string, at?: number): void {
  const shared = noteText(doc, id);
  if (shared) spliceNote(doc, id, diffText(shared.toString(), limitText(text)), at);
}

/** What one edit did to a text: at `index`, `remove` code units went and `insert` came. */
export interface Splice {
  index: number;
  remove: number;
  insert: string;
}

/** The smallest splice that makes one text of another, splitting no character of two code units. */
export function diffText(before: string, after: string): Splice {
  return simpleDiffString(before, after);
}

const MINUTE = 60_000;

/**
 * Does one splice to a note's text; what lies outside of the text is left out.
 * @param at now, in milliseconds since 1970. The note says of it the minute alone: written with every
 *   key it would make documents grow with typing
 */
export function spliceNote(doc: Y.Doc, id: string, { index, remove, insert }: Splice, at = Date.now()): void {
  const shared = noteText(doc, id);
  if (!shared || (remove === 0 && insert === '')) return;
  const start = Math.min(index, shared.length);
  doc.transact(() => {
    shared.delete(start, Math.min(remove, shared.length - start));
    shared.insert(start, insert);
    markChanged(noteContent(doc, id)!, at);
  }, OWN);
}

function markChanged(content: Y.Map<unknown>, at: number): void {
  const minute = (time: unknown) => Math.floor(Number(time) / MINUTE) * MINUTE;
  if (minute(at) !== minute(content.get('changedAt') ?? content.get('createdAt'))) content.set('changedAt', minute(at));
}

export function recolorNotes(doc: Y.Doc, ids: readonly string[], color: NoteFields['color']): void {
  doc.transact(() => {
    for (const id of ids) {
      const content = boardTypes(doc).notes.get(id);
      if (content instanceof Y.Map && content.get('color') !== color) content.set('color', color);
    }
  }, OWN);
}

/** Takes notes off the board. `restoreNote` puts one back. */
export function deleteNotes(doc: Y.Doc, ids: readonly string[]): void {
  doc.transact(() => writePlacements(doc, new Map(ids.map((id) => [id, null]))), OWN);
}

/**
 * Takes notes out of the document for good, with all that was written in them: for a desk that has
 * handed them on. On the board, `deleteNotes` keeps what others may still be typing.
 */
export function eraseNotes(doc: Y.Doc, ids: readonly string[]): void {
  doc.transact(() => {
    for (const id of ids) boardTypes(doc).notes.delete(id);
    erasePlacements(doc, new Set(ids));
  });
}

/** Whether the document knows a note of that id, be it on the board or deleted. */
export function hasNote(doc: Y.Doc, id: string): boolean {
  return boardTypes(doc).notes.has(id);
}

/** Puts a deleted note back, with all that was written in it. */
export function restoreNote(doc: Y.Doc, id: string, place: Placement): void {
  placeNote(doc, id, place);
}

/**
 * One note, or why it cannot be read; `null` when it is not on the board.
 * @param place as `resolvePlace` tells it
 */
export function readNote(doc: Y.Doc, id: string, place: Placement | null | undefined): Note | Unreadable | null {
  if (place === undefined) return null;
  const read = readContent(doc, id);
  if (read === null) return null;
  if ('reason' in read) return { id, reason: read.reason };
  if (place === null) return { id, reason: 'no place' };
  const { content, text, fields } = read;
  const { comments, unreadable } = readComments(content);
  return {
    id,
    text: text.toString(),
    placement: place,
    ...fields,
    comments,
    unreadableComments: unreadable,
    reactions: readReactions(content),
    action: readAction(content),
  };
}

export function isUnreadable(note: Note | Unreadable): note is Unreadable {
  return 'reason' in note;
}

/** All notes on the board; what does not parse is told apart and takes nothing else down. */
export function readNotes(doc: Y.Doc): { notes: Note[]; unreadable: Unreadable[] } {
  const notes: Note[] = [];
  const unreadable: Unreadable[] = [];
  const places = readPlacements(doc);
  const groups = readGroups(doc, places);
  for (const [id, place] of places) {
    if (id.startsWith(GROUP_PREFIX)) continue;
    const note = readNote(doc, id, place && resolvePlace(place, groups));
    if (!note) continue;
    if (isUnreadable(note)) unreadable.push(note);
    else notes.push(note);
  }
  return { notes, unreadable };
}
