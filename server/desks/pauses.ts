import { readBallot } from '../../shared/desk/ballots.ts';
import type { RoomName } from '../../shared/protocol/rooms.ts';
import { allowedNow, readRules } from '../../shared/stage/agenda.ts';
import { readRounds } from '../../shared/stage/rounds.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';
import { reportUnexpected } from '../unexpected.ts';
import { deskRooms } from './desks.ts';
import { readHeld, roundUnderWay, writeHeld, type HeldBallots } from './ledger.ts';

/**
 * Keeps to whether a step takes votes: while it does not, an open round pauses. Desks can be written
 * at all times, so that the ballots are kept as they were when votes were taken last; those count
 * until votes are taken again. To be called for each document that has changed on disk.
 */
export function keepPauses(storage: Storage, relay: Relay, { board, kind }: RoomName): void {
  if (kind !== 'stage') return;
  try {
    const { rounds, takesVotes } = relay.read({ board, kind }, (doc) => ({ rounds: readRounds(doc), takesVotes: allowedNow(readRules(doc)).voting }));
    if (rounds.length === 0) return;
    const ledger = { board, kind: 'ledger' } as const;
    const { round, held } = relay.read(ledger, (doc) => {
      const open = roundUnderWay(rounds, doc);
      return { round: open?.id, held: open !== null && readHeld(doc, open.id) !== null };
    });
    if (round === undefined || held !== takesVotes) return;
    const ballots = takesVotes ? null : ballotsNow(storage, relay, board, round);
    relay.change(ledger, (doc) => writeHeld(doc, round, ballots));
    // What people voted meanwhile stays nowhere but on their desks.
    if (takesVotes) relay.forgetHistory(ledger);
  } catch (error) {
    reportUnexpected(`pausing a vote on board ${board}`, error);
  }
}

function ballotsNow(storage: Storage, relay: Relay, board: string, round: string): HeldBallots {
  const ballots: Record<string, Record<string, number>> = {};
  for (const desk of deskRooms(storage, board)) {
    const votes = relay.read(desk, (doc) => readBallot(doc, round));
    if (votes.size > 0) ballots[desk.owner] = Object.fromEntries(votes);
  }
  return ballots;
}
