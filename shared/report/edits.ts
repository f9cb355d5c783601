import { inColumn } from '../board/schema.ts';
import { LANGUAGES } from '../languages.ts';
import { z } from '../zod.ts';
import { sitesIn, withoutSites } from './choose-sites.ts';
import type { SnapshotContent, SnapshotNote } from './content.ts';
import { ordered, REPORT_ORDERS } from './order.ts';
import { itemsLeft, roundsWithoutSites } from './rounds.ts';

/**
 * How a facilitator wants the report of a snapshot told. The edits belong to the report: the snapshot
 * stays as it is, and what is left out of one telling is in the next one if it is wanted there.
 */

/** Whose names a report tells: those of people and sites, of sites alone, or none. */
export const REPORT_NAMES = ['people', 'sites', 'none'] as const;

/** The longest introduction and the longest conclusions, in characters. */
export const REPORT_TEXT_LIMIT = 5_000;

const id = z.string().min(1).max(64);

export const reportEdits = z.object({
  introduction: z.string().max(REPORT_TEXT_LIMIT).default(''),
  conclusions: z.string().max(REPORT_TEXT_LIMIT).default(''),
  /** Approaches and columns that are left out, with the notes in them. */
  withoutApproaches: z.array(id).max(200).default([]),
  withoutColumns: z.array(z.object({ approach: id, column: id })).max(1_000).default([]),
  /** The names of sites of which nothing is told; '' for people without one. */
  withoutSites: z.array(z.string().max(500)).max(1_000).default([]),
  names: z.enum(REPORT_NAMES).default('people'),
  order: z.enum(REPORT_ORDERS).default('board'),
  /** What it opens in; `null` for the reader's own language. */
  language: z.enum(LANGUAGES).nullable().default(null),
});

export type ReportEdits = z.infer<typeof reportEdits>;
export type ReportNames = ReportEdits['names'];

/** What facilitators choose from for the report of a snapshot. */
export interface ReportChoices {
  edits: ReportEdits;
  /** `titles` by language tag. */
  /** By name; '' stands for people without one. */
  sites: string[];
  approaches: { id: string; titles: Record<string, string>; columns: SnapshotContent['approaches'][number]['columns'] }[];
}

/** A report as nobody has edited it. */
export const NO_EDITS: ReportEdits = reportEdits.parse({});

/** Whether two ways to tell a report are the same; lists are of parts left out, whose order says nothing. */
export function sameEdits(a: ReportEdits, b: ReportEdits): boolean {
  const told = (edits: ReportEdits) => JSON.stringify(Object.values(reportEdits.parse(edits)).map((value) => (Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value)));
  return told(a) === told(b);
}

/** Stands for the name of each person where names are left out, so that their number can still be told. */
export const NAMELESS = '•';

/** What a snapshot tells once it has been edited: the same shape, with what was left out counted. */
export function editContent(content: SnapshotContent, edits: ReportEdits): SnapshotContent {
  const chosen = withoutSites(chooseParts(content, edits), edits.withoutSites);
  // What is left out must not be read in the results of a vote.
  const rounds = itemsLeft(chosen.rounds, content, chosen);
  const { notes, groups } = ordered({ ...chosen, rounds }, edits.order);
  return {
    ...chosen,
    notes: withNames(notes, edits.names),
    groups,
    rounds: edits.names === 'none' ? roundsWithoutSites(rounds) : rounds,
    snapshot: edits.names === 'people' ? chosen.snapshot : { ...chosen.snapshot, savedBy: '' },
    participants: edits.names === 'people' ? chosen.participants : chosen.participants.map((person) => ({ ...person, name: '', siteName: edits.names === 'sites' ? person.siteName : null })),
    sites: edits.names === 'none' ? [] : chosen.sites,
    edited: {
      introduction: edits.introduction.trim(),
      conclusions: edits.conclusions.trim(),
      names: edits.names,
      language: edits.language,
      approachesLeftOut: content.approaches.length - chosen.approaches.length,
      columnsLeftOut: edits.withoutColumns.filter(({ approach, column }) => lost(chosen, content, approach, column)).length,
      notesLeftOut: content.notes.length - chosen.notes.length,
      sitesLeftOut: sitesIn(content).filter((name) => edits.withoutSites.includes(name)).map((name) => (edits.names === 'none' ? '' : name)),
    },
  };
}

/** Whether a column was there and is not, though its approach is. */
function lost(chosen: SnapshotContent, content: SnapshotContent, approach: string, column: string): boolean {
  const had = content.approaches.find(({ id: one }) => one === approach)?.columns.some((other) => other.id === column) ?? false;
  return had && chosen.approaches.some(({ id: one }) => one === approach);
}

/** Leaves parts out, with all that was in them. */
function chooseParts(content: SnapshotContent, { withoutApproaches, withoutColumns }: ReportEdits): SnapshotContent {
  const gone = (approach: string, column: string) =>
    withoutApproaches.includes(approach) || withoutColumns.some((one) => one.approach === approach && one.column === column);
  const stays = ({ placement }: Pick<SnapshotNote, 'placement'>) => !inColumn(placement) || !gone(placement.approach, placement.column);
  return {
    ...content,
    approaches: content.approaches
      .filter(({ id: approach }) => !withoutApproaches.includes(approach))
      .map((approach) => ({
        ...approach,
        columns: approach.columns.filter((column) => !gone(approach.id, column.id)),
        prompts: approach.prompts.filter(({ column }) => !gone(approach.id, column)),
      })),
    notes: content.notes.filter(stays),
    groups: content.groups.filter(stays),
  };
}

function withNames(notes: readonly SnapshotNote[], names: ReportNames): SnapshotNote[] {
  if (names === 'people') return [...notes];
  const siteOf = (site: string | null) => (names === 'sites' ? site : null);
  return notes.map((note) => ({
    ...note,
    author: null,
    authorName: null,
    siteName: siteOf(note.siteName),
    comments: note.comments.map((comment) => ({ ...comment, authorName: null, siteName: siteOf(comment.siteName) })),
    reactions: note.reactions.map(({ kind, names: people }) => ({ kind, names: people.map(() => NAMELESS) })),
    action: note.action && { ...note.action, owner: null },
  }));
}

/** A snapshot's content as its report tells it. @param stored the edits as JSON, `null` where there are none; ones that cannot be read change nothing */
export function editedContent(content: SnapshotContent, stored: string | null): SnapshotContent {
  const edits = readEdits(stored);
  return edits ? editContent(content, edits) : content;
}

export function readEdits(stored: string | null): ReportEdits | null {
  if (stored === null) return null;
  try {
    return reportEdits.safeParse(JSON.parse(stored)).data ?? null;
  } catch {
    return null;
  }
}
