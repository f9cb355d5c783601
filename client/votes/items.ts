import { inColumn, type Group, type Note } from '../../shared/board/index.ts';
import { columnKey } from '../../shared/board/layout.ts';
import type { Round, RoundTerms, Tally } from '../../shared/stage/rounds.ts';

/** Whether a note is voted on in a round. */
export function isNoteVotedOn({ on, columns }: RoundTerms, { placement }: Pick<Note, 'placement'>): boolean {
  return on !== 'groups' && (columns.length === 0 || (inColumn(placement) && columns.includes(columnKey(placement.approach, placement.column))));
}

/** Whether a group is voted on in a round. */
export function isGroupVotedOn({ on, columns }: RoundTerms, { placement }: Pick<Group, 'placement'>): boolean {
  return on !== 'notes' && (columns.length === 0 || columns.includes(columnKey(placement.approach, placement.column)));
}

/** The votes of a note or group in a count. */
export function votesOf({ items }: Tally, item: string): number {
  return items.find((one) => one.item === item)?.votes ?? 0;
}

/** What the people of one site gave, as if they alone had voted: most votes first. */
export function tallyOfSite({ items, voters }: Tally, site: string): Tally {
  const theirs = items.flatMap((item) => {
    const votes = item.bySite[site] ?? 0;
    return votes > 0 ? [{ ...item, votes, bySite: { [site]: votes } }] : [];
  });
  return { items: theirs.sort((a, b) => b.votes - a.votes), voters: site in voters ? { [site]: voters[site]! } : {} };
}

/**
 * Puts the entries of a column in the order of their votes; those of equal votes stay as they were. A
 * group counts with what is in it.
 */
export function byVotes(round: Round, entries: readonly string[], groups: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const votes = (entry: string) => votesOf(round.tally, entry) + (groups.get(entry) ?? []).reduce((sum, note) => sum + votesOf(round.tally, note), 0);
  const counted = new Map(entries.map((entry) => [entry, votes(entry)]));
  return [...entries].sort((a, b) => counted.get(b)! - counted.get(a)!);
}

