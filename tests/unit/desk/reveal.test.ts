import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createNote, deleteNotes, inColumn, placeInColumn, readNotes, type Note } from '../../../shared/board/index.ts';
import { byOrder } from '../../../shared/board/order.ts';
import { deskNotes, revealNotes, type Desk } from '../../../shared/desk/reveal.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

function desk(owner: string, site: string, ...texts: string[]): Desk {
  const doc = new Y.Doc();
  texts.forEach((text, index) => write(doc, text, index));
  return { owner, site, doc };
}

function write(doc: Y.Doc, text: string, createdAt = 1, wave = 0): string {
  const placement = placeInColumn(doc, 'partnership', 'opportunities');
  return createNote(doc, { text, color: 'sun', author: 'somebody else', createdAt, language: 'en', placement, wave });
}

const ASKED = { seed: 'board', reveals: 0, at: 99, anonymous: false };

const columnOf = (doc: Y.Doc): Note[] =>
  readNotes(doc)
    .notes.flatMap((note) => (inColumn(note.placement) ? [{ id: note.id, order: note.placement.order, note }] : []))
    .sort(byOrder)
    .map(({ note }) => note);

test('notes come to the ends of their columns in turns, under their owner’s name, and leave the desk', () => {
  const board = seededBoard();
  addNote(board, 'was there');
  const desks = [desk('ana', 'e', 'a1', 'a2', 'a3'), desk('ben', 's', 'b1')];
  revealNotes(board, desks, ASKED);
  const texts = columnOf(board).map(({ text }) => text);
  expect(texts[0]).toBe('was there');
  expect(texts.slice(1, 3).sort()).toEqual(['a1', 'b1']);
  expect(texts.slice(3)).toEqual(['a2', 'a3']);
  expect(columnOf(board).slice(1).map(({ author, text }) => [text[0], author])).toEqual(expect.arrayContaining([['a', 'ana'], ['b', 'ben']]));
  expect(desks.map(({ doc }) => deskNotes(doc))).toEqual([[], []]);
});

test('nothing of what was written is left on a desk, deleted or not', () => {
  const mine = desk('ana', 'e', 'words that were revealed');
  revealNotes(seededBoard(), [mine], ASKED);
  const left = new Y.Doc();
  Y.applyUpdate(left, Y.encodeStateAsUpdate(mine.doc));
  expect(Buffer.from(Y.encodeStateAsUpdate(left)).includes('words')).toBe(false);
  expect(readNotes(left)).toEqual({ notes: [], unreadable: [] });
});

test('what was written before others were revealed and arrives after is marked as late', () => {
  const board = seededBoard();
  const mine = desk('ana', 'e');
  write(mine.doc, 'offline', 1, 0);
  write(mine.doc, 'in the second round', 2, 1);
  revealNotes(board, [mine], { ...ASKED, reveals: 1 });
  expect(columnOf(board).map(({ text, late }) => [text, late])).toEqual([['offline', true], ['in the second round', undefined]]);
});

test('one reveals those notes of one’s own that one names, and what was deleted stays where it is', () => {
  const board = seededBoard();
  const mine = desk('ana', 'e', 'first', 'second', 'third');
  const [first, second] = deskNotes(mine.doc);
  deleteNotes(mine.doc, [second!.id]);
  revealNotes(board, [mine], { ...ASKED, only: new Set([first!.id, second!.id, 'of nobody']) });
  expect(columnOf(board).map(({ text }) => text)).toEqual(['first']);
  expect(deskNotes(mine.doc).map(({ text }) => text)).toEqual(['third']);
});

test('a desk cannot take the place of a note on the board, nor name another author', () => {
  const board = seededBoard();
  const victim = addNote(board, 'on the board');
  const mine = desk('ana', 'e');
  createNote(mine.doc, { id: victim, text: 'impostor', color: 'sky', author: 'ben', createdAt: 1, language: 'en', placement: placeInColumn(mine.doc, 'partnership', 'obstacles') });
  createNote(mine.doc, { id: 'x'.repeat(1_000), text: 'long', color: 'sky', author: 'ben', createdAt: 2, language: 'en', placement: { x: 1, y: 2 } });
  mine.doc.getMap('notes').set('broken', 'no note');
  const ids = revealNotes(board, [mine], ASKED);
  const notes = new Map(readNotes(board).notes.map((note) => [note.id, note]));
  expect(notes.get(victim)).toMatchObject({ text: 'on the board', author: 'author' });
  expect(ids.map((id) => [notes.get(id)?.text, notes.get(id)?.author, id.length < 65])).toEqual([['impostor', 'ana', true], ['long', 'ana', true]]);
});

test('where nothing may tell whose they are, ids, times and order tell nothing either', () => {
  const board = seededBoard();
  const desks = [desk('ana', 'e', 'a1', 'a2', 'a3'), desk('ben', 's', 'b1', 'b2', 'b3')];
  const before = new Set(desks.flatMap(({ doc }) => deskNotes(doc).map(({ id }) => id)));
  const again = desks.map(({ doc, ...who }) => ({ ...who, doc: peerOf(doc) }));
  revealNotes(board, desks, { ...ASKED, anonymous: true });
  const notes = columnOf(board);
  expect(notes.map(({ author, createdAt }) => [author, createdAt])).toEqual(notes.map(() => [null, 99]));
  expect(notes.some(({ id }) => before.has(id))).toBe(false);
  const second = seededBoard();
  revealNotes(second, again, { ...ASKED, anonymous: true });
  expect(columnOf(second).map(({ text }) => text)).toEqual(notes.map(({ text }) => text));
});

test('what its owner does to a note at the moment it is revealed does not bring it back to the desk', () => {
  const mine = desk('ana', 'e', 'mine');
  const page = peerOf(mine.doc);
  const [note] = deskNotes(page);
  revealNotes(seededBoard(), [mine], ASKED);
  deleteNotes(page, [note!.id]);
  exchange(mine.doc, page);
  expect([deskNotes(mine.doc), deskNotes(page)]).toEqual([[], []]);
});
