import { inColumn } from '../board/schema.ts';
import { LANGUAGES } from '../languages.ts';
import { z } from '../zod.ts';
import type { SnapshotContent, SnapshotNote } from './content.ts';

/**
 * How a facilitator wants the report of a snapshot told. The edits belong to the report: the snapshot
 * stays as it is, and what is left out of one telling is in the next one if it is wanted there.
 */

/** Whose names a report tells: those of people and sites, of sites alone, or none. */
export const REPORT_NAMES = ['people', 'sites', 'none'] as const;

/** In which order notes stand in a column: as they lay, what is in groups first, or what people responded to most first. */
export const REPORT_ORDERS = ['board', 'groups', 'response'] as const;

/** The longest introduction and the longest conclusions, in characters. */
export const REPORT_TEXT_LIMIT = 5_000;

const id = z.string().min(1).max(64);

export const reportEdits = z.object({
  introduction: z.string().max(REPORT_TEXT_LIMIT).default(''),
  conclusions: z.string().max(REPORT_TEXT_LIMIT).default(''),
  /** Approaches and columns that are left out, with the notes in them. */
  withoutApproaches: z.array(id).max(200).default([]),
  withoutColumns: z.array(z.object({ approach: id, column: id })).max(1_000).default([]),
  names: z.enum(REPORT_NAMES).default('people'),
  order: z.enum(REPORT_ORDERS).default('board'),
  /** What it opens in; `null` for the reader's own language. */
  language: z.enum(LANGUAGES).nullable().default(null),
});

export type ReportEdits = z.infer<typeof reportEdits>;
export type ReportNames = ReportEdits['names'];
export type ReportOrder = ReportEdits['order'];

/** What facilitators choose from for the report of a snapshot. */
export interface ReportChoices {
  edits: ReportEdits;
  /** `titles` by language tag. */
  approaches: { id: string; titles: Record<string, string>; columns: SnapshotContent['approaches'][number]['columns'] }[];
}

/** A report as nobody has edited it. */
export const NO_EDITS: ReportEdits = reportEdits.parse({});

/** Stands for the name of each person where names are left out, so that their number can still be told. */
export const NAMELESS = '•';

/** What a snapshot tells once it has been edited: the same shape, with what was left out counted. */
export function editContent(content: SnapshotContent, edits: ReportEdits): SnapshotContent {
  const chosen = chooseParts(content, edits);
  const notes = withNames(ordered(chosen.notes, edits.order), edits.names);
  return {
    ...chosen,
    notes,
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

/** Notes change places only with others of their column. */
function ordered(notes: readonly SnapshotNote[], order: ReportOrder): SnapshotNote[] {
  if (order === 'board') return [...notes];
  const rank = order === 'groups' ? (note: SnapshotNote) => (isGrouped(note) ? 0 : 1) : (note: SnapshotNote) => -responseTo(note);
  const byColumn = new Map<string, SnapshotNote[]>();
  for (const note of notes) {
    const known = byColumn.get(columnOf(note));
    if (known) known.push(note);
    else byColumn.set(columnOf(note), [note]);
  }
  return [...byColumn.values()].flatMap((ofColumn) => ofColumn.sort((a, b) => rank(a) - rank(b)));
}

function columnOf({ id: note, placement, where }: SnapshotNote): string {
  return where === 'column' && inColumn(placement) ? JSON.stringify([placement.approach, placement.column]) : note;
}

function isGrouped({ placement }: SnapshotNote): boolean {
  return inColumn(placement) && placement.group !== undefined;
}

/** How many have reacted to a note or commented on it. */
function responseTo({ comments, reactions }: SnapshotNote): number {
  return comments.length + reactions.reduce((sum, { names }) => sum + names.length, 0);
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
