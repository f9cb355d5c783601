import { useCallback, useSyncExternalStore } from 'react';
import type { Group, Note } from '../../shared/board/index.ts';
import { castInTime, onBallots, readBallot, readLateVotes } from '../../shared/desk/ballots.ts';
import { budgetOf, itemsOf, spentVotes } from '../../shared/desk/count.ts';
import { allowedNow } from '../../shared/stage/agenda.ts';
import type { Stage } from '../../shared/stage/document.ts';
import { countedRounds, openRound, takesPart, type Round } from '../../shared/stage/rounds.ts';
import { weightOf } from '../../shared/stage/scribes.ts';
import { useSession } from '../session/hooks.ts';
import type { Session } from '../session/session.ts';

/** The round that is open; re-renders when it opens, closes or its count changes. */
export function useOpenRound(): Round | null {
  const { stage } = useSession();
  return useSyncExternalStore(stage.onChange, () => roundsOf(stage.current()).open);
}

/** Whether votes are taken now: an open round pauses in a step that takes none. */
export function useTakesVotes(): boolean {
  const { stage } = useSession();
  return useSyncExternalStore(stage.onChange, () => allowedNow(stage.current()).voting);
}

/** The round that was counted last. */
export function useLastCounted(): Round | null {
  const { stage } = useSession();
  return useSyncExternalStore(stage.onChange, () => roundsOf(stage.current()).last);
}

interface KnownRounds {
  open: Round | null;
  last: Round | null;
}

/** By what the stage said when it was read: every note asks, and the stage is read anew whenever somebody joins. */
const read = new WeakMap<Stage, KnownRounds>();
let latest: KnownRounds = { open: null, last: null };

function roundsOf(stage: Stage): KnownRounds {
  const known = read.get(stage);
  if (known) return known;
  latest = { open: keep(latest.open, openRound(stage.rounds)), last: keep(latest.last, countedRounds(stage.rounds)[0] ?? null) };
  read.set(stage, latest);
  return latest;
}

/** What did not change stays the same object. */
function keep(before: Round | null, now: Round | null): Round | null {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** For how many people one votes in a round; 0 for who takes no part. */
export function weightIn(session: Session, round: Round): number {
  const stage = session.stage.current();
  const person = session.participant === null ? undefined : stage.participants.get(session.participant);
  return person && takesPart(round.terms, person) && !session.isNewer() ? weightOf(stage, person.id) : 0;
}

/** The same, current. */
export function useWeight(round: Round | null): number {
  const session = useSession();
  return useSyncExternalStore(session.stage.onChange, () => (round ? weightIn(session, round) : 0));
}

/** Whether one may vote now, be the board one's to write or not. */
export function useMayVote(): boolean {
  const weight = useWeight(useOpenRound());
  return useTakesVotes() && weight > 0;
}

/** One's own votes in a round: how many on an item, and how many are left. */
export function useOwnVotes(round: Round, item: string): { on: number; left: number; most: number } {
  const session = useSession();
  const weight = useWeight(round);
  const state = useBallot(() => {
    const { on, left } = standing(session, round, weight, item);
    return `${on} ${left}`;
  });
  const [on, left] = state.split(' ').map(Number);
  return { on: on!, left: left!, most: budgetOf(round.terms, weight).most };
}

/** How many of one's votes in a round are cast and left. */
export function useBudget(round: Round): { cast: number; left: number; all: number } {
  const session = useSession();
  const weight = useWeight(round);
  const left = useBallot(() => String(standing(session, round, weight).left));
  const all = budgetOf(round.terms, weight).votes;
  return { cast: all - Number(left), left: Number(left), all };
}

/** Votes of one's own that came too late to be counted. */
export function useLateVotes(): { round: Round; votes: number; inTime: number } | null {
  const { desk, stage } = useSession();
  const found = useBallot(() => {
    const late = desk ? readLateVotes(desk.doc) : new Map<string, number>();
    const round = countedRounds(stage.current().rounds).find(({ id }) => late.has(id));
    return round ? `${round.id} ${late.get(round.id)} ${castInTime(desk!.doc, round.id)}` : '';
  });
  const [id, votes, inTime] = found.split(' ');
  const round = stage.current().rounds.find((one) => one.id === id);
  return round ? { round, votes: Number(votes), inTime: Number(inTime) } : null;
}

function useBallot(read: () => string): string {
  const { boardLive, desk, stage } = useSession();
  const subscribe = useCallback(
    (listener: () => void) => {
      if (!desk) return stage.onChange(listener);
      const stops = [stage.onChange(listener), onBallots(desk.doc, listener), boardLive.onNotes(listener), boardLive.onGroups(listener)];
      return () => stops.forEach((stop) => stop());
    },
    [boardLive, desk, stage],
  );
  return useSyncExternalStore(subscribe, read);
}

interface KnownItems {
  round: Round;
  notes: readonly Note[];
  groups: readonly Group[];
  items: ReadonlySet<string>;
}

/** For the round asked for last: every note asks, and what is voted on changes with notes and groups alone. */
const knownItems = new WeakMap<Session, KnownItems>();

/** What is voted on in a round as the board is now. */
export function itemsIn(session: Session, round: Round): ReadonlySet<string> {
  const [notes, groups] = [session.boardLive.notes(), session.boardLive.groups()];
  const known = knownItems.get(session);
  if (known?.round.id === round.id && known.notes === notes && known.groups === groups) return known.items;
  const items = itemsOf(round.terms, notes, groups);
  knownItems.set(session, { round, notes, groups, items });
  return items;
}

/** How one's ballot stands now; votes on what is not voted on any more are not spent. */
export function standing(session: Session, round: Round, weight: number, item?: string): { on: number; left: number } {
  const { desk } = session;
  const ballot = desk ? readBallot(desk.doc, round.id) : new Map<string, number>();
  const cast = spentVotes(ballot, itemsIn(session, round));
  return { on: item === undefined ? 0 : (ballot.get(item) ?? 0), left: Math.max(0, budgetOf(round.terms, weight).votes - cast) };
}
