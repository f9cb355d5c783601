import type * as Y from 'yjs';
import { z } from '../zod.ts';

/**
 * What one person votes, on their own desk: a key of its own for each item of each round, so that
 * two pages of one person that vote at once both count. The budget is the server's to keep, when it
 * counts; nothing here is believed further than its shape.
 */
function ballots(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>('ballots');
}

const SEPARATOR = '/';

const votesOnItem = z.number().int().min(1).max(100_000);

/** Puts so many votes on an item, none with 0. It is no step of undo: minds are changed by voting. */
export function vote(doc: Y.Doc, round: string, item: string, votes: number): void {
  const key = round + SEPARATOR + item;
  doc.transact(() => (votes > 0 ? ballots(doc).set(key, votes) : ballots(doc).delete(key)));
}

/** The votes of a round, by item; what does not parse is left out. */
export function readBallot(doc: Y.Doc, round: string): Map<string, number> {
  const found = new Map<string, number>();
  const start = round + SEPARATOR;
  for (const [key, value] of ballots(doc)) {
    const votes = votesOnItem.safeParse(value);
    if (key.startsWith(start) && votes.success) found.set(key.slice(start.length), votes.data);
  }
  return found;
}

/** Takes all votes of a round off the desk. */
export function clearBallot(doc: Y.Doc, round: string): void {
  const map = ballots(doc);
  doc.transact(() => {
    for (const key of map.keys()) if (key.startsWith(round + SEPARATOR)) map.delete(key);
  });
}

/** Calls back when a vote on the desk has changed. Returns how to stop. */
export function onBallots(doc: Y.Doc, listener: () => void): () => void {
  const map = ballots(doc);
  map.observe(listener);
  return () => map.unobserve(listener);
}
