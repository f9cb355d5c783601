import { disownNotes } from '../../shared/board/index.ts';
import { markAnonymous } from '../../shared/stage/anonymity.ts';
import type { Relay } from '../relay/relay.ts';
import { makeAnonymous } from './ledger.ts';

/**
 * Makes a board anonymous for good: from now on nothing tells who writes what, and what is on the
 * board loses its authors. What was saved before, snapshots and backups, stays as it is.
 * @throws Refusal 'not-saved'
 */
export function turnAnonymous(relay: Relay, board: string): void {
  const rooms = () => [{ board, kind: 'ledger' } as const, { board, kind: 'stage' } as const, { board, kind: 'board' } as const];
  relay.changeTogether(rooms, ([ledger, stageDoc, boardDoc]) => {
    makeAnonymous(ledger!);
    markAnonymous(stageDoc!);
    disownNotes(boardDoc!);
  });
  relay.forgetHistory({ board, kind: 'board' });
}
