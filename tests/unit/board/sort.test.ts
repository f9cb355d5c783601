import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGroup, createHistory, editNote, entriesOf, groupKey, placeInColumn, placeNote, readNotes, sortBoard } from '../../../shared/board/index.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

const COLUMN = { approach: 'partnership', column: 'opportunities' };
const idsIn = (doc: Parameters<typeof entriesOf>[0], at: Parameters<typeof entriesOf>[1] = COLUMN) => entriesOf(doc, at, []).map(({ id }) => id);

/** Sorts a board by a weight, the heaviest first, as votes do. */
const byWeight = (weights: ReadonlyMap<string, number>) => (entries: readonly string[]) => [...entries].sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0));

test('the heaviest come first in every column and group; equal ones stay as they were, and doing it again moves nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom('opportunities', 'obstacles')), { maxLength: 12 }), (notes) => {
      const doc = seededBoard();
      const weights = new Map(notes.map(([weight, column], index) => [addNote(doc, String(index), placeInColumn(doc, 'partnership', column)), weight]));
      const before = { opportunities: idsIn(doc), obstacles: idsIn(doc, { ...COLUMN, column: 'obstacles' }) };
      sortBoard(doc, byWeight(weights));
      for (const [column, ids] of Object.entries(before)) {
        expect(idsIn(doc, { ...COLUMN, column })).toEqual(byWeight(weights)(ids));
      }
      expect(sortBoard(doc, byWeight(weights))).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('notes stay in their groups, groups go as a whole, and what lies free stays where it is', () => {
  const doc = seededBoard();
  const [a, b, c] = ['a', 'b', 'c'].map((text) => addNote(doc, text)) as [string, string, string];
  const free = addNote(doc, 'free', { x: 5, y: 6 });
  const group = createGroup(doc, { title: 'Buses', ...COLUMN, notes: [a, b] });
  const weights = new Map([[b, 4], [c, 9], [free, 50], [groupKey(group), 1]]);
  sortBoard(doc, byWeight(weights));
  expect([idsIn(doc), idsIn(doc, { ...COLUMN, group })]).toEqual([[c, groupKey(group)], [b, a]]);
  expect(readNotes(doc).notes.find(({ id }) => id === free)?.placement).toEqual({ x: 5, y: 6 });
});

test('it is one step of undo, and what others do at the same moment stands', () => {
  const doc = seededBoard();
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text) => addNote(doc, text)) as [string, string, string, string];
  const other = peerOf(doc);
  const history = createHistory(doc);
  history.mark();
  sortBoard(doc, byWeight(new Map([[c, 2], [b, 1]])));
  history.mark();
  editNote(other, b, 'b, and more');
  placeNote(other, d, placeInColumn(other, 'partnership', 'obstacles'));
  exchange(doc, other);
  expect([idsIn(doc), idsIn(other)]).toEqual([[c, b, a], [c, b, a]]);
  expect(readNotes(doc).notes.find(({ id }) => id === b)?.text).toBe('b, and more');
  history.undo();
  expect(idsIn(doc)).toEqual([a, b, c]);
  expect(idsIn(doc, { ...COLUMN, column: 'obstacles' })).toEqual([d]);
});
