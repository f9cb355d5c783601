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

function board(ledger: Y.Doc): Y.Map<unknown> {
  return ledger.getMap<unknown>('board');
}
