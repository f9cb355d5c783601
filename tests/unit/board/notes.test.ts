import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import {
  createHistory,
  createNote,
  deleteNotes,
  editNote,
  inColumn,
  limitText,
  noteText,
  placeInColumn,
  placeAllInColumn,
  placeNote,
  putDrawings,
  readDrawings,
  readNotes,
  recolorNotes,
  restoreNote,
  spliceNote,
} from '../../../shared/board/index.ts';
import { NOTE_TEXT_LIMIT } from '../../../shared/protocol/limits.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

const texts = (doc: Y.Doc) => readNotes(doc).notes.map((note) => note.text);

function inOrder(doc: Y.Doc): string[] {
  return readNotes(doc)
    .notes.flatMap((note) => (inColumn(note.placement) ? [{ text: note.text, order: note.placement.order }] : []))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map((note) => note.text);
}

describe('notes', () => {
  test('a note put between two others lies between them', () => {
    const doc = seededBoard();
    addNote(doc, 'first');
    addNote(doc, 'last');
    addNote(doc, 'middle', placeInColumn(doc, 'partnership', 'opportunities', 1));
    expect(inOrder(doc)).toEqual(['first', 'middle', 'last']);
  });

  test('a note moved within its column does not count among its own neighbours', () => {
    const doc = seededBoard();
    const id = addNote(doc, 'a');
    addNote(doc, 'b');
    addNote(doc, 'c');
    placeNote(doc, id, placeInColumn(doc, 'partnership', 'opportunities', 1, id));
    expect(inOrder(doc)).toEqual(['b', 'a', 'c']);
  });

  test('several notes put side by side keep their order, and the others theirs', () => {
    const doc = seededBoard();
    const ids = ['a', 'b', 'c', 'd', 'e'].map((text) => addNote(doc, text));
    const moving = [ids[4]!, ids[1]!];
    const places = placeAllInColumn(doc, { approach: 'partnership', column: 'opportunities', index: 1 }, 2, moving);
    moving.forEach((id, i) => placeNote(doc, id, places[i]!));
    expect(inOrder(doc)).toEqual(['a', 'e', 'b', 'c', 'd']);
  });

  test('notes that two people put at the same place leave room behind both', () => {
    const mine = seededBoard();
    const theirs = peerOf(mine);
    addNote(mine, 'mine');
    addNote(theirs, 'theirs');
    exchange(mine, theirs);
    addNote(mine, 'between', placeInColumn(mine, 'partnership', 'opportunities', 1));
    expect(new Set(texts(mine))).toEqual(new Set(['mine', 'theirs', 'between']));
    expect(inOrder(mine)).toHaveLength(3);
  });

  test('a move and an edit of the same note at once are both kept', () => {
    const mine = seededBoard();
    const id = addNote(mine, 'Health');
    const theirs = peerOf(mine);
    placeNote(mine, id, { x: 5, y: 7 });
    editNote(theirs, id, 'Health in the city');
    exchange(mine, theirs);
    for (const doc of [mine, theirs]) {
      expect(readNotes(doc).notes).toMatchObject([{ id, text: 'Health in the city', placement: { x: 5, y: 7 } }]);
    }
  });

  test('promise 2: two people who type in one note offline both find their words in it', () => {
    const mine = seededBoard();
    const id = addNote(mine, 'schools');
    const theirs = peerOf(mine);
    editNote(mine, id, 'good schools');
    editNote(theirs, id, 'schools for all');
    exchange(mine, theirs);
    expect(texts(mine)).toEqual(['good schools for all']);
    expect(texts(theirs)).toEqual(texts(mine));
  });

  test('what is typed into a note while someone deletes it can be put back', () => {
    const mine = seededBoard();
    const id = addNote(mine, 'old');
    const theirs = peerOf(mine);
    deleteNotes(mine, [id]);
    editNote(theirs, id, 'old and new');
    exchange(mine, theirs);
    expect(texts(mine)).toEqual([]);
    restoreNote(theirs, id, { x: 0, y: 0 });
    exchange(mine, theirs);
    expect(texts(mine)).toEqual(['old and new']);
  });

  test('a note that one moves while another deletes it stays', () => {
    const mine = seededBoard();
    const id = addNote(mine, 'contested');
    const theirs = peerOf(mine);
    deleteNotes(mine, [id]);
    placeNote(theirs, id, { x: 1, y: 1 });
    exchange(mine, theirs);
    expect(texts(mine)).toEqual(['contested']);
    expect(texts(theirs)).toEqual(['contested']);
  });

  test('a text is cut at the limit without splitting a character', () => {
    const text = 'a'.repeat(NOTE_TEXT_LIMIT - 1) + '🌍';
    expect(limitText(text)).toBe('a'.repeat(NOTE_TEXT_LIMIT - 1));
    const doc = seededBoard();
    const id = addNote(doc, '🌍');
    editNote(doc, id, '🌎');
    expect(noteText(peerOf(doc), id)?.toString()).toBe('🌎');
  });
});

describe('records that do not parse', () => {
  test('are told apart and take nothing else down', () => {
    const doc = seededBoard();
    addNote(doc, 'good');
    const raw = doc.getMap('notes');
    raw.set('number', 7);
    raw.set('empty', new Y.Map());
    raw.set('color', new Y.Map<unknown>([['text', new Y.Text('x')], ['color', 'infrared'], ['author', null], ['createdAt', 1], ['language', 'en']]));
    for (const key of ['number', 'empty', 'color']) doc.getArray('placements').push([{ key, val: { x: 1, y: 1 } }]);
    doc.getArray('placements').push([null, 'nonsense', { key: 7 }, { key: 'ghost', val: { x: 1, y: 1 } }]);
    const { notes, unreadable } = readNotes(doc);
    expect(notes.map((note) => note.text)).toEqual(['good']);
    expect(unreadable.map((record) => record.id).sort()).toEqual(['color', 'empty', 'number']);
    expect(raw.has('color')).toBe(true);
  });

  test('a place with an order that is no fractional index is unreadable, and others can still be placed', () => {
    const doc = seededBoard();
    const id = addNote(doc, 'odd');
    doc.getArray('placements').push([{ key: id, val: { approach: 'partnership', column: 'opportunities', order: '!!' }, turn: 2 }]);
    expect(readNotes(doc).unreadable).toMatchObject([{ id }]);
    addNote(doc, 'next');
    expect(texts(doc)).toEqual(['next']);
  });

  test('texts of another kind, which say what others told them to, are unreadable and stop nobody', () => {
    const doc = seededBoard();
    addNote(doc, 'good');
    const note = new Y.Map<unknown>([['color', 'sun'], ['author', null], ['createdAt', 1], ['language', 'en']]);
    doc.getMap('notes').set('xml', note);
    const text = new Y.XmlText();
    note.set('text', text);
    text.insertEmbed(0, { toString: 1, valueOf: 1 } as unknown as object);
    doc.getArray('placements').push([{ key: 'xml', val: { x: 1, y: 1 }, turn: 1 }]);
    expect(readNotes(doc).notes.map(({ text: words }) => words)).toEqual(['good']);
    expect(readNotes(doc).unreadable).toMatchObject([{ id: 'xml' }]);
  });

  test('what cannot be read has no place among those one counts', () => {
    const doc = seededBoard();
    for (const text of ['a', 'b', 'c']) addNote(doc, text);
    const first = readNotes(doc).notes.find(({ text }) => text === 'a')!;
    doc.getMap('notes').set('broken', new Y.Map<unknown>([['text', new Y.Text('x')]]));
    placeNote(doc, 'broken', placeInColumn(doc, 'partnership', 'opportunities', 1));
    placeNote(doc, first.id, placeInColumn(doc, 'partnership', 'opportunities', 1, first.id));
    expect(inOrder(doc)).toEqual(['b', 'a', 'c']);
  });

  test('an order as long as may be read spoils no other note', () => {
    const doc = seededBoard();
    for (const order of ['z'.repeat(200), `A${'0'.repeat(200)}1`]) addNote(doc, 'long', { approach: 'partnership', column: 'opportunities', order });
    for (let i = 0; i < 300; i += 1) addNote(doc, `n${i}`, placeInColumn(doc, 'partnership', 'opportunities', 1 + (i % 2)));
    expect(readNotes(doc).unreadable).toEqual([]);
  });
});

describe('promise 3: undo takes back only one’s own acts', () => {
  test('undoing a move leaves alone where another has moved the note since', () => {
    const mine = seededBoard();
    const id = addNote(mine, 'n');
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    placeNote(mine, id, { x: 1, y: 1 });
    exchange(mine, theirs);
    placeNote(theirs, id, { x: 9, y: 9 });
    exchange(mine, theirs);
    history.undo();
    exchange(mine, theirs);
    expect(readNotes(mine).notes[0]?.placement).toEqual({ x: 9, y: 9 });
    expect(readNotes(theirs).notes[0]?.placement).toEqual({ x: 9, y: 9 });
  });

  test('undoing a move does not bring back what another has deleted since', () => {
    const mine = seededBoard();
    const id = addNote(mine, 'n');
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    placeNote(mine, id, { x: 1, y: 1 });
    exchange(mine, theirs);
    deleteNotes(theirs, [id]);
    exchange(mine, theirs);
    history.undo();
    exchange(mine, theirs);
    expect(texts(mine)).toEqual([]);
    expect(texts(theirs)).toEqual([]);
  });

  test('undoing a change of a drawing does not bring back what another has removed since', () => {
    const mine = seededBoard();
    const drawing = (props: object) => ({ id: 'shape:d', typeName: 'shape' as const, type: 'draw', props });
    putDrawings(mine, [drawing({ a: 1 })]);
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    putDrawings(mine, [drawing({ a: 2 })]);
    exchange(mine, theirs);
    putDrawings(theirs, [], ['shape:d']);
    exchange(mine, theirs);
    history.undo();
    exchange(mine, theirs);
    expect(readDrawings(mine)).toEqual([]);
  });

  test('undoing my typing leaves theirs in the same note', () => {
    const mine = seededBoard();
    const id = addNote(mine, '');
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    editNote(mine, id, 'mine');
    exchange(mine, theirs);
    editNote(theirs, id, 'mine and theirs');
    exchange(mine, theirs);
    history.undo();
    expect(texts(mine)).toEqual([' and theirs']);
  });

  test('undoing a new note keeps what others wrote in it, for when it is redone', () => {
    const mine = seededBoard();
    const history = createHistory(mine);
    const id = addNote(mine, 'start');
    const theirs = peerOf(mine);
    editNote(theirs, id, 'start, and more');
    exchange(mine, theirs);
    history.undo();
    expect(texts(mine)).toEqual([]);
    history.redo();
    expect(texts(mine)).toEqual(['start, and more']);
  });

  test('undo and redo of deleting, recolouring and moving', () => {
    const doc = seededBoard();
    const id = addNote(doc, 'n');
    const before = readNotes(doc).notes;
    const history = createHistory(doc);
    for (const act of [() => deleteNotes(doc, [id]), () => recolorNotes(doc, [id], 'sky'), () => placeNote(doc, id, { x: 3, y: 3 })]) {
      history.mark();
      act();
      const after = readNotes(doc).notes;
      expect(after).not.toEqual(before);
      history.undo();
      expect(readNotes(doc).notes).toEqual(before);
      history.redo();
      expect(readNotes(doc).notes).toEqual(after);
      history.undo();
    }
  });
});

test('a note says in which minute its text was last changed; typing on in that minute writes nothing more, and undoing takes it back', () => {
  const MINUTE = 60_000;
  const doc = seededBoard();
  const id = createNote(doc, { text: 'bus', color: 'sun', author: null, createdAt: 5 * MINUTE + 1, language: 'en', placement: placeInColumn(doc, 'partnership', 'opportunities') });
  const changedAt = () => readNotes(doc).notes[0]!.changedAt;
  editNote(doc, id, 'a bus', 6 * MINUTE - 1);
  expect(changedAt()).toBeUndefined();
  const history = createHistory(doc);
  editNote(doc, id, 'a late bus', 9 * MINUTE + 7);
  expect(changedAt()).toBe(9 * MINUTE);
  const written = Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID)!;
  spliceNote(doc, id, { index: 0, remove: 0, insert: 'x' }, 10 * MINUTE - 1);
  expect(Y.decodeStateVector(Y.encodeStateVector(doc)).get(doc.clientID)! - written).toBe(1);
  history.undo();
  expect([readNotes(doc).notes[0]!.text, changedAt()]).toEqual(['a bus', undefined]);
});
