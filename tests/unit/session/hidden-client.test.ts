import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { hideClient } from '../../../client/session/hidden-client.ts';
import { createHistory, deleteNotes, editNote, readNotes } from '../../../shared/board/index.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

const clientsOf = (doc: Y.Doc) => [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()];
const listsOf = (doc: Y.Doc) => [...doc.share.keys()].filter((name) => name.startsWith('placements/'));

test('promise 13: nothing a page writes, moves, undoes or redoes bears the number it is announced by, nor does one note’s tell another’s', () => {
  const board = seededBoard();
  const others = addNote(board, 'of somebody else');
  const page = peerOf(board);
  const announced = page.clientID;
  const hidden = hideClient(page);
  const history = createHistory(page);
  const before = new Set(clientsOf(page));
  hidden.change();
  const first = addNote(page, 'first');
  hidden.change();
  const second = addNote(page, 'second');
  history.mark();
  editNote(page, others, 'changed');
  deleteNotes(page, [first]);
  history.undo();
  history.redo();
  history.undo();
  expect(page.clientID).toBe(announced);
  expect(clientsOf(page)).not.toContain(announced);
  expect(listsOf(page).some((name) => name.endsWith(`/${announced}`))).toBe(false);
  expect(clientsOf(page).filter((client) => !before.has(client)).length).toBeGreaterThan(1);
  exchange(board, page);
  expect(readNotes(board).notes.map(({ id }) => id).sort()).toEqual([others, first, second].sort());
});

test('what comes from others leaves the announced number as it is', () => {
  const board = seededBoard();
  const page = peerOf(board);
  const announced = page.clientID;
  hideClient(page);
  addNote(board, 'of others');
  exchange(board, page);
  expect(page.clientID).toBe(announced);
});
