import { expect, it } from 'vitest';
import { excerpt } from '../../../client/ui/excerpt.ts';
import { sumUp } from '../../../client/columns/news.ts';
import type { Note, Placement } from '../../../shared/board/index.ts';
import { NOTHING_SAID } from '../../support/board.ts';

const note = (placement: Placement): Note => ({ id: 'n', text: '', color: 'sun', author: null, createdAt: 0, language: 'en', placement, ...NOTHING_SAID });

it('names a note by its beginning, on one line, cut at a word', () => {
  expect(excerpt('  Who pays\nfor the bus? ')).toBe('Who pays for the bus?');
  expect(excerpt('word '.repeat(40))).toBe(`${'word '.repeat(11)}word…`);
  expect([...excerpt('😀'.repeat(80))]).toHaveLength(61);
});

it('sums up what others added by column, in the order it came', () => {
  const obstacles = { approach: 'a', column: 'obstacles', order: 'a0' };
  const challenges = { approach: 'a', column: 'challenges', order: 'a0' };
  expect(sumUp([note(obstacles), note({ x: 0, y: 0 }), note(challenges), note(obstacles)])).toEqual({
    columns: [
      { approach: 'a', column: 'obstacles', count: 2 },
      { approach: 'a', column: 'challenges', count: 1 },
    ],
    free: 1,
  });
});
