import { z } from '../zod.ts';
import { LANGUAGES } from '../languages.ts';
import type { Action } from './actions.ts';
import type { Comment } from './comments.ts';
import { isOrder } from './order.ts';
import { NOTE_COLORS } from './palette.ts';
import type { Reaction } from './reactions.ts';

/** The shape of the board document, for who reads it alone; clients go by the stage's number. */
export const BOARD_SCHEMA_VERSION = 1;

/**
 * Where a note or a group lies when it is in a column. `order` is a fractional index among the
 * column's notes and groups, for a note in a group among the notes of that group.
 */
export const columnPlacement = z.object({
  approach: z.string().min(1).max(64),
  column: z.string().min(1).max(64),
  order: z.string().refine(isOrder),
  /** The group a note lies in; the note is then where the group is. */
  group: z.string().min(1).max(64).optional(),
});

/** In page units; far beyond any board, near enough to compute with. */
export const coordinate = z.number().min(-1e7).max(1e7);

/** Where a note lies when it is free on the canvas: its top left corner, in page units. */
export const freePlacement = z.object({ x: coordinate, y: coordinate });

export const placement = z.union([columnPlacement, freePlacement]);

export type ColumnPlacement = z.infer<typeof columnPlacement>;
export type FreePlacement = z.infer<typeof freePlacement>;
export type Placement = z.infer<typeof placement>;

/** The fields of a note beside its text and its place. */
export const noteFields = z.object({
  color: z.enum(NOTE_COLORS),
  /** A participant id; `null` where the author is not known or not stored. */
  author: z.string().max(64).nullable(),
  /** Milliseconds since 1970, by the author's clock. */
  createdAt: z.number(),
  /** When its text was last changed, in milliseconds since 1970, to the minute and by the clock of whoever did; absent where that is the minute it was made in, or not known. */
  changedAt: z.number().optional().catch(undefined),
  /** The language the author wrote in, for whoever reads it aloud. */
  language: z.enum(LANGUAGES),
  /** Whether a scribe wrote down what was said in the room. */
  saidInRoom: z.boolean().catch(false).optional(),
  /** On a desk: how often everything had been revealed when it was written. */
  wave: z.number().int().min(0).optional().catch(undefined),
  /** Set where it came from a desk after the others had been revealed. */
  late: z.literal(true).optional().catch(undefined),
});

export type NoteFields = z.infer<typeof noteFields>;

/** A note as everybody reads it: a plain value that is never changed, only replaced. */
export interface Note extends NoteFields {
  id: string;
  text: string;
  placement: Placement;
  /** What people say about it, oldest first. */
  comments: readonly Comment[];
  /** How many of its comments cannot be read; they are kept. */
  unreadableComments: number;
  reactions: readonly Reaction[];
  /** What is to be done, by whom and when; `null` for a note that is no action. */
  action: Action | null;
}

/** What the layout has to know of a note. */
export type PlacedNote = Pick<Note, 'id' | 'placement'>;

/** A titled cluster of notes within a column. */
export interface Group {
  id: string;
  /** Empty where nobody has named it. */
  title: string;
  placement: ColumnPlacement;
}

/** A tldraw record beside the notes (freehand, arrow, text, or the binding of an arrow), kept as it is. */
export const drawing = z
  .object({ id: z.string().min(1).max(128), typeName: z.enum(['shape', 'binding']), type: z.string().max(32) })
  .loose();

export type Drawing = z.infer<typeof drawing>;

/** What stands before a note's id where tldraw knows it as a shape, as in the binding of an arrow. */
export const NOTE_SHAPE_PREFIX = 'shape:';

/** A record that another version or a broken client wrote: kept in the document, shown as unreadable. */
export interface Unreadable {
  id: string;
  reason: string;
}

export function inColumn(place: Placement): place is ColumnPlacement {
  return 'column' in place;
}
