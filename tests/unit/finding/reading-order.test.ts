import { expect, test } from 'vitest';
import { inReadingOrder, nextAfter } from '../../../client/finding/reading-order.ts';
import type { Note, Placement } from '../../../shared/board/index.ts';
import { readStage } from '../../../shared/stage/document.ts';
import { NOTHING_SAID, seededStage } from '../../support/board.ts';

const note = (id: string, placement: Placement, createdAt = 0): Note => ({ id, text: id, author: null, color: 'sun', createdAt, language: 'en', placement, ...NOTHING_SAID });
const under = (approach: string, column: string, order: string) => ({ approach, column, order });

test('notes are read column by column, then those that lie free, then those set aside', () => {
  const { approaches } = readStage(seededStage('both'));
  const groups = [{ id: 'g', title: '', placement: under('partnership', 'opportunities', 'a0V') }];
  const notes = [
    note('aside', under('gone', 'gone', 'a0')),
    note('free-late', { x: 0, y: 0 }, 2),
    note('free-early', { x: 9, y: 9 }, 1),
    note('global', under('global', 'opportunities', 'a0')),
    note('second', under('partnership', 'opportunities', 'a1')),
    note('first', under('partnership', 'opportunities', 'a0')),
    note('in-group', { ...under('partnership', 'opportunities', 'a5'), group: 'g' }),
    note('obstacle', under('partnership', 'obstacles', 'a0')),
  ];
  expect(inReadingOrder(approaches, notes, groups)).toEqual(['first', 'in-group', 'second', 'obstacle', 'global', 'free-early', 'free-late', 'aside']);
});

test('the next one is looked for from where one is, round the end, and from the beginning where that note is gone', () => {
  const order = ['a', 'b', 'c', 'd'];
  const wanted = (id: string) => id === 'a' || id === 'c';
  expect(nextAfter(order, wanted, null)).toBe('a');
  expect(nextAfter(order, wanted, 'a')).toBe('c');
  expect(nextAfter(order, wanted, 'c')).toBe('a');
  expect(nextAfter(order, wanted, 'gone')).toBe('a');
  expect(nextAfter(order, () => false, 'a')).toBeNull();
});
