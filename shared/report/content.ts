import { z } from '../zod.ts';
import { NOTE_COLORS } from '../board/palette.ts';
import { REACTION_KINDS } from '../board/reactions.ts';
import { columnPlacement, drawing, placement } from '../board/schema.ts';
import { LANGUAGES } from '../languages.ts';
import { ROLES } from '../protocol/roles.ts';
import { COLUMN_KINDS } from '../stage/columns.ts';
import { snapshotPoll } from './polls.ts';
import { snapshotRound } from './rounds.ts';

/**
 * What a snapshot holds: plain JSON that is complete in itself, so that a report can be told years
 * later, when the board has changed or gone and the templates say something else.
 *
 * Texts are kept by language tag, not by our list of languages: a snapshot from before a language
 * was added stays valid and is told in the language it has (see `textIn`).
 */

/** The shape of `SnapshotContent`. What makes older content invalid raises it and needs a conversion. */
export const SNAPSHOT_SCHEMA_VERSION = 1;

const snapshotColumn = z.object({
  id: z.string(),
  kind: z.enum(COLUMN_KINDS),
  /** As it was named on the board; without it, it bears its kind's name. */
  name: z.string().optional(),
});

const snapshotApproach = z.object({
  id: z.string(),
  /** The approach of the templates it was made from; empty for one made by hand. */
  template: z.string(),
  order: z.string(),
  /** What it says, by language tag. */
  texts: z.record(
    z.string(),
    z.object({ title: z.string(), summary: z.string(), useWhen: z.string(), watchFor: z.string(), question: z.string() }),
  ),
  columns: z.array(snapshotColumn),
  prompts: z.array(z.object({ id: z.string(), column: z.string(), texts: z.record(z.string(), z.string()) })),
  materials: z.array(z.string()),
});

const snapshotNote = z.object({
  id: z.string(),
  text: z.string(),
  color: z.enum(NOTE_COLORS),
  /** A participant id; `null` where the author is not known or not stored. */
  author: z.string().nullable(),
  /** The author's name when the board was saved; `null` where there is none. */
  authorName: z.string().nullable(),
  /** The name of the author's site when the board was saved; `null` where there is none. */
  siteName: z.string().nullable(),
  /** Whether a scribe wrote down what was said in the room. */
  saidInRoom: z.boolean().default(false),
  /** Milliseconds since 1970, by the author's clock. */
  createdAt: z.number(),
  /** When its text was last changed, to the minute, by the clock of whoever did; `null` where it never was after the minute it was made in, or nobody knows. */
  changedAt: z.number().nullable().default(null),
  language: z.enum(LANGUAGES),
  placement,
  /** `column`: in a column of the board; `free`: on the canvas; `aside`: in a column that is gone. */
  where: z.enum(['column', 'free', 'aside']),
  /** What people said about it, oldest first, with their names and sites as they were. */
  comments: z
    .array(z.object({ text: z.string(), authorName: z.string().nullable(), siteName: z.string().nullable(), createdAt: z.number() }))
    .default([]),
  /** The names of those who reacted, by kind. */
  reactions: z.array(z.object({ kind: z.enum(REACTION_KINDS), names: z.array(z.string()) })).default([]),
  /** Whether it came from a desk after the others had been shown. */
  late: z.boolean().default(false),
  /** For an action, the name of who sees to it and the day, ISO 8601; `null` for a note that is none. */
  action: z.object({ owner: z.string().nullable(), due: z.string().nullable(), done: z.boolean() }).nullable().default(null),
});

const snapshotParticipant = z.object({
  id: z.string(),
  name: z.string(),
  siteName: z.string().nullable(),
  role: z.enum(ROLES),
  language: z.enum(LANGUAGES),
  /** Milliseconds since 1970. */
  joinedAt: z.number(),
});

/** Validates stored content. A board whose stage could not be read has `null` where its facts belong. */
export const snapshotContent = z.object({
  schema: z.literal(SNAPSHOT_SCHEMA_VERSION),
  snapshot: z.object({
    id: z.string(),
    title: z.string(),
    /** What was remarked when it was saved; empty where nothing was. */
    remark: z.string().default(''),
    /** Milliseconds since 1970. */
    savedAt: z.number(),
    /** The name of the facilitator who saved it. */
    savedBy: z.string(),
  }),
  board: z
    .object({
      title: z.string(),
      workshop: z.string(),
      template: z.string(),
      templateVersion: z.number(),
      language: z.enum(LANGUAGES),
      /** Milliseconds since 1970. */
      createdAt: z.number(),
    })
    .nullable(),
  /** From left to right. */
  approaches: z.array(snapshotApproach),
  /** Columns that were no longer on the board, of the notes that were still in them: what they were called. */
  formerColumns: z
    .array(z.object({ approach: z.string(), titles: z.record(z.string(), z.string()), column: snapshotColumn }))
    .default([]),
  /** In reading order: column by column, then what lies free, then what is set aside. */
  notes: z.array(snapshotNote),
  /** In reading order, also those without notes. A note's place names the group it is in. */
  groups: z.array(z.object({ id: z.string(), title: z.string(), placement: columnPlacement })).default([]),
  /** The sites people have joined from, also those nobody is left at. */
  sites: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** As it was typed; empty where nobody has said. */
      country: z.string().default(''),
      /** A BCP 47 language subtag; empty where nobody has said. */
      language: z.string().default(''),
      /** How many people take part there; 0 where nobody has said. */
      headcount: z.number().default(0),
    }),
  ),
  /** Everyone who joined under a name, facilitators first. Viewers leave no trace. */
  participants: z.array(snapshotParticipant),
  /** tldraw records, as they were, within `DRAWING_LIMITS`. */
  drawings: z.array(drawing),
  /** The rounds of voting that were counted, oldest first. */
  rounds: z.array(snapshotRound).default([]),
  /** The quick questions that have a result, in the order they were asked. */
  polls: z.array(snapshotPoll).default([]),
  /** How many notes, comments and drawings of the board could not be read, and are therefore not in here. */
  unreadable: z.number(),
  /** Of how many notes only the beginning is in here, because they were longer than a note may be. */
  cut: z.number().default(0),
  /** How many private notes had not been shown: they are on their authors' desks, and nothing else of them is known here. */
  undisclosed: z.number().int().min(0).default(0),
  /** What a facilitator has made of it for its report (see `editContent`); `null` in every snapshot. */
  edited: z
    .object({
      introduction: z.string(),
      conclusions: z.string(),
      names: z.enum(['people', 'sites', 'none']),
      language: z.enum(LANGUAGES).nullable(),
      approachesLeftOut: z.number(),
      columnsLeftOut: z.number(),
      notesLeftOut: z.number(),
      /** The names of the sites that are left out; empty ones where no names are told. */
      sitesLeftOut: z.array(z.string()).default([]),
    })
    .nullable()
    .default(null),
  /** The one site whose notes and votes alone a reader has asked for; absent in every snapshot. */
  onlySite: z.string().optional(),
});

export type SnapshotContent = z.infer<typeof snapshotContent>;
/** An approach with its texts; fits wherever a `StageApproach` is asked for. */
export type SnapshotApproach = SnapshotContent['approaches'][number];
/** A note with the names of all who had to do with it; fits wherever a `PlacedNote` is asked for. */
export type SnapshotNote = SnapshotContent['notes'][number];

/**
 * The text for a reader: in the reader's language, else in the first the snapshot has.
 * @param texts by language tag
 */
export function textIn<T>(texts: Record<string, T>, language: string): T | undefined {
  return texts[language] ?? Object.values(texts)[0];
}
