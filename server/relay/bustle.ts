import type { RelayLimits } from './limits.ts';

/** How much a room has been told lately. */
export interface Bustle {
  /** Messages to single receivers, those of longer ago counting less. */
  told: number;
  /** When that was counted, in milliseconds of a monotonic clock. */
  at: number;
}

/** Milliseconds in which a message comes to count 1/e, so that a steady rate reads as messages a second. */
const FADES_IN = 1_000;

export function noBustle(): Bustle {
  return { told: 0, at: 0 };
}

/** Counts that so many in the room were told something. */
export function countTold(bustle: Bustle, receivers: number, now: number): void {
  bustle.told = toldLately(bustle, now) + receivers;
  bustle.at = now;
}

/**
 * How long what arrives now may wait for more to come, in milliseconds. On a quiet board nothing
 * waits; where many are told much, one message to each with two changes in it costs half as much
 * as two, and nobody sees the difference.
 */
export function waitsFor(bustle: Bustle, now: number, { busyAt, batchFor }: Pick<RelayLimits, 'busyAt' | 'batchFor'>): number {
  return toldLately(bustle, now) >= busyAt ? batchFor : 0;
}

function toldLately({ told, at }: Bustle, now: number): number {
  return told * Math.exp((at - now) / FADES_IN);
}
