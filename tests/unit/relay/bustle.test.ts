import { expect, test } from 'vitest';
import { countTold, noBustle, waitsFor } from '../../../server/relay/bustle.ts';

const limits = { busyAt: 2_000, batchFor: 12 };

/** Tells so many people, so many times a second, for a while; the last time at the end of it. */
function tell(people: number, perSecond: number, seconds: number) {
  const bustle = noBustle();
  for (let turn = 1; turn <= seconds * perSecond; turn += 1) countTold(bustle, people, (turn * 1_000) / perSecond);
  return bustle;
}

test('where few write, or few are there, nothing waits', () => {
  expect(waitsFor(noBustle(), 1_000, limits)).toBe(0);
  expect(waitsFor(tell(200, 1, 60), 60_000, limits)).toBe(0);
  expect(waitsFor(tell(40, 25, 60), 60_000, limits)).toBe(0);
});

test('where many are told much, changes wait for more, until it is quiet again', () => {
  const bustle = tell(200, 30, 60);
  expect(waitsFor(bustle, 60_000, limits)).toBe(12);
  expect(waitsFor(bustle, 63_000, limits)).toBe(0);
});
