import { groupKey, inColumn, type Group, type Note } from '../board/index.ts';
import { columnKey } from '../board/layout.ts';
import type { RoundTerms, Tally, TallyItem } from '../stage/rounds.ts';

/** One person's votes as they lie on their desk. */
export interface Ballot {
  participant: string;
  site: string;
  /** For how many people they vote. */
  weight: number;
  /** By item. */
  votes: ReadonlyMap<string, number>;
}

/** How many votes somebody has who votes for so many people, and how many of them one item may get. */
export function budgetOf({ votes, most }: Pick<RoundTerms, 'votes' | 'most'>, weight: number): { votes: number; most: number } {
  return { votes: votes * weight, most: Math.min(most, votes) * weight };
}

/** The items one may vote on: ids of notes, and the keys of groups. */
export function itemsOf(terms: Pick<RoundTerms, 'on' | 'columns'>, notes: readonly Note[], groups: readonly Group[]): Set<string> {
  const columns = new Set(terms.columns);
  const within = ({ placement }: Note | Group) =>
    columns.size === 0 || (inColumn(placement) && columns.has(columnKey(placement.approach, placement.column)));
  const items = new Set<string>();
  if (terms.on !== 'groups') for (const note of notes) if (within(note)) items.add(note.id);
  if (terms.on !== 'notes') for (const group of groups) if (within(group)) items.add(groupKey(group.id));
  return items;
}

/**
 * Counts a round: of each person once, on items one may vote on, never more than they have. What is
 * beyond is left out from the last item on, by the order of the items' ids, so that counting again
 * gives the same whatever order the ballots are in.
 */
export function count(terms: Pick<RoundTerms, 'votes' | 'most'>, ballots: readonly Ballot[], items: ReadonlySet<string>): Tally {
  const found = new Map<string, TallyItem>();
  const voters: Record<string, number> = {};
  const counted = new Set<string>();
  const inOrder = [...ballots].sort((a, b) => compare(a.participant, b.participant));
  for (const ballot of inOrder) {
    if (counted.has(ballot.participant)) continue;
    counted.add(ballot.participant);
    const valid = validVotes(terms, ballot, items);
    if (valid.size > 0) voters[ballot.site] = (voters[ballot.site] ?? 0) + 1;
    for (const [item, votes] of valid) {
      const tally = found.get(item) ?? { item, votes: 0, bySite: {} };
      found.set(item, tally);
      tally.votes += votes;
      tally.bySite[ballot.site] = (tally.bySite[ballot.site] ?? 0) + votes;
    }
  }
  return { items: [...found.values()].sort(byRank), voters };
}

/** How many votes of a ballot are spent: those on what is not voted on any more, such as a note that was deleted, are not. */
export function spentVotes(votes: ReadonlyMap<string, number>, items: ReadonlySet<string>): number {
  return [...votes].reduce((sum, [item, some]) => sum + (items.has(item) ? some : 0), 0);
}

/** What of a ballot counts. */
export function validVotes(terms: Pick<RoundTerms, 'votes' | 'most'>, { votes, weight }: Pick<Ballot, 'votes' | 'weight'>, items: ReadonlySet<string>): Map<string, number> {
  const budget = budgetOf(terms, weight);
  let left = budget.votes;
  const valid = new Map<string, number>();
  for (const [item, wanted] of [...votes].sort(([a], [b]) => compare(a, b))) {
    const given = items.has(item) ? Math.min(wanted, budget.most, left) : 0;
    if (given <= 0) continue;
    valid.set(item, given);
    left -= given;
  }
  return valid;
}

/** Most votes first; of equal ones that which more sites stand behind. */
function byRank(a: TallyItem, b: TallyItem): number {
  return b.votes - a.votes || breadth(b) - breadth(a) || compare(a.item, b.item);
}

/** How many sites stand behind an item. */
export function breadth({ bySite }: Pick<TallyItem, 'bySite'>): number {
  return Object.values(bySite).filter((votes) => votes > 0).length;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
