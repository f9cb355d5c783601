import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followCollectingEnd } from '../../../client/session/collecting-end.ts';
import { createLiveStage } from '../../../client/session/live-stage.ts';
import { allowedNow } from '../../../shared/stage/agenda.ts';
import { setCollectingUntil } from '../../../shared/stage/collecting.ts';
import { goToStep } from '../../../shared/stage/edit-agenda.ts';
import { seededStage } from '../../support/board.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const DAY = 86_400_000;

/** A page whose device's clock is wrong by so many milliseconds, until the server has told it the time. */
function pageWith(skew: number) {
  const doc = seededStage();
  const stage = createLiveStage(doc);
  const listeners = new Set<() => void>();
  let believed = skew;
  const clock = {
    now: () => Date.now() + believed,
    onChange(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  const server = () => Date.now();
  const stop = followCollectingEnd(stage, clock);
  /** What the page shows: it looks again only when it is told to. */
  const shown = { writes: true };
  stage.onChange(() => {
    shown.writes = allowedNow(stage.current(), 'ana', clock.now()).notes === 'board';
  });
  return {
    doc,
    shown,
    server,
    stop,
    learnTime() {
      believed = 0;
      for (const listener of listeners) listener();
    },
  };
}

test('a page that is open closes at the moment the time is over, though nothing reaches it', () => {
  const { doc, shown, server } = pageWith(0);
  setCollectingUntil(doc, server() + 60_000);
  expect(shown.writes).toBe(true);
  vi.advanceTimersByTime(59_999);
  expect(shown.writes).toBe(true);
  vi.advanceTimersByTime(1);
  expect(shown.writes).toBe(false);
});

test('by the server’s clock: a device that runs ahead or behind is put right', () => {
  const fast = pageWith(DAY);
  setCollectingUntil(fast.doc, fast.server() + 60_000);
  expect(fast.shown.writes).toBe(false);
  fast.learnTime();
  expect(fast.shown.writes).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(fast.shown.writes).toBe(false);

  const slow = pageWith(-DAY);
  setCollectingUntil(slow.doc, slow.server() + 60_000);
  vi.advanceTimersByTime(60_000);
  expect(slow.shown.writes).toBe(true);
  slow.learnTime();
  expect(slow.shown.writes).toBe(false);
});

test('also in a page that stays open for months, and when the date is put off or the window is ended', () => {
  const { doc, shown, server, stop } = pageWith(0);
  setCollectingUntil(doc, server() + 80 * DAY);
  vi.advanceTimersByTime(80 * DAY - 1);
  expect(shown.writes).toBe(true);
  setCollectingUntil(doc, server() + DAY);
  vi.advanceTimersByTime(DAY - 1);
  expect(shown.writes).toBe(true);
  vi.advanceTimersByTime(1);
  expect(shown.writes).toBe(false);
  setCollectingUntil(doc, null);
  expect(shown.writes).toBe(true);
  setCollectingUntil(doc, server() + DAY);
  stop();
  vi.advanceTimersByTime(2 * DAY);
  expect(vi.getTimerCount()).toBe(0);
});

test('an agenda that runs decides alone', () => {
  const { doc, shown, server } = pageWith(0);
  setCollectingUntil(doc, server() + 60_000);
  goToStep(doc, 'gather');
  vi.advanceTimersByTime(60_000);
  expect(shown.writes).toBe(true);
  goToStep(doc, null);
  expect(shown.writes).toBe(false);
});
