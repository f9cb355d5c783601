import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastedTexts, readPasted } from '../../../client/writing/pasted.ts';
import { PASTE_LIMIT } from '../../../shared/protocol/limits.ts';

const read = (text: string) => readPasted(text).rows;

test('each line of a list is a note; empty lines and the signs of a list are none of its words', () => {
  expect(read('First\nSecond\r\n\r\n  Third  \n')).toEqual([['First'], ['Second'], ['Third']]);
  expect(read('• One\n• Two\n\t')).toEqual([['One'], ['Two']]);
  expect(read('- One\n- Two')).toEqual([['One'], ['Two']]);
  // A dash that only some lines begin with means something.
  expect(read('- 5 degrees\nWarm')).toEqual([['- 5 degrees'], ['Warm']]);
  expect(read('\n \n')).toEqual([]);
});

test('each cell of a spreadsheet is a note, with the line breaks that are in it', () => {
  expect(read('Ana\tBéla\nCarla\t\n')).toEqual([['Ana', 'Béla'], ['Carla']]);
  expect(read('"two\nlines"\tplain\n"say ""hi"""\tend\n')).toEqual([['two\nlines', 'plain'], ['say "hi"', 'end']]);
});

test('quotation marks that somebody wrote stay, also where they are not closed', () => {
  expect(read('"We need time"\n"Who decides?" she said\n"open')).toEqual([['"We need time"'], ['"Who decides?" she said'], ['"open']]);
});

test('what a spreadsheet writes is read as it was in its cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', '\t', '\n', ' ', ',', '-'), maxLength: 8 }).map((text) => `x${text}x`);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const copied = stringify(rows, { delimiter: '\t', quote: '"', record_delimiter: '\n' });
      expect(read(copied)).toEqual(rows);
    }),
  );
});

test('more than anybody wants at once is left out, and how much is told', () => {
  const many = readPasted(Array.from({ length: PASTE_LIMIT + 7 }, (_, i) => `n${i}`).join('\n'));
  expect(pastedTexts(many)).toHaveLength(PASTE_LIMIT);
  expect(many.left).toBe(7);
  const wide = readPasted(Array.from({ length: PASTE_LIMIT + 7 }, (_, i) => `n${i}`).join('\t'));
  expect(pastedTexts(wide)).toHaveLength(PASTE_LIMIT);
  expect(wide.left).toBe(7);
});

test('a large text of quotation marks is read in good time', () => {
  expect(pastedTexts(readPasted('"open\n'.repeat(20_000)))).toHaveLength(PASTE_LIMIT);
});
