import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinned, type Moment } from '../../../server/history/thinning.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = 1_790_000_000_000;

const ages = fc.array(fc.record({ age: fc.integer({ min: 0, max: 400 * DAY }), before: fc.boolean() }), { maxLength: 200 });
const madeOf = (all: readonly { age: number; before: boolean }[]): Moment[] =>
  all.map(({ age, before }, index) => ({ id: `s${index}`, savedAt: NOW - age, before }));
const left = (moments: readonly Moment[], now: number) => {
  const gone = new Set(thinned(moments, now));
  return moments.filter(({ id }) => !gone.has(id));
};

test('of what is made by itself all of the last hour stays, and the newest always', () => {
  fc.assert(
    fc.property(ages, (all) => {
      const moments = madeOf(all);
      const kept = left(moments, NOW);
      expect(kept).toEqual(expect.arrayContaining(moments.filter(({ savedAt }) => NOW - savedAt < HOUR)));
      const newest = (some: readonly Moment[]) => Math.max(0, ...some.map(({ savedAt }) => savedAt));
      expect(newest(kept)).toBe(newest(moments));
    }),
  );
});

test('what was made before something that could hurt stays for 30 days', () => {
  fc.assert(
    fc.property(ages, (all) => {
      const moments = madeOf(all);
      expect(left(moments, NOW)).toEqual(expect.arrayContaining(moments.filter(({ savedAt, before }) => before && NOW - savedAt < 30 * DAY)));
    }),
  );
});

test('what stays does not depend on how often one looks', () => {
  fc.assert(
    fc.property(ages, fc.array(fc.integer({ min: 0, max: 60 * DAY }), { maxLength: 6 }), (all, pauses) => {
      const moments = madeOf(all);
      let now = NOW;
      let kept = moments;
      for (const pause of pauses) {
        now += pause;
        kept = left(kept, now);
      }
      expect(left(kept, now)).toEqual(left(moments, now));
    }),
  );
});

test('a year of writing every five minutes leaves about a hundred moments, without a gap of more than a week', () => {
  const moments = Array.from({ length: (365 * DAY) / (5 * 60_000) }, (_, index) => ({ id: String(index), savedAt: NOW - index * 5 * 60_000, before: false }));
  const kept = left(moments, NOW).map(({ savedAt }) => savedAt).sort();
  expect(kept.length).toBeGreaterThan(80);
  expect(kept.length).toBeLessThan(130);
  expect(Math.max(...kept.slice(1).map((at, index) => at - kept[index]!))).toBeLessThanOrEqual(8 * DAY);
});
