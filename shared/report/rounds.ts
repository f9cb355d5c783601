import { groupKey, inColumn, type Placement } from '../board/index.ts';
import { columnKey } from '../board/layout.ts';
import { breadth } from '../desk/count.ts';
import type { Language } from '../languages.ts';
import type { Stage } from '../stage/document.ts';
import { ROUND_ITEMS } from '../stage/rounds.ts';
import { z } from '../zod.ts';
import { isolated, legible } from './characters.ts';
import { formatList, formatMoment, formatNumber, LOCALES } from './formats.ts';
import { reportTexts } from './texts.ts';

/** The votes of a board in its snapshot, and as a report tells them. */

const votes = z.number().int().min(0);

/** A round that was counted, with the names of sites as they were. */
export const snapshotRound = z.object({
  id: z.string(),
  question: z.string(),
  /** Milliseconds since 1970. */
  closedAt: z.number(),
  secret: z.boolean(),
  /** What was voted on. */
  on: z.enum(ROUND_ITEMS).default('both'),
  /** Keys of the columns that were voted on, as `columnKey` makes them; none for the whole board. */
  columns: z.array(z.string()).default([]),
  /** The names of the sites that took part; none for all. */
  sites: z.array(z.string()).default([]),
  /** How many votes each person had, and how many of them one item could get. */
  votes,
  most: votes,
  /** How many people voted, by site. */
  voters: z.array(z.object({ site: z.string(), people: votes })),
  /** Most votes first. `item` is a note's id, or a group's behind 'group:'. */
  items: z.array(
    z.object({
      item: z.string(),
      text: z.string(),
      votes,
      sites: z.array(z.object({ site: z.string(), votes })),
      /** From how many sites, where their names are left out of a report. */
      breadth: votes.optional(),
    }),
  ),
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
      on: terms.on,
      columns: [...terms.columns],
      sites: terms.sites.map(siteName),
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

/** The rounds with the votes of some sites alone, in the order of those. */
export function roundsOfSites(rounds: readonly SnapshotRound[], isTold: (site: string) => boolean): SnapshotRound[] {
  return rounds.map((round) => ({
    ...round,
    voters: round.voters.filter(({ site }) => isTold(site)),
    items: round.items
      .map((item) => ({ ...item, sites: item.sites.filter(({ site }) => isTold(site)) }))
      .map((item) => ({ ...item, votes: item.sites.reduce((sum, { votes: some }) => sum + some, 0) }))
      .filter(({ votes: given }) => given > 0)
      .sort((a, b) => b.votes - a.votes || b.sites.length - a.sites.length),
  }));
}

/** The rounds without results of what is left out of a report; what was off the board already when it was saved stays. */
export function itemsLeft(rounds: readonly SnapshotRound[], had: Items, has: Items): SnapshotRound[] {
  const [before, after] = [had, has].map(({ notes, groups }) => new Set([...notes.map(({ id }) => id), ...groups.map(({ id }) => groupKey(id))]));
  return rounds.map((round) => ({ ...round, items: round.items.filter(({ item }) => !before!.has(item) || after!.has(item)) }));
}

interface Items {
  notes: readonly { id: string }[];
  groups: readonly { id: string }[];
}

/** The rounds without the names of sites: how broad each result is can still be told. */
export function roundsWithoutSites(rounds: readonly SnapshotRound[]): SnapshotRound[] {
  return rounds.map((round) => ({
    ...round,
    sites: [],
    voters: [{ site: '', people: round.voters.reduce((sum, { people }) => sum + people, 0) }],
    items: round.items.map((item) => ({ ...item, breadth: breadthOf(item), sites: [] })),
  }));
}

function breadthOf({ sites, breadth: told }: SnapshotRound['items'][number]): number {
  return told ?? breadth({ bySite: Object.fromEntries(sites.map(({ site, votes: some }) => [site, some])) });
}

/** One round as the report tells it. */
export interface ReportRound {
  id: string;
  question: string;
  /** Milliseconds since 1970. */
  closedAt: number;
  secret: boolean;
  /** How many votes each person had, and how many of them one item could get. */
  votes: number;
  most: number;
  /** When it ended, how it was voted, on what and by how many, each in some words for a reader. */
  facts: string[];
  /** How many people voted. */
  people: number;
  /** The names of the sites that voted or were voted for, in the order of the table's columns. */
  sites: string[];
  /** How many people voted, in the order of the sites. */
  voters: number[];
  /** From how many sites somebody voted; `null` where that is not told. */
  breadth: number | null;
  items: ReportRoundItem[];
}

export interface ReportRoundItem {
  /** The first is 1; results that are equally strong and broad share one. */
  rank: number;
  /** A note's id, or a group's behind 'group:'. */
  item: string;
  text: string;
  /** The column and approach it is in; empty where it is no more, or in none. */
  place: string;
  /** How strong it is: its votes. */
  votes: number;
  /** How broad: from how many sites. */
  breadth: number;
  /** In the order of the round's sites. */
  bySite: number[];
}

/** What a telling of rounds has to know of the report around it. */
interface Around {
  language: Language;
  timeZone: string;
  /** Where an item is; empty for one that is in no column. */
  placeOf(item: string): string;
  /** What a column is called, by its key; empty for one that is gone. */
  columnName(key: string): string;
}

export function tellRounds(rounds: readonly SnapshotRound[], around: Around): ReportRound[] {
  const collator = new Intl.Collator(LOCALES[around.language]);
  return rounds.map((round) => {
    const named = [...round.voters, ...round.items.flatMap((item) => item.sites)].map(({ site }) => site);
    const sites = [...new Set(named)].sort(collator.compare);
    const told = sites.some((site) => site !== '') ? sites : [];
    const people = round.voters.reduce((sum, { people: some }) => sum + some, 0);
    const inOrder = told.map((name) => round.voters.filter(({ site }) => site === name).reduce((sum, { people: some }) => sum + some, 0));
    return {
      id: round.id,
      question: legible(round.question),
      closedAt: round.closedAt,
      secret: round.secret,
      votes: round.votes,
      most: round.most,
      facts: tellFacts(round, people, around),
      people,
      sites: told.map(legible),
      voters: inOrder,
      breadth: told.length === 0 ? null : inOrder.filter((some) => some > 0).length,
      items: tellItems(round, told, around),
    };
  });
}

function tellFacts(round: SnapshotRound, people: number, { language, timeZone, columnName }: Around): string[] {
  const { rounds: texts } = reportTexts(language);
  const columns = round.columns.map(columnName).filter((name) => name !== '');
  return [
    texts.ended(formatMoment(round.closedAt, language, timeZone)),
    texts.kind(round.secret ? 'secret' : 'open', round.on),
    ...(columns.length > 0 ? [texts.within(formatList(columns, language))] : []),
    texts.budget(round.votes, round.most),
    ...(round.sites.length > 0 ? [texts.onlySites(formatList(round.sites.map((site) => isolated(legible(site))), language))] : []),
    texts.voted(people),
  ];
}

function tellItems(round: SnapshotRound, sites: readonly string[], { placeOf }: Around): ReportRoundItem[] {
  const items = round.items.map((entry) => ({
    rank: 1,
    item: entry.item,
    text: legible(entry.text),
    place: placeOf(entry.item),
    votes: entry.votes,
    breadth: breadthOf(entry),
    bySite: sites.map((name) => entry.sites.filter(({ site }) => site === name).reduce((sum, { votes: some }) => sum + some, 0)),
  }));
  items.forEach((item, index) => {
    const before = items[index - 1];
    item.rank = before && before.votes === item.votes && before.breadth === item.breadth ? before.rank : index + 1;
  });
  return items;
}

/** Whether a table on paper has room for a column for each site; else what each gave stands below the result. */
export function hasSiteColumns({ sites }: Pick<ReportRound, 'sites'>, room = 7): boolean {
  return sites.length <= room;
}

/** What each site gave, in a line: 'Évora 3 · Pécs 1'. @param counts in the order of the sites */
export function siteLine({ sites }: Pick<ReportRound, 'sites'>, counts: readonly number[], language: Language): string {
  return counts.flatMap((count, index) => (count > 0 ? `${isolated(sites[index] || reportTexts(language).noSite)} ${formatNumber(count, language)}` : [])).join(' · ');
}

/** What a round is asked about: a note, or a group. */
export interface VotedOn {
  id: string;
  placement: Placement;
  /** Milliseconds since 1970; a group does not say. */
  createdAt?: number;
}

/** How many votes notes and groups were given in each round that was counted. */
export interface GivenVotes {
  /** In the order of the rounds; `null` for a round that was not on it. */
  ofNote(note: VotedOn): (number | null)[];
  ofGroup(group: VotedOn): (number | null)[];
}

export function givenVotes(rounds: readonly SnapshotRound[]): GivenVotes {
  const counted = rounds.map((round) => ({ round, columns: new Set(round.columns), given: new Map(round.items.map(({ item, votes: some }) => [item, some])) }));
  const votesOf = (item: string, { placement, createdAt = -Infinity }: VotedOn, not: 'notes' | 'groups') =>
    counted.map(({ round, columns, given }) => {
      const known = given.get(item);
      if (known !== undefined) return known;
      const within = columns.size === 0 || (inColumn(placement) && columns.has(columnKey(placement.approach, placement.column)));
      return round.on !== not && within && createdAt <= round.closedAt ? 0 : null;
    });
  return {
    ofNote: (note) => votesOf(note.id, note, 'groups'),
    ofGroup: (group) => votesOf(groupKey(group.id), group, 'notes'),
  };
}

/** Of the votes in each round those of the last one that asked; `null` where none did. */
export function lastVotes(byRound: readonly (number | null)[]): number | null {
  return byRound.findLast((given) => given !== null) ?? null;
}
