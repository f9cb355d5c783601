import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { shiftRange, type TextChange } from '../../../client/writing/shift-range.ts';

test.each([
  ['text inserted before pushes it on', [{ insert: 'abc' }], [5, 7], [8, 10]],
  ['text inserted after leaves it', [{ retain: 8 }, { insert: 'abc' }], [5, 7], [5, 7]],
  ['text inserted inside widens it', [{ retain: 6 }, { insert: 'x' }], [5, 7], [5, 8]],
  ['text deleted before draws it back', [{ delete: 3 }], [5, 7], [2, 4]],
  ['what is deleted around it leaves nothing', [{ retain: 4 }, { delete: 6 }], [5, 7], [4, 4]],
])('%s', (_what, delta, range, expected) => {
  expect(shiftRange(range, delta)).toEqual(expected);
});

test('the letter behind the caret stays behind it, whatever others change elsewhere', () => {
  const edit = fc.record({ at: fc.nat(30), remove: fc.nat(4), insert: fc.string({ maxLength: 4, unit: fc.constantFrom('a', 'b', 'c') }) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.nat(19), (edits, caret) => {
      const doc = new Y.Doc();
      const text = doc.getText('t');
      text.insert(0, `${'-'.repeat(caret)}|${'-'.repeat(20 - caret)}`);
      let range: [number, number] = [caret, caret + 1];
      text.observe((event) => {
        range = shiftRange(range, event.delta as TextChange[]);
      });
      for (const { at, remove, insert } of edits) {
        const marker = text.toString().indexOf('|');
        const index = Math.min(at, text.length);
        // Nobody deletes the marked letter itself, and what comes just before it is ambiguous.
        const length = index <= marker ? Math.min(remove, marker - index) : Math.min(remove, text.length - index);
        if (index === marker) continue;
        doc.transact(() => {
          text.delete(index, length);
          text.insert(index, insert);
        });
      }
      expect(text.toString().slice(...range)).toContain('|');
    }),
    { numRuns: 500 },
  );
});
