import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serverOffset, type TimeSample } from '../../../shared/protocol/server-time.ts';
import { AGENDA_LIMITS } from '../../../shared/protocol/limits.ts';
import { goToStep } from '../../../shared/stage/edit-agenda.ts';
import { stageTypes } from '../../../shared/stage/records.ts';
import * as timing from '../../../shared/stage/timer.ts';
import { exchange, peerOf, seededStage } from '../../support/board.ts';

const { MINUTE, timeLeft } = timing;

describe('the timer', () => {
  test('runs, is stopped and goes on where it was, has one minute more, and begins anew after its end', () => {
    let timer = timing.started(timing.timerOf(5), 1000);
    expect(timeLeft(timer, 61_000)).toBe(4 * MINUTE);
    expect(timing.started(timer, 61_000)).toBe(timer);
    timer = timing.paused(timer, 61_000);
    expect(timeLeft(timer, 900_000)).toBe(4 * MINUTE);
    timer = timing.withMinuteMore(timing.started(timer, 900_000), 960_000);
    expect(timeLeft(timer, 960_000)).toBe(4 * MINUTE);
    const over = 2_000_000;
    expect(timeLeft(timer, over)).toBeLessThan(0);
    expect(timeLeft(timing.withMinuteMore(timer, over), over)).toBe(MINUTE);
    expect(timeLeft(timing.started(timer, over), over)).toBe(5 * MINUTE);
    expect(timeLeft(timing.paused(timer, over), over)).toBe(0);
  });

  test('whatever is pressed and whenever, what is left stays between nothing and the longest time', () => {
    const act = fc.constantFrom(timing.started, timing.paused, timing.withMinuteMore);
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 900 }), fc.array(fc.tuple(act, fc.nat(MINUTE * 200))), (minutes, presses) => {
        let timer = timing.timerOf(minutes);
        let now = 1_700_000_000_000;
        for (const [press, later] of presses) {
          now += later;
          timer = press(timer, now);
          const left = timeLeft(timer, now);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(AGENDA_LIMITS.minutes * MINUTE);
        }
      }),
    );
  });

  test('shows whole seconds, 0:00 exactly at its end, and says when the next one comes', () => {
    expect(timing.clockFace(60_000)).toEqual({ seconds: 60, next: 1000 });
    expect(timing.clockFace(59_001)).toEqual({ seconds: 60, next: 1 });
    expect(timing.clockFace(1)).toEqual({ seconds: 1, next: 1 });
    expect(timing.clockFace(0)).toEqual({ seconds: 0, next: null });
    expect(timing.clockFace(-5_000)).toEqual({ seconds: 0, next: null });
    expect([0, 9, 65, 3_600 + 61].map(timing.formatSeconds)).toEqual(['0:00', '0:09', '1:05', '1:01:01']);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 * MINUTE }), (left) => {
        const { seconds, next } = timing.clockFace(left);
        expect(timing.clockFace(left - next! + 0.5).seconds).toBe(seconds);
        expect(timing.clockFace(left - next!).seconds).toBe(seconds - 1);
      }),
    );
  });

  test('is set to the minutes of the step one goes to, and waits to be started', () => {
    const doc = seededStage();
    goToStep(doc, 'private');
    expect(timing.readTimer(doc)).toEqual(timing.timerOf(12));
    goToStep(doc, null);
    expect(timing.readTimer(doc)).toBeNull();
  });

  test('of two who press at once one prevails, on both sides; a record that makes no sense is no timer', () => {
    const doc = seededStage();
    timing.setTimer(doc, timing.timerOf(5));
    const peer = peerOf(doc);
    timing.setTimer(doc, timing.started(timing.timerOf(5), 1000));
    timing.setTimer(peer, timing.timerOf(6));
    exchange(doc, peer);
    expect(timing.readTimer(doc)).toEqual(timing.readTimer(peer));
    for (const odd of [null, 7, { state: 'running' }, { state: 'running', length: 1, endsAt: Infinity }, { state: 'paused', length: -1, left: 2 }]) {
      stageTypes(doc).now.set('timer', odd);
      expect(timing.readTimer(doc)).toBeNull();
    }
  });
});

describe('the server’s clock as pages know it', () => {
  /** A page whose own clock is `ahead` of the server's; its questions take some time each way. */
  const page = (ahead: number, ways: readonly (readonly [there: number, back: number])[]): TimeSample[] =>
    ways.map(([there, back], index) => {
      const asked = 1_700_000_000_000 + index * 200;
      return { asked: asked + ahead, server: asked + there, answered: asked + there + back + ahead };
    });
  const ways = fc.array(fc.tuple(fc.nat(3_000), fc.nat(3_000)), { minLength: 1, maxLength: 8 });
  const skew = fc.integer({ min: -1e10, max: 1e10 });

  test('is wrong by half of the shortest way at most, whatever their own clocks say', () => {
    fc.assert(
      fc.property(skew, ways, (ahead, itsWays) => {
        const { offset, doubt } = serverOffset(page(ahead, itsWays))!;
        const shortest = Math.min(...itsWays.map(([there, back]) => there + back)) / 2;
        expect(doubt).toBe(shortest);
        expect(Math.abs(offset + ahead)).toBeLessThanOrEqual(shortest + 1e-3);
      }),
    );
  });

  test('two pages whose shortest way there and back takes 200 ms show the same time within 200 ms', () => {
    const quick = fc.tuple(fc.nat(100), fc.nat(100));
    fc.assert(
      fc.property(skew, skew, ways, ways, quick, quick, (mine, yours, myWays, yourWays, myBest, yourBest) => {
        const now = 1_700_000_100_000;
        const timer = timing.started(timing.timerOf(5), now - MINUTE);
        const leftOn = (ahead: number, itsWays: readonly (readonly [number, number])[]) =>
          timeLeft(timer, now + ahead + serverOffset(page(ahead, itsWays))!.offset);
        const difference = leftOn(mine, [...myWays, myBest]) - leftOn(yours, [...yourWays, yourBest]);
        expect(Math.abs(difference)).toBeLessThanOrEqual(200.001);
      }),
    );
  });

  test('is not known without an answer, and not from one that came before it was asked', () => {
    expect(serverOffset([])).toBeNull();
    expect(serverOffset([{ asked: 10, answered: 5, server: 1 }])).toBeNull();
  });
});
