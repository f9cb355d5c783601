import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addComment, copyOfDoc, createGroup, deleteNotes, editNote, placeInColumn, placeNote, putDrawings, readDrawings, readGroups, readNotes, recolorNotes } from '../../../shared/board/index.ts';
import { compare, isNoDifference, type BoardAt } from '../../../shared/history/compare.ts';
import { readStage } from '../../../shared/stage/document.ts';
import { addColumn, moveApproach, moveColumn, removeApproach, renameApproach, renameBoard, setPrompts } from '../../../shared/stage/edit-structure.ts';
import { addNote, seededBoard, seededStage } from '../../support/board.ts';

const at = (board: Y.Doc, stage: Y.Doc): BoardAt => ({ notes: readNotes(board).notes, groups: [...readGroups(board).values()], drawings: readDrawings(board), stage: readStage(stage) });

/** A board with notes, the same later, and what was done in between. */
function twoMoments() {
  const board = seededBoard();
  const stage = seededStage();
  const ids = { still: addNote(board, 'still'), reworded: addNote(board, 'old words'), moved: addNote(board, 'wanders'), both: addNote(board, 'both'), gone: addNote(board, 'gone') };
  const before = at(copyOfDoc(board), copyOfDoc(stage));
  editNote(board, ids.reworded, 'new words');
  addComment(board, ids.reworded, { text: 'better', author: 'author', createdAt: 2 });
  placeNote(board, ids.moved, placeInColumn(board, 'global', 'obstacles'));
  placeNote(board, ids.both, { x: 3, y: 4 });
  recolorNotes(board, [ids.both], 'sky');
  deleteNotes(board, [ids.gone]);
  const added = addNote(board, 'brand new');
  return { before, after: () => at(board, stage), ids: { ...ids, added }, board, stage };
}

test('two moments differ by what was added, changed, moved and removed', () => {
  const { before, after, ids } = twoMoments();
  const { notes, counts, parts } = compare(before, after());
  expect(new Map(notes.map(({ id, acts, parts: changed }) => [id, [acts, changed]]))).toEqual(
    new Map([
      [ids.reworded, [['changed'], ['text', 'comments']]],
      [ids.moved, [['moved'], []]],
      [ids.both, [['changed', 'moved'], ['color']]],
      [ids.gone, [['removed'], []]],
      [ids.added, [['added'], []]],
    ]),
  );
  expect([counts, parts]).toEqual([{ added: 1, changed: 2, moved: 2, removed: 1 }, []]);
});

test('the other way around, what was added was removed', () => {
  const { before, after } = twoMoments();
  const [forth, back] = [compare(before, after()), compare(after(), before)];
  expect(back.counts).toEqual({ ...forth.counts, added: forth.counts.removed, removed: forth.counts.added });
  expect(back.notes.map(({ id }) => id).sort()).toEqual(forth.notes.map(({ id }) => id).sort());
});

test('a moment does not differ from itself, nor by the order of notes', () => {
  const { after, board, ids } = twoMoments();
  const now = after();
  expect(compare(now, now)).toEqual({ notes: [], parts: [], counts: { added: 0, changed: 0, moved: 0, removed: 0 }, title: null, drawings: { added: 0, changed: 0, removed: 0 } });
  placeNote(board, ids.still, placeInColumn(board, 'partnership', 'opportunities', 0, ids.still));
  expect(compare(now, after()).notes).toEqual([]);
});

test('approaches, columns and groups that came, went or were renamed are told', () => {
  const { after, board, stage, ids } = twoMoments();
  const now = after();
  const [first, second] = now.stage.approaches;
  renameApproach(stage, first!.id, { title: 'Another title' });
  const column = addColumn(stage, first!.id, { name: 'Questions', kind: 'questions' })!;
  removeApproach(stage, second!.id);
  const group = createGroup(board, { title: 'Buses', approach: first!.id, column: 'opportunities', notes: [ids.still] });
  const { parts, notes } = compare(now, after());
  expect(parts.map(({ kind, act, id }) => [kind, act, id])).toEqual([
    ['approach', 'renamed', first!.id],
    ['column', 'added', column],
    ['approach', 'removed', second!.id],
    ['group', 'added', group],
  ]);
  expect(notes.map(({ id, acts }) => [id, acts])).toEqual([[ids.still, ['moved']]]);
});

test('drawings, prompts, the order of approaches and columns and the title of the board are told, too', () => {
  const [board, stage] = [seededBoard(), seededStage()];
  const drawing = (id: string, x = 0) => ({ id: `shape:${id}`, typeName: 'shape' as const, type: 'draw', x });
  putDrawings(board, [drawing('stays'), drawing('wanders'), drawing('goes')]);
  const before = at(copyOfDoc(board), copyOfDoc(stage));
  expect(isNoDifference(compare(before, before))).toBe(true);

  putDrawings(board, [drawing('wanders', 9), drawing('comes')], ['shape:goes']);
  const drawn = compare(before, at(board, stage));
  expect([drawn.drawings, isNoDifference(drawn)]).toEqual([{ added: 1, changed: 1, removed: 1 }, false]);

  renameBoard(stage, { title: 'Another' });
  moveApproach(stage, 'global', 0);
  moveColumn(stage, 'partnership', 'obstacles', 0);
  setPrompts(stage, 'partnership', 'challenges', ['What would help?'], 'en');
  const { title, parts } = compare(before, at(board, stage));
  expect(title).toEqual({ before: 'Board', after: 'Another' });
  expect(parts.map(({ kind, act, id }) => `${kind} ${id} ${act}`).sort()).toEqual(['approach partnership moved', 'approach partnership renamed', 'column obstacles moved']);
});
