import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import {
  byDue,
  createHistory,
  deleteNotes,
  isDay,
  readNotes,
  restoreNote,
  setActionDone,
  setActionDue,
  setActionOwner,
  tagAction,
} from '../../../shared/board/index.ts';
import { ACTION_OWNER_LIMIT } from '../../../shared/protocol/limits.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

const action = (doc: Y.Doc) => readNotes(doc).notes[0]!.action;

describe('actions', () => {
  test('a note becomes an action, with an owner on the board or one in words, a day, and done', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Call the mayor');
    expect(action(doc)).toBeNull();
    tagAction(doc, [note], true);
    expect(action(doc)).toEqual({ owner: null, due: null, done: false });
    setActionOwner(doc, note, { participant: 'ana' });
    setActionDue(doc, note, '2026-03-12');
    setActionDone(doc, note, true);
    expect(action(doc)).toEqual({ owner: { participant: 'ana' }, due: '2026-03-12', done: true });
    setActionOwner(doc, note, { name: ` The library ${'x'.repeat(ACTION_OWNER_LIMIT)}` });
    expect(action(doc)!.owner).toEqual({ name: `The library ${'x'.repeat(ACTION_OWNER_LIMIT - 12)}` });
    setActionOwner(doc, note, { name: '  ' });
    setActionDue(doc, note, null);
    setActionDone(doc, note, false);
    expect(action(doc)).toEqual({ owner: null, due: null, done: false });
  });

  test('promise 2: one names the owner, another sets the day, a third the tag again, all offline: everything stands', () => {
    const first = seededBoard();
    const note = addNote(first, 'Call the mayor');
    tagAction(first, [note], true);
    const docs = [first, peerOf(first), peerOf(first)] as const;
    setActionOwner(docs[0], note, { participant: 'ana' });
    setActionDue(docs[1], note, '2026-03-12');
    setActionDone(docs[2], note, true);
    exchange(...docs);
    for (const doc of docs) expect(action(doc)).toEqual({ owner: { participant: 'ana' }, due: '2026-03-12', done: true });
  });

  test('two people who make one note an action at once make one of it', () => {
    const mine = seededBoard();
    const note = addNote(mine, 'Call the mayor');
    const theirs = peerOf(mine);
    for (const [doc, name] of [[mine, 'Ana'], [theirs, 'Béla']] as const) {
      tagAction(doc, [note], true);
      setActionOwner(doc, note, { name });
    }
    exchange(mine, theirs);
    expect(action(mine)).toEqual(action(theirs));
    expect(action(mine)!.owner).not.toBeNull();
  });

  test('one that is deleted and put back, or tagged again, still has its owner and day', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Call the mayor');
    tagAction(doc, [note], true);
    setActionDue(doc, note, '2026-03-12');
    deleteNotes(doc, [note]);
    restoreNote(doc, note, { x: 0, y: 0 });
    expect(action(doc)).toMatchObject({ due: '2026-03-12' });
    tagAction(doc, [note], false);
    expect(action(doc)).toBeNull();
    tagAction(doc, [note], true);
    expect(action(doc)).toMatchObject({ due: '2026-03-12' });
  });

  test('promise 3: undo takes back one’s own fact and leaves what others set', () => {
    const mine = seededBoard();
    const note = addNote(mine, 'Call the mayor');
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    tagAction(mine, [note], true);
    history.mark();
    setActionDue(mine, note, '2026-03-12');
    exchange(mine, theirs);
    setActionOwner(theirs, note, { name: 'Béla' });
    exchange(mine, theirs);
    history.undo();
    exchange(mine, theirs);
    expect(action(theirs)).toEqual({ owner: { name: 'Béla' }, due: null, done: false });
    history.redo();
    exchange(mine, theirs);
    expect(action(theirs)).toEqual({ owner: { name: 'Béla' }, due: '2026-03-12', done: false });
  });

  test('promise 3: undo leaves a day that another has set since', () => {
    const mine = seededBoard();
    const note = addNote(mine, 'Call the mayor');
    tagAction(mine, [note], true);
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    setActionDue(mine, note, '2026-03-12');
    exchange(mine, theirs);
    setActionDue(theirs, note, '2026-04-01');
    exchange(mine, theirs);
    history.undo();
    exchange(mine, theirs);
    for (const doc of [mine, theirs]) expect(action(doc)!.due).toBe('2026-04-01');
  });

  test('are listed by day: what is to do first, what has no day behind, what is done last', () => {
    const item = (id: string, due: string | null, done = false) => ({ id, action: { owner: null, due, done } });
    const list = [item('d', '2026-01-01', true), item('c', null), item('b', '2026-05-01'), item('a2', '2026-02-01'), item('a1', '2026-02-01')];
    expect(list.sort(byDue).map(({ id }) => id)).toEqual(['a1', 'a2', 'b', 'c', 'd']);
  });

  test('a day is one of the calendar', () => {
    expect(['2026-03-12', '2028-02-29'].map(isDay)).toEqual([true, true]);
    expect(['2026-02-29', '2026-13-01', '12.3.2026', '', '2026-3-1', '12026-01-01'].map(isDay)).toEqual([false, false, false, false, false, false]);
    const doc = seededBoard();
    const note = addNote(doc, 'Call the mayor');
    tagAction(doc, [note], true);
    setActionDue(doc, note, 'tomorrow');
    expect(action(doc)!.due).toBeNull();
  });
});

test('promise 5: facts that do not parse are not known, and the note stands', () => {
  const doc = seededBoard();
  const note = addNote(doc, 'Call the mayor');
  const content = doc.getMap<Y.Map<unknown>>('notes').get(note)!;
  content.set('action', 'perhaps');
  expect(action(doc)).toBeNull();
  content.set('action', true);
  content.set('actionOwner', new Y.Text('somebody'));
  content.set('actionDue', '2026-99-99');
  content.set('actionDone', 'nearly');
  expect(readNotes(doc)).toMatchObject({ unreadable: [], notes: [{ text: 'Call the mayor', action: { owner: null, due: null, done: false } }] });
  setActionOwner(doc, note, { name: 'Ana' });
  expect(action(doc)!.owner).toEqual({ name: 'Ana' });
});
