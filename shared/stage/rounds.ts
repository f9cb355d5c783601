import * as Y from 'yjs';
import { ROUND_LIMITS } from '../protocol/limits.ts';
import { cutText } from '../text.ts';
import { z } from '../zod.ts';
import { isMember, plainFields, stageTypes, type participantRecord } from './records.ts';

/**
 * The rounds of voting on a board. Only the server writes them, asked by a facilitator: it keeps the
 * terms a round was opened with apart from the stage (see `server/desks/`), so that nobody makes an
 * open count of a secret one.
 */

export const ROUND_ITEMS = ['notes', 'groups', 'both'] as const;

const id = z.string().min(1).max(64);
const text = (limit: number) => z.string().transform((value) => cutText(value, limit));

/** What was agreed when the round was opened. */
export const roundTerms = z.object({
  question: text(ROUND_LIMITS.question),
  on: z.enum(ROUND_ITEMS),
  /** Keys of the columns whose items are voted on; none: the whole board. */
  columns: z.array(z.string().max(140)).max(ROUND_LIMITS.columns),
  /** How many votes each person has. */
  votes: z.number().int().min(1).max(ROUND_LIMITS.votes),
  /** How many of them may go to one item. */
  most: z.number().int().min(1).max(ROUND_LIMITS.votes),
  /** Whether nothing is told of the count before the end. */
  secret: z.boolean(),
  /** The sites that take part; none: all. */
  sites: z.array(id).max(ROUND_LIMITS.sites),
  /** Whether facilitators vote, too. */
  facilitators: z.boolean(),
});

export type RoundTerms = z.infer<typeof roundTerms>;

const votes = z.number().int().min(0);
const tallyItem = z.object({
  /** A note's id, or a group's key. */
  item: z.string().max(80),
  /** What it said when the round ended, shortened; empty while the round runs. */
  label: text(ROUND_LIMITS.label).optional(),
  votes,
  /** By site id. */
  bySite: z.record(z.string(), votes),
});

/** How a round stands, most votes first; items without votes are not in it. */
export const tally = z.object({
  items: z.array(tallyItem),
  /** How many people have voted, by site id. */
  voters: z.record(z.string(), votes),
});

export type TallyItem = z.infer<typeof tallyItem>;
export type Tally = z.infer<typeof tally>;

/** A round in which nobody has voted. */
export const NO_VOTES: Tally = { items: [], voters: {} };

const roundRecord = z.object({
  id,
  terms: roundTerms,
  state: z.enum(['open', 'ended', 'cancelled']),
  openedAt: z.number(),
  closedAt: z.number().nullish().catch(null),
  /** While a round is open: the running count, in a secret one only who has voted, by site. */
  tally: tally.catch(NO_VOTES),
});

export type Round = z.infer<typeof roundRecord>;

/** All rounds, the newest last; what does not parse is left out. */
export function readRounds(doc: Y.Doc): Round[] {
  const found: Round[] = [];
  for (const [key, value] of stageTypes(doc).rounds) {
    const parsed = roundRecord.safeParse(plainFields(value));
    if (parsed.success && parsed.data.id === key) found.push(parsed.data);
  }
  return found.sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
}

/** Puts a new round on the stage. */
export function putRound(doc: Y.Doc, round: Round): void {
  const record = new Y.Map<unknown>();
  for (const [key, value] of Object.entries(round)) record.set(key, value);
  stageTypes(doc).rounds.set(round.id, record);
}

/** Changes what is given of a round; the same again writes nothing. */
export function changeRound(doc: Y.Doc, round: string, change: Partial<Round>): void {
  const record = stageTypes(doc).rounds.get(round);
  if (!(record instanceof Y.Map)) return;
  for (const [key, value] of Object.entries(change)) {
    if (JSON.stringify(record.get(key)) !== JSON.stringify(value)) record.set(key, value);
  }
}

/** The round one can vote in now. */
export function openRound(rounds: readonly Round[]): Round | null {
  return rounds.findLast(({ state }) => state === 'open') ?? null;
}

/** The rounds that were counted, the newest first. */
export function countedRounds(rounds: readonly Round[]): Round[] {
  return rounds.filter(({ state }) => state === 'ended').reverse();
}

/** Whether somebody votes in a round. */
export function takesPart({ sites, facilitators }: RoundTerms, person: Pick<z.infer<typeof participantRecord>, 'role' | 'site' | 'removed' | 'earlier'>): boolean {
  if (!isMember(person) || person.role === 'viewer') return false;
  if (person.role === 'facilitator') return facilitators;
  return sites.length === 0 || sites.includes(person.site);
}
