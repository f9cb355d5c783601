import { breadth } from '../desk/count.ts';
import type { Language } from '../languages.ts';
import type { Stage } from '../stage/document.ts';
import { z } from '../zod.ts';
import { legible } from './characters.ts';
import { formatMoment, LOCALES } from './formats.ts';

/** The votes of a board in its snapshot, and as a report tells them. */

const votes = z.number().int().min(0);

/** A round that was counted, with the names of sites as they were. */
export const snapshotRound = z.object({
  id: z.string(),
  question: z.string(),
  /** Milliseconds since 1970. */
  closedAt: z.number(),
  secret: z.boolean(),
  /** How many votes each person had, and how many of them one item could get. */
  votes,
  most: votes,
  /** How many people voted, by site. */
  voters: z.array(z.object({ site: z.string(), people: votes })),
  /** Most votes first. `item` is a note's id, or a group's behind 'group:'. */
  items: z.array(z.object({ item: z.string(), text: z.string(), votes, sites: z.array(z.object({ site: z.string(), votes })) })),
});

export type SnapshotRound = z.infer<typeof snapshotRound>;

/** The rounds that were counted, oldest first. */
export function freezeRounds({ rounds, sites }: Pick<Stage, 'rounds' | 'sites'>): SnapshotRound[] {
  const siteName = (id: string) => sites.get(id)?.name ?? '';
  return rounds
    .filter(({ state }) => state === 'ended')
    .map(({ id, terms, closedAt, openedAt, tally }) => ({
      id,
      question: terms.question,
      closedAt: closedAt ?? openedAt,
      secret: terms.secret,
      votes: terms.votes,
      most: terms.most,
      voters: Object.entries(tally.voters).map(([site, people]) => ({ site: siteName(site), people })),
      items: tally.items.map(({ item, label, votes: given, bySite }) => ({
        item,
        text: label ?? '',
        votes: given,
        sites: Object.entries(bySite).map(([site, some]) => ({ site: siteName(site), votes: some })),
      })),
    }));
}

/** One round as the report tells it. */
export interface ReportRound {
  id: string;
  question: string;
  /** When it ended, as the reader reads it. */
  moment: string;
  /** How many people voted. */
  people: number;
  /** The names of the sites that voted or were voted for, in the order of the table's columns. */
  sites: string[];
  items: ReportRoundItem[];
}

export interface ReportRoundItem {
  /** A note's id, or a group's behind 'group:'. */
  item: string;
  text: string;
  /** How strong it is: its votes. */
  votes: number;
  /** How broad: from how many sites. */
  breadth: number;
  /** In the order of the round's sites. */
  bySite: number[];
}

export function tellRounds(rounds: readonly SnapshotRound[], language: Language, timeZone: string): ReportRound[] {
  const collator = new Intl.Collator(LOCALES[language]);
  return rounds.map((round) => {
    const sites = [...new Set([...round.voters, ...round.items.flatMap((item) => item.sites)].map(({ site }) => site))].sort(collator.compare);
    return {
      id: round.id,
      question: legible(round.question),
      moment: formatMoment(round.closedAt, language, timeZone),
      people: round.voters.reduce((sum, { people }) => sum + people, 0),
      sites: sites.map(legible),
      items: round.items.map(({ item, text, votes: given, sites: split }) => ({
        item,
        text: legible(text),
        votes: given,
        breadth: breadth({ bySite: Object.fromEntries(split.map(({ site, votes: some }) => [site, some])) }),
        bySite: sites.map((name) => split.filter(({ site }) => site === name).reduce((sum, { votes: some }) => sum + some, 0)),
      })),
    };
  });
}

/** How many votes each note or group was given in the last round that was counted; `null` where there was none. */
export function lastVotes(rounds: readonly SnapshotRound[]): ReadonlyMap<string, number> | null {
  const last = rounds.at(-1);
  return last ? new Map(last.items.map(({ item, votes: given }) => [item, given])) : null;
}
