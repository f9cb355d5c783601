import { clearBallot, putAsideAsLate, votedRounds } from '../../shared/desk/ballots.ts';
import type { Stage } from '../../shared/stage/document.ts';
import type { Relay } from '../relay/relay.ts';
import type { DeskRoom } from './desks.ts';
import { readTerms } from './ledger.ts';

/**
 * Takes votes off a desk that came when their round was over, and leaves word for their owner; of
 * those of a cancelled round, which counts for nobody, none.
 * @throws Refusal 'not-saved'
 */
export function putLateVotesAside(relay: Relay, desk: DeskRoom, { rounds }: Pick<Stage, 'rounds'>): void {
  const voted = relay.read(desk, votedRounds);
  if (voted.length === 0) return;
  const over = relay.read({ board: desk.board, kind: 'ledger' }, (ledger) => voted.filter((round) => readTerms(ledger, round)?.open === false));
  if (over.length === 0) return;
  relay.changeTogether(
    () => [desk],
    ([doc]) => {
      for (const round of over) {
        if (rounds.some(({ id, state }) => id === round && state === 'ended')) putAsideAsLate(doc!, round);
        else clearBallot(doc!, round);
      }
    },
  );
}
