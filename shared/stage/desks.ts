import type * as Y from 'yjs';
import { z } from '../zod.ts';
import { stageTypes } from './records.ts';

/**
 * What is told of people's desks: only how many notes wait there by site, and how often the
 * facilitator has revealed them all. Only the server writes it.
 */
export interface DeskNews {
  /** A note that was written when fewer reveals had been has come too late for the next one. */
  reveals: number;
  /** How many notes wait on desks, by site id. */
  waiting: Readonly<Record<string, number>>;
}

const count = z.number().int().min(0);
const waiting = z.record(z.string(), count);

export function readDesks(doc: Y.Doc): DeskNews {
  const { desks } = stageTypes(doc);
  return { reveals: count.catch(0).parse(desks.get('reveals')), waiting: waiting.catch({}).parse(desks.get('waiting')) };
}

/** Tells how many notes wait; the same again writes nothing. */
export function tellWaiting(doc: Y.Doc, next: Readonly<Record<string, number>>): void {
  const sorted = Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (JSON.stringify(readDesks(doc).waiting) !== JSON.stringify(sorted)) stageTypes(doc).desks.set('waiting', sorted);
}

/** Puts down that everything on the desks was revealed. */
export function countReveal(doc: Y.Doc): void {
  stageTypes(doc).desks.set('reveals', readDesks(doc).reveals + 1);
}
