import { expect, it } from 'vitest';
import { excerpt } from '../../../client/ui/excerpt.ts';

it('names a note by its beginning, on one line, cut at a word', () => {
  expect(excerpt('  Who pays\nfor the bus? ')).toBe('Who pays for the bus?');
  expect(excerpt('word '.repeat(40))).toBe(`${'word '.repeat(11)}word…`);
  expect([...excerpt('😀'.repeat(80))]).toHaveLength(61);
});
