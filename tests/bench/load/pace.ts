import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../support/random.ts';
import type { ServerProcess } from '../server-process.ts';
import type { Person } from './person.ts';

/** How well the load kept to its rate. */
export interface Pace {
  /** Achieved of intended sends a second, at most 1. */
  achieved: number;
  /** Seconds it took. */
  seconds: number;
}

/** Calls `send` so many times a second, evenly spread; what is late is sent as soon as possible. */
export function pace(perSecond: number, seconds: number, send: (index: number) => void): Promise<Pace> {
  const total = Math.round(perSecond * seconds);
  return paceAt(Array.from({ length: total }, (_, index) => index / perSecond), seconds, send);
}

/**
 * When people act who know nothing of each other: each so many times a second, at any moment of
 * their turn. The same in every run.
 * @returns seconds from the start and who it is, in order
 */
export function independently(people: number, perSecond: number, seconds: number): { at: number; who: number }[] {
  const random = seeded(people);
  const acts = Array.from({ length: people * perSecond * seconds }, (_, act) => ({
    at: (Math.floor(act / people) + random()) / perSecond,
    who: act % people,
  }));
  return acts.sort((a, b) => a.at - b.at);
}

/**
 * Calls `send` at these moments, in seconds from now; what is late is sent as soon as possible.
 * @param seconds how long the whole is meant to take
 */
export async function paceAt(moments: readonly number[], seconds: number, send: (index: number) => void): Promise<Pace> {
  const start = performance.now();
  for (let sent = 0; sent < moments.length; ) {
    const now = (performance.now() - start) / 1000;
    for (; sent < moments.length && moments[sent]! <= now; sent += 1) send(sent);
    await sleep(1);
  }
  const took = (performance.now() - start) / 1000;
  return { achieved: Math.min(1, seconds / took), seconds: took };
}

/** Milliseconds in which nothing must arrive before all counts as delivered; a server that is behind has pauses. */
const QUIET = 3_000;

/**
 * Waits until nothing arrives any more.
 * @returns how long something still arrived, in seconds
 */
export async function untilQuiet(server: ServerProcess, people: readonly Person[], atMost = 180): Promise<number> {
  const start = performance.now();
  let last = start;
  let seen = received(people);
  while (performance.now() - last < QUIET && performance.now() - start < atMost * 1000) {
    await sleep(20);
    server.check();
    const now = received(people);
    if (now !== seen) last = performance.now();
    seen = now;
  }
  return (last - start) / 1000;
}

function received(people: readonly Person[]): number {
  return people.reduce((sum, person) => sum + person.socket.received(), 0);
}
