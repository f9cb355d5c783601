import { expect, it } from 'vitest';
import { tellDay, tellMoment, today } from '../../../client/note/days.ts';

it('a day is told as people write it, with its year where that is another', () => {
  expect(tellDay('2019-03-12', 'en')).toBe('12 March 2019');
  expect(tellDay('2019-03-12', 'pt')).toBe('12 de março de 2019');
  expect(tellDay(today().slice(0, 4) + '-03-12', 'en', 'short')).toBe('12 Mar');
});

it('today is the day on this device, not in Greenwich', () => {
  const late = new Date(2026, 2, 9, 23, 59);
  expect(today(late)).toBe('2026-03-09');
  expect(today(new Date(2026, 10, 30, 0, 1))).toBe('2026-11-30');
});

it('a moment of today is told by its time alone, and one that no clock has by nothing', () => {
  expect(tellMoment(Date.now(), 'en')).toMatch(/^\d\d:\d\d$/);
  expect(tellMoment(new Date(2019, 2, 12, 14, 5).getTime(), 'en')).toMatch(/^12 Mar.*14:05$/);
  expect(tellMoment(1e300, 'en')).toBe('');
});
