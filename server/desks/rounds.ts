import type * as Y from 'yjs';
import { groupKey, readGroups, readNotes } from '../../shared/board/index.ts';
import { clearBallot, collectBallot, readBallot } from '../../shared/desk/ballots.ts';
import { count, itemsOf, type Ballot } from '../../shared/desk/count.ts';
import type { Desk } from '../../shared/desk/reveal.ts';
import { createId } from '../../shared/ids.ts';
import { ROUND_LIMITS } from '../../shared/protocol/limits.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { readStage, type Stage } from '../../shared/stage/document.ts';
import { changeRound, putRound, takesPart, type Round, type RoundTerms, type Tally } from '../../shared/stage/rounds.ts';
import { weightOf } from '../../shared/stage/scribes.ts';
import { cutText } from '../../shared/text.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';
import { deskRooms, desksInUse, type DeskRoom } from './desks.ts';
import { readHeld, readTerms, roundUnderWay, writeHeld, writeTerms, type HeldBallots } from './ledger.ts';

/**
 * Opens a round of voting.
 * @throws Refusal 'round-open' while there is another, 'not-saved'
 */
export function startRound(relay: Relay, board: string, terms: RoundTerms): Round {
  const rooms = () => [{ board, kind: 'stage' } as const, { board, kind: 'ledger' } as const];
  return relay.changeTogether(rooms, ([stageDoc, ledger]) => {
    if (roundUnderWay(readStage(stageDoc!).rounds, ledger!)) throw new Refusal('round-open');
    const round: Round = { id: createId(), terms, state: 'open', openedAt: Date.now(), closedAt: null, tally: { items: [], voters: {} } };
    putRound(stageDoc!, round);
    writeTerms(ledger!, round.id, terms, true);
    return round;
  });
}

/**
 * Ends a round: counts the ballots that have arrived by now, keeps the result and empties the
 * ballots. A cancelled round is not counted.
 * @throws Refusal 'unknown-round' when it is not open, 'not-saved'
 */
export function closeRound(storage: Storage, relay: Relay, board: string, round: string, how: 'ended' | 'cancelled'): Tally {
  let desks: DeskRoom[] = [];
  const rooms = () => [
    { board, kind: 'board' } as const,
    { board, kind: 'stage' } as const,
    { board, kind: 'ledger' } as const,
    ...(desks = deskRooms(storage, board)),
  ];
  let wasHeld = false;
  const tally = relay.changeTogether(rooms, ([boardDoc, stageDoc, ledger, ...docs]) => {
    const agreed = readTerms(ledger!, round);
    if (!agreed?.open) throw new Refusal('unknown-round');
    const stage = readStage(stageDoc!);
    const { terms } = agreed;
    const held = readHeld(ledger!, round);
    wasHeld = held !== null;
    const ballots = how === 'ended' ? ballotsOf(round, terms, stage, desksInUse(desks, docs, stage), held) : [];
    const tally = withLabels(boardDoc!, count(terms, ballots, itemsOn(boardDoc!, terms)));
    if (!stage.rounds.some(({ id }) => id === round)) putRound(stageDoc!, { id: round, terms, state: how, openedAt: Date.now(), closedAt: null, tally });
    changeRound(stageDoc!, round, { terms, state: how, closedAt: Date.now(), tally });
    writeTerms(ledger!, round, terms, false);
    writeHeld(ledger!, round, null);
    for (const doc of docs) (how === 'ended' ? collectBallot : clearBallot)(doc, round);
    return tally;
  });
  // Ballots that were held while it paused are in no row of the ledger either.
  if (wasHeld) relay.forgetHistory({ board, kind: 'ledger' });
  return tally;
}

/** The ballots of those who take part in a round: as they lie on the desks, or while it pauses as they lay there before. */
function ballotsOf(round: string, terms: RoundTerms, stage: Stage, desks: readonly Desk[], held: HeldBallots | null): Ballot[] {
  return desks.flatMap(({ owner, doc }) => ballotOf(terms, stage, owner, held ? heldVotes(held, owner) : readBallot(doc, round)) ?? []);
}

/** What somebody had voted when a round paused. */
export function heldVotes(held: HeldBallots, participant: string): ReadonlyMap<string, number> {
  return new Map(Object.entries(Object.hasOwn(held, participant) ? held[participant]! : {}));
}

/** One person's ballot as it is counted; `null` for who does not take part. */
export function ballotOf(terms: RoundTerms, stage: Stage, participant: string, votes: ReadonlyMap<string, number>): Ballot | null {
  const person = stage.participants.get(participant);
  const weight = weightOf(stage, participant);
  if (!person || weight === 0 || !takesPart(terms, person)) return null;
  return { participant, site: person.site, weight, votes };
}

/** What can be voted on in a round as the board is now. */
export function itemsOn(boardDoc: Y.Doc, terms: RoundTerms): Set<string> {
  return itemsOf(terms, readNotes(boardDoc).notes, [...readGroups(boardDoc).values()]);
}

/** Keeps with each item what it says now, so that a result can be read whatever becomes of the board. */
function withLabels(boardDoc: Y.Doc, tally: Tally): Tally {
  const words = new Map([...readGroups(boardDoc).values()].map(({ id, title }) => [groupKey(id), title]));
  for (const { id, text } of readNotes(boardDoc).notes) words.set(id, text);
  return { ...tally, items: tally.items.map((item) => ({ ...item, label: cutText(words.get(item.item) ?? '', ROUND_LIMITS.label) })) };
}
