import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { actingAnew, hideClient } from '../../../client/session/hidden-client.ts';
import { addComment, createGroup, createHistory, deleteNotes, editNote, placeInColumn, placeNotes, readNotes } from '../../../shared/board/index.ts';
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

test('promise 13: whoever wrote a note and then groups, moves, or says something about another, does each under a number of its own', () => {
  const board = seededBoard();
  const [one, two] = [addNote(board, 'one'), addNote(board, 'two')];
  const page = peerOf(board);
  const hidden = hideClient(page);
  const history = actingAnew(createHistory(page), hidden.change);
  const acts = [
    () => addNote(page, 'mine'),
    () => addComment(page, one, { text: 'so do I', author: null, createdAt: 1 }),
    () => createGroup(page, { title: 'Together', approach: 'partnership', column: 'opportunities', notes: [two] }),
    () => placeNotes(page, new Map([[one, placeInColumn(page, 'partnership', 'obstacles')]])),
  ];
  const numbers = acts.map((act) => {
    const before = Y.decodeStateVector(Y.encodeStateVector(page));
    history.mark();
    act();
    return [...Y.decodeStateVector(Y.encodeStateVector(page))].filter(([client, clock]) => before.get(client) !== clock).map(([client]) => client);
  });
  expect(numbers.map((clients) => clients.length)).toEqual([1, 1, 1, 1]);
  expect(new Set(numbers.flat()).size).toBe(4);
  for (let step = 0; step < 4; step += 1) history.undo();
  expect(readNotes(page).notes.map(({ id, comments }) => [id, comments.length]).sort()).toEqual([[one, 0], [two, 0]].sort());
  expect(history.canUndo()).toBe(false);
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
