import { expect, test } from 'vitest';
import { RELAY_LIMITS } from '../../../server/relay/limits.ts';
import { createWork } from '../../../server/relay/work.ts';

const limits = { ...RELAY_LIMITS, workAtOnce: 1_000, workPerSecond: 100 };
const refused = expect.objectContaining({ code: 'too-fast' });

test('a session may be heavy for a while, and then waits until its time has come back', () => {
  const work = createWork(limits);
  work.charge('eve', 900, 0);
  work.requireTime('eve', 0);
  work.charge('eve', 600, 0);
  expect(() => work.requireTime('eve', 0)).toThrow(refused);
  expect(() => work.requireTime('eve', 5_000)).toThrow(refused);
  work.requireTime('eve', 5_010);
});

test('what one session uses up is not taken from another, and no rest gives more than all at once', () => {
  const work = createWork(limits);
  work.charge('eve', 5_000, 0);
  work.requireTime('ana', 0);
  work.charge('ana', 1, 0);
  work.charge('ana', 1_001, 3_600_000);
  expect(() => work.requireTime('ana', 3_600_000)).toThrow(refused);
});

test('who waits stays known, who has rested is forgotten', () => {
  const work = createWork(limits);
  work.charge('eve', 2_000, 0);
  work.forgetRested(9_000);
  expect(() => work.requireTime('eve', 9_000)).toThrow(refused);
  work.forgetRested(30_000);
  work.requireTime('eve', 9_000);
});
