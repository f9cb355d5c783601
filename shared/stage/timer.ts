import type * as Y from 'yjs';
import { AGENDA_LIMITS } from '../protocol/limits.ts';
import { z } from '../zod.ts';
import { changeStage } from './change.ts';
import { stageTypes } from './records.ts';

/**
 * The timer of a board. The stage holds one instant of the server's clock, and every page works out
 * by itself what is left, so that nothing has to be sent while it runs. All times are milliseconds.
 */
export type Timer =
  /** Not begun, or stopped for a while. */
  | { state: 'paused'; length: number; left: number }
  /** `endsAt` since 1970, by the server's clock. */
  | { state: 'running'; length: number; endsAt: number };

export const MINUTE = 60_000;

const LONGEST = AGENDA_LIMITS.minutes * MINUTE;

const span = z.number().min(0).max(LONGEST);

const timerRecord = z.union([
  z.object({ state: z.literal('paused'), length: span, left: span }),
  z.object({ state: z.literal('running'), length: span, endsAt: z.number().min(0).max(8.64e15) }),
]);

/** A timer that has not begun. */
export function timerOf(minutes: number): Timer {
  const length = Math.min(Math.max(minutes, 0) * MINUTE, LONGEST);
  return { state: 'paused', length, left: length };
}

/** What is left at an instant of the server's clock; below zero once it is over. */
export function timeLeft(timer: Timer, now: number): number {
  return timer.state === 'running' ? timer.endsAt - now : timer.left;
}

/** Lets it run, from where it was stopped; one that is over begins anew. */
export function started(timer: Timer, now: number): Timer {
  const left = timeLeft(timer, now);
  if (timer.state === 'running' && left > 0) return timer;
  return { state: 'running', length: timer.length, endsAt: now + (left > 0 ? left : timer.length) };
}

/** Stops it where it is. */
export function paused(timer: Timer, now: number): Timer {
  return { state: 'paused', length: timer.length, left: Math.min(Math.max(timeLeft(timer, now), 0), LONGEST) };
}

/** Gives it one minute more; one that is over has that minute from now. */
export function withMinuteMore(timer: Timer, now: number): Timer {
  const left = Math.min(Math.max(timeLeft(timer, now), 0) + MINUTE, LONGEST);
  const length = Math.max(timer.length, left);
  return timer.state === 'running' ? { state: 'running', length, endsAt: now + left } : { state: 'paused', length, left };
}

/**
 * What is left as a clock shows it: whole seconds, rounded up, so that it says 0:00 when the time is
 * up and not a second before; and when the shown value changes next.
 * @returns `next` in milliseconds from now; `null` when it shows 0 and stays so
 */
export function clockFace(left: number): { seconds: number; next: number | null } {
  if (left <= 0) return { seconds: 0, next: null };
  const seconds = Math.ceil(left / 1000);
  return { seconds, next: left - (seconds - 1) * 1000 };
}

/** Minutes and seconds, such as 4:05; hours where there are some. */
export function formatSeconds(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The timer on the stage; `null` where there is none, or none that makes sense. */
export function readTimer(doc: Y.Doc): Timer | null {
  return timerRecord.safeParse(stageTypes(doc).now.get('timer')).data ?? null;
}

/**
 * Puts a timer on the stage, or takes it away. It is one value: of two facilitators who press at
 * once, one prevails as a whole, for half of each would be a time that nobody meant.
 */
export function setTimer(doc: Y.Doc, timer: Timer | null): void {
  changeStage(doc, () => writeTimer(doc, timer));
}

/** Within a change of the stage. */
export function writeTimer(doc: Y.Doc, timer: Timer | null): void {
  const { now } = stageTypes(doc);
  if (timer) now.set('timer', timer);
  else if (now.has('timer')) now.delete('timer');
}
