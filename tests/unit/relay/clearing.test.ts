import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isClearing, watchForClearing } from '../../../server/relay/clearing.ts';
import { requirementsOf } from '../../../server/relay/requirements.ts';
import { deleteNotes, editNote, placeInColumn, placeNotes, readNotes } from '../../../shared/board/index.ts';
import { addNote, peerOf, seededBoard } from '../../support/board.ts';

const ROOM = { board: 'BoardBoardBoard_', kind: 'board' } as const;

/** A board of so many notes, and what an act on it would be told as. */
function board(count: number) {
  const doc = seededBoard();
  const ids = Array.from({ length: count }, (_, number) => addNote(doc, `note ${number}`));
  const told = (act: (doc: Y.Doc) => void): number | null => {
    const page = peerOf(doc);
    const before = Y.encodeStateVector(page);
    act(page);
    const update = Y.encodeStateAsUpdate(page, before);
    const copy = peerOf(doc);
    const taken = watchForClearing(ROOM, copy, requirementsOf(Y.decodeUpdate(update)));
    Y.applyUpdate(copy, update);
    return taken && taken();
  };
  return { doc, ids, told };
}

test('ten notes at once are many, or on a small board a quarter of it', () => {
  expect([isClearing(500, 9), isClearing(500, 10), isClearing(16, 4), isClearing(17, 4), isClearing(3, 3), isClearing(4, 4)]).toEqual([false, true, true, false, false, true]);
});

test('notes that are taken off are counted, whoever wrote them; moves, edits and single deletions are not', () => {
  const { ids, told } = board(60);
  expect(told((doc) => deleteNotes(doc, ids))).toBe(60);
  expect(told((doc) => deleteNotes(doc, ids.slice(0, 10)))).toBe(10);
  expect(told((doc) => deleteNotes(doc, ids.slice(0, 9)))).toBe(0);
  expect(told((doc) => placeNotes(doc, new Map(ids.map((id) => [id, placeInColumn(doc, 'partnership', 'obstacles')]))))).toBe(0);
  expect(told((doc) => editNote(doc, ids[0]!, ''))).toBe(0);
  expect(told((doc) => deleteNotes(doc, ids.slice(0, 1)))).toBe(null);
});

test('a program that takes places away without a trace is seen, too', () => {
  const { ids, told } = board(20);
  const notes = told((doc) => {
    for (const [name] of doc.share) if (name.startsWith('placements')) doc.getArray(name).delete(0, doc.getArray(name).length);
    expect(readNotes(doc).notes).toEqual([]);
  });
  expect(notes).toBe(ids.length);
});

test('on desks and on the stage nothing is looked at', () => {
  const doc = seededBoard();
  for (const kind of ['stage', 'ledger'] as const) expect(watchForClearing({ ...ROOM, kind }, doc, { needs: new Map(), brings: new Map(), takes: 99 })).toBe(null);
});
