import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deleteNotes, editNote, findPlace, holdPlace, noteText } from '../../../shared/board/index.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

test('promise 2: a caret stays where its owner left it, whatever another types and deletes around it', () => {
  const mine = seededBoard();
  const id = addNote(mine, 'one two three');
  const theirs = peerOf(mine);
  const caret = holdPlace(mine, id, 7)!;
  editNote(theirs, id, 'zero one two three');
  editNote(theirs, id, 'zero one two and a half three');
  exchange(mine, theirs);
  for (const doc of [mine, theirs]) expect(noteText(doc, id)!.toString().slice(0, findPlace(doc, id, caret)!)).toBe('zero one two');
  editNote(theirs, id, 'three');
  expect(findPlace(theirs, id, caret)).toBe(0);
});

test('whoever types at the place of a caret pushes it nowhere: it stays behind the same letter', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 5 }), fc.nat(20), (text, typed, at) => {
      const mine = seededBoard();
      const id = addNote(mine, text);
      const index = Math.min(at, text.length);
      const caret = holdPlace(mine, id, index)!;
      const shared = noteText(mine, id)!;
      shared.insert(index, typed);
      expect(findPlace(mine, id, caret)).toBe(index);
      shared.insert(0, 'before ');
      // At the very beginning there is no letter to stay behind.
      expect(findPlace(mine, id, caret)).toBe(index === 0 ? 0 : index + 'before '.length);
    }),
  );
});

test('a caret that is none, of another note, or of a text that has not come yet is nowhere', () => {
  const mine = seededBoard();
  const id = addNote(mine, 'mine');
  const other = addNote(mine, 'other');
  const behind = peerOf(mine);
  editNote(mine, id, 'mine and more');
  for (const odd of ['', '!!', 'AAAA', '////////////////', holdPlace(mine, other, 2)!]) expect(findPlace(mine, id, odd)).toBeNull();
  expect(findPlace(behind, id, holdPlace(mine, id, 13)!)).toBeNull();
  expect(holdPlace(mine, 'no note', 0)).toBeNull();
  deleteNotes(mine, [id]);
  expect(findPlace(mine, id, holdPlace(mine, id, 4)!)).toBe(4);
});
