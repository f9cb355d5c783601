import type * as Y from 'yjs';
import { roundTerms, type RoundTerms } from '../../shared/stage/rounds.ts';
import { z } from '../../shared/zod.ts';

/**
 * The server's own record of a board, which no client reads or writes: what was agreed and may not
 * be changed afterwards. The stage says the same for everybody to see, but facilitators write there.
 */

const record = z.object({ terms: roundTerms, open: z.boolean() });

/** What a round was opened with, and whether it is still open; `null` for one that never was. */
export function readTerms(ledger: Y.Doc, round: string): { terms: RoundTerms; open: boolean } | null {
  return record.safeParse(rounds(ledger).get(round)).data ?? null;
}

/** Of these rounds the one that is open, whatever the stage says of them. */
export function roundUnderWay<T extends { id: string }>(rounds: readonly T[], ledger: Y.Doc): T | null {
  return rounds.findLast(({ id }) => readTerms(ledger, id)?.open) ?? null;
}

export function writeTerms(ledger: Y.Doc, round: string, terms: RoundTerms, open: boolean): void {
  rounds(ledger).set(round, { terms, open });
}

/** The votes of a round, by participant and item. */
export type HeldBallots = Readonly<Record<string, Readonly<Record<string, number>>>>;

const held = z.record(z.string(), z.record(z.string(), z.number().int().min(1)));

/** The ballots of a round as they lay on the desks when the step that took votes went; `null` while votes are taken. */
export function readHeld(ledger: Y.Doc, round: string): HeldBallots | null {
  return held.safeParse(heldBallots(ledger).get(round)).data ?? null;
}

/** @param ballots `null` lets go of them */
export function writeHeld(ledger: Y.Doc, round: string, ballots: HeldBallots | null): void {
  if (ballots) heldBallots(ledger).set(round, ballots);
  else if (heldBallots(ledger).has(round)) heldBallots(ledger).delete(round);
}

/** Whether the board was made, or has become, anonymous. */
export function isAnonymous(ledger: Y.Doc): boolean {
  return board(ledger).get('anonymous') === true;
}

/** There is no way back. */
export function makeAnonymous(ledger: Y.Doc): void {
  if (!isAnonymous(ledger)) board(ledger).set('anonymous', true);
}

function rounds(ledger: Y.Doc): Y.Map<unknown> {
  return ledger.getMap<unknown>('rounds');
}

function heldBallots(ledger: Y.Doc): Y.Map<unknown> {
  return ledger.getMap<unknown>('held');
}

function board(ledger: Y.Doc): Y.Map<unknown> {
  return ledger.getMap<unknown>('board');
}
