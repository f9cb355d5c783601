import { expect, test } from 'vitest';
import { createHistory, readNotes } from '../../../shared/board/index.ts';
import { addNote, seededBoard } from '../../support/board.ts';

const textsOf = (doc: Parameters<typeof readNotes>[0]) => readNotes(doc).notes.map(({ text }) => text);

test('promise 3: of what one did on the board and on one’s desk, the last is undone first, and redone in turn', () => {
  const board = seededBoard();
  const desk = seededBoard();
  const history = createHistory([board, desk]);
  const act = (doc: typeof board, text: string) => {
    history.mark();
    addNote(doc, text);
  };
  act(board, 'one');
  act(desk, 'two');
  act(board, 'three');
  history.undo();
  expect([textsOf(board), textsOf(desk)]).toEqual([['one'], ['two']]);
  history.undo();
  expect([textsOf(board), textsOf(desk)]).toEqual([['one'], []]);
  history.redo();
  expect([textsOf(board), textsOf(desk)]).toEqual([['one'], ['two']]);
  history.redo();
  expect(textsOf(board).sort()).toEqual(['one', 'three']);
  for (let step = 0; step < 3; step += 1) history.undo();
  expect([history.canUndo(), textsOf(board), textsOf(desk)]).toEqual([false, [], []]);
});

test('what was done on the board waits there while the board may not be written, whatever is undone on the desk meanwhile', () => {
  const board = seededBoard();
  const desk = seededBoard();
  let open = true;
  const history = createHistory([board, desk], (doc) => doc === desk || open);
  const act = (doc: typeof board, text: string) => {
    history.mark();
    addNote(doc, text);
  };
  act(desk, 'mine');
  act(board, 'ours');
  act(board, 'taken back');
  history.undo();
  open = false;
  expect([history.canUndo(), history.canRedo()]).toEqual([true, false]);
  for (let step = 0; step < 3; step += 1) history.undo();
  expect([textsOf(board), textsOf(desk), history.canUndo()]).toEqual([['ours'], [], false]);
  history.redo();
  history.redo();
  expect([textsOf(board), textsOf(desk), history.canRedo()]).toEqual([['ours'], ['mine'], false]);
  open = true;
  history.redo();
  expect(textsOf(board).sort()).toEqual(['ours', 'taken back']);
  history.undo();
  history.undo();
  expect([textsOf(board), textsOf(desk)]).toEqual([['ours'], []]);
});
