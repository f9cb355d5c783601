import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import {
  addComment,
  createHistory,
  createLiveBoard,
  deleteComment,
  deleteNotes,
  editComment,
  editNote,
  mayDeleteComment,
  mayEditComment,
  readNotes,
  restoreNote,
} from '../../../shared/board/index.ts';
import { COMMENT_TEXT_LIMIT } from '../../../shared/protocol/limits.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

const comment = (doc: Y.Doc, note: string, text: string, author = 'ana', createdAt = 1) => addComment(doc, note, { text, author, createdAt })!;
const thread = (doc: Y.Doc) => readNotes(doc).notes.flatMap((note) => note.comments.map(({ text }) => text));

describe('comments on a note', () => {
  test('stand in the order they were made in, each with its author and its time', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    comment(doc, note, 'second', 'ana', 20);
    comment(doc, note, ' first ', 'bela', 10);
    expect(readNotes(doc).notes[0]!.comments).toMatchObject([
      { text: 'first', author: 'bela', createdAt: 10, edited: false },
      { text: 'second', author: 'ana', createdAt: 20, edited: false },
    ]);
  });

  test('know the language of who wrote them, where that is one of ours', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    addComment(doc, note, { text: 'Sim', author: 'ana', createdAt: 1, language: 'pt' });
    addComment(doc, note, { text: 'Ie', author: 'carys', createdAt: 2, language: 'klingon' as 'pt' });
    comment(doc, note, 'Yes', 'bela', 3);
    expect(readNotes(doc).notes[0]!.comments.map(({ text, language }) => [text, language])).toEqual([['Sim', 'pt'], ['Ie', null], ['Yes', null]]);
  });

  test('promise 2: two people who comment offline on one note are both in its thread, the same for both', () => {
    const mine = seededBoard();
    const note = addNote(mine, 'Library');
    const theirs = peerOf(mine);
    comment(mine, note, 'mine');
    comment(theirs, note, 'theirs', 'bela');
    exchange(mine, theirs);
    expect(new Set(thread(mine))).toEqual(new Set(['mine', 'theirs']));
    expect(thread(theirs)).toEqual(thread(mine));
  });

  test('say something else once their author has changed them, and that it was changed', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    const id = comment(doc, note, 'Who pays?');
    editComment(doc, note, id, 'Who pays for it?');
    expect(readNotes(doc).notes[0]!.comments).toMatchObject([{ text: 'Who pays for it?', edited: true }]);
    editComment(doc, note, id, '  ');
    expect(thread(doc)).toEqual(['Who pays for it?']);
  });

  test('changed on two pages of their author at once, they keep both changes', () => {
    const desk = seededBoard();
    const note = addNote(desk, 'Library');
    const id = comment(desk, note, 'open');
    const phone = peerOf(desk);
    editComment(desk, note, id, 'keep open');
    editComment(phone, note, id, 'open late');
    exchange(desk, phone);
    expect(thread(desk)).toEqual(['keep open late']);
    expect(thread(phone)).toEqual(thread(desk));
  });

  test('are there again when a deleted note is put back, also those made meanwhile', () => {
    const mine = seededBoard();
    const note = addNote(mine, 'Library');
    comment(mine, note, 'before', 'ana', 1);
    const theirs = peerOf(mine);
    deleteNotes(mine, [note]);
    comment(theirs, note, 'meanwhile', 'bela', 2);
    exchange(mine, theirs);
    expect(thread(mine)).toEqual([]);
    restoreNote(mine, note, { x: 0, y: 0 });
    expect(thread(mine)).toEqual(['before', 'meanwhile']);
  });

  test('are cut at their limit, and one that says nothing is none', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    comment(doc, note, 'x'.repeat(COMMENT_TEXT_LIMIT + 5));
    expect(addComment(doc, note, { text: ' \n ', author: 'ana', createdAt: 1 })).toBeNull();
    expect(addComment(doc, 'no such note', { text: 'lost?', author: 'ana', createdAt: 1 })).toBeNull();
    expect(thread(doc)).toEqual(['x'.repeat(COMMENT_TEXT_LIMIT)]);
  });

  test('are changed by their author alone, and taken away by their author or a facilitator', () => {
    const said = { id: 'c', text: '', author: 'ana', createdAt: 1, language: null, edited: false };
    const ana = { role: 'participant', participant: 'ana' } as const;
    const bela = { role: 'participant', participant: 'bela' } as const;
    const fay = { role: 'facilitator', participant: 'fay' } as const;
    const viewer = { role: 'viewer', participant: null } as const;
    expect([ana, bela, fay, viewer].map((actor) => mayEditComment(actor, said))).toEqual([true, false, false, false]);
    expect([ana, bela, fay, viewer].map((actor) => mayDeleteComment(actor, said))).toEqual([true, false, true, false]);
    expect(mayEditComment(viewer, { ...said, author: null })).toBe(false);
  });

  test('are news of their own note alone', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    const other = addNote(doc, 'Market');
    const live = createLiveBoard(doc);
    const before = live.note(other);
    const told: string[] = [];
    live.onNotes((changed) => told.push(...changed));
    comment(doc, note, 'hello');
    expect(told).toEqual([note]);
    expect(live.note(note)!.comments).toHaveLength(1);
    expect(live.note(other)).toBe(before);
    live.destroy();
  });
});

describe('promise 3: undo of comments', () => {
  test('each act is one step of one’s own: adding, changing, taking away', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    const history = createHistory(doc);
    const id = comment(doc, note, 'one');
    history.mark();
    editComment(doc, note, id, 'one and two');
    history.mark();
    deleteComment(doc, note, id);
    const steps: string[][] = [];
    for (let i = 0; i < 3; i += 1) {
      history.undo();
      steps.push(thread(doc));
    }
    expect(steps).toEqual([['one and two'], ['one'], []]);
    for (let i = 0; i < 2; i += 1) history.redo();
    expect(readNotes(doc).notes[0]!.comments).toMatchObject([{ id, text: 'one and two', author: 'ana', edited: true }]);
    const peer = peerOf(doc);
    expect(thread(peer)).toEqual(['one and two']);
  });

  test('leaves what others have said and written since', () => {
    const mine = seededBoard();
    const note = addNote(mine, 'Library');
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    comment(mine, note, 'mine');
    exchange(mine, theirs);
    comment(theirs, note, 'theirs', 'bela', 2);
    editNote(theirs, note, 'Library and market');
    exchange(mine, theirs);
    history.undo();
    exchange(mine, theirs);
    for (const doc of [mine, theirs]) {
      expect(thread(doc)).toEqual(['theirs']);
      expect(readNotes(doc).notes[0]!.text).toBe('Library and market');
    }
  });

  test('does not bring back a comment that a facilitator has taken away', () => {
    const mine = seededBoard();
    const note = addNote(mine, 'Library');
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    const id = comment(mine, note, 'rude');
    history.mark();
    editComment(mine, note, id, 'ruder');
    exchange(mine, theirs);
    deleteComment(theirs, note, id);
    exchange(mine, theirs);
    history.undo();
    history.undo();
    exchange(mine, theirs);
    expect(thread(mine)).toEqual([]);
    expect(thread(theirs)).toEqual([]);
  });
});

test('promise 5: a comment that does not parse is counted and takes nothing else down', () => {
  const doc = seededBoard();
  const note = addNote(doc, 'Library');
  comment(doc, note, 'good');
  const content = doc.getMap<Y.Map<unknown>>('notes').get(note)!;
  const xml = new Y.XmlText();
  const bad: unknown[] = [
    17,
    new Y.Map(),
    new Y.Map<unknown>([['text', 'no shared text'], ['author', 'ana'], ['createdAt', 1]]),
    new Y.Map<unknown>([['text', new Y.Text('no author')], ['createdAt', 1]]),
    new Y.Map<unknown>([['text', xml], ['author', 'ana'], ['createdAt', 1]]),
    new Y.Array(),
  ];
  bad.forEach((record, index) => content.set(`comment:bad${index}`, record));
  xml.insertEmbed(0, { toString: 1, valueOf: 1 } as unknown as object);
  expect(readNotes(doc)).toMatchObject({ unreadable: [], notes: [{ text: 'Library', unreadableComments: bad.length, comments: [{ text: 'good' }] }] });
  editComment(doc, note, 'bad0', 'mended?');
  expect(content.get('comment:bad0')).toBe(17);
  deleteComment(doc, note, 'bad0');
  expect(readNotes(doc).notes[0]!.unreadableComments).toBe(bad.length - 1);
});
