import type { CDPSession, Page } from 'playwright-core';
import { quantile } from '../results/statistics.ts';

/** Moving what a page shows by true input events, and counting its frames meanwhile. */

export interface Frames {
  perSecond: number;
  /** The time between frames that 95 % stay below, in milliseconds. */
  p95: number;
}

export interface Point {
  x: number;
  y: number;
}

/** One input event, as Chromium's debugging protocol has it. */
export type Act = (index: number) => { type: 'mouseWheel' | 'mouseMoved'; x: number; y: number; [more: string]: unknown };

/** Wheels in a circle: the view goes round and comes back. */
export function panning(at: Point, speed: number): Act {
  return (index) => ({
    type: 'mouseWheel',
    ...at,
    deltaX: Math.round(speed * Math.cos(index / 12)),
    deltaY: Math.round(speed * Math.sin(index / 12)),
  });
}

/** Pinches in, out and in again, around where it began. */
export function zooming(at: Point): Act {
  return (index) => ({ type: 'mouseWheel', ...at, deltaX: 0, deltaY: Math.floor((index + 15) / 30) % 2 === 0 ? -2 : 2, modifiers: 2 });
}

/** Moves the pointer in a circle beginning at a point. */
export function circling(at: Point, radius: number): Act {
  return (index) => ({
    type: 'mouseMoved',
    x: at.x + radius * Math.sin(index / 12),
    y: at.y + radius * (1 - Math.cos(index / 12)),
    button: 'left',
    buttons: 1,
  });
}

// As text: what tsx makes of functions needs helpers that the page does not have.
const START = `{
  const counting = (globalThis.counting = { times: [] });
  const count = (time) => {
    counting.times.push(time);
    counting.request = requestAnimationFrame(count);
  };
  counting.request = requestAnimationFrame(count);
}`;
const STOP = `cancelAnimationFrame(counting.request), counting.times`;

/** Lets the page count its frames while events are sent, one after the other as it answers them. */
export async function countFrames(page: Page, input: CDPSession, act: Act, seconds: number): Promise<Frames> {
  await page.evaluate(START);
  const end = performance.now() + seconds * 1000;
  for (let index = 0; performance.now() < end; index += 1) await input.send('Input.dispatchMouseEvent', act(index) as never);
  const times = await page.evaluate<number[]>(STOP);
  const gaps = times.slice(1).map((time, index) => time - times[index]!);
  return { perSecond: (gaps.length * 1000) / (times.at(-1)! - times[0]!), p95: quantile(gaps, 0.95) ?? 0 };
}

/** Presses on a point and moves, counts frames while the pointer goes round, and gives the drag up. */
export async function countDragging(page: Page, input: CDPSession, at: Point, seconds: number): Promise<Frames> {
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 12, at.y + 8, { steps: 4 });
  const frames = await countFrames(page, input, circling(at, 120), seconds);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return frames;
}
