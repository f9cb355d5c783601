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

/**
 * Takes back the votes on what is not voted on any more. To be called before one votes: if such an
 * item came back, its votes and the newer ones would together be beyond the budget.
 */
export function dropStaleVotes(doc: Y.Doc, round: string, items: ReadonlySet<string>): void {
  doc.transact(() => {
    for (const item of readBallot(doc, round).keys()) if (!items.has(item)) vote(doc, round, item, 0);
  });
}

/** Takes all votes of a round off the desk. */
export function clearBallot(doc: Y.Doc, round: string): void {
  const map = ballots(doc);
  doc.transact(() => {
    for (const key of map.keys()) if (key.startsWith(round + SEPARATOR)) map.delete(key);
  });
}

/** How many votes somebody had cast when a round ended, by round: their own receipt. */
function cast(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>('cast');
}

/** Takes a round's votes off the desk when it has ended, and leaves their owner word of how many there were. */
export function collectBallot(doc: Y.Doc, round: string): void {
  takeOff(doc, round, cast(doc));
}

/** How many votes somebody had cast in a round when it ended; 0 while it runs. */
export function castInTime(doc: Y.Doc, round: string): number {
  const votes = cast(doc).get(round);
  return typeof votes === 'number' ? votes : 0;
}

/** Takes a round's votes off the desk; how many there were stands in `word` from then on. */
function takeOff(doc: Y.Doc, round: string, word: Y.Map<unknown>): void {
  const votes = sumOf(readBallot(doc, round));
  clearBallot(doc, round);
  if (votes > 0) word.set(round, votes);
}

function sumOf(ballot: ReadonlyMap<string, number>): number {
  return [...ballot.values()].reduce((sum, some) => sum + some, 0);
}

/** The rounds that votes on the desk are for. */
export function votedRounds(doc: Y.Doc): string[] {
  return [...new Set([...ballots(doc).keys()].map((key) => key.slice(0, key.indexOf(SEPARATOR))))];
}

/**
 * Votes that came when their round was over: how many, by round. Only the server knows which those
 * are, since a page may hear of the end before its votes are taken off the desk.
 */
function late(doc: Y.Doc): Y.Map<unknown> {
  return doc.getMap<unknown>('late');
}

/** Takes a round's votes off the desk and keeps how many there were, for their owner to be told. */
export function putAsideAsLate(doc: Y.Doc, round: string): void {
  takeOff(doc, round, late(doc));
}

export function readLateVotes(doc: Y.Doc): Map<string, number> {
  return new Map([...late(doc)].flatMap(([round, votes]) => (typeof votes === 'number' ? [[round, votes] as const] : [])));
}

/** Their owner knows of them. */
export function forgetLateVotes(doc: Y.Doc, round: string): void {
  late(doc).delete(round);
}

/** Calls back when votes on the desk have changed, late ones too. Returns how to stop. */
export function onBallots(doc: Y.Doc, listener: () => void): () => void {
  const maps = [ballots(doc), late(doc)];
  for (const map of maps) map.observe(listener);
  return () => maps.forEach((map) => map.unobserve(listener));
}
