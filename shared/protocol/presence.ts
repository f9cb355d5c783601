import { coordinate } from '../board/schema.ts';
import { sight } from '../stage/lead.ts';
import { z } from '../zod.ts';
import { ROLES } from './roles.ts';

/** The most notes whose drag is shown to others while it lasts. */
export const DRAG_LIMIT = 500;

/**
 * What a person's awareness state holds. Names and sites are not in it: they are looked up on the
 * stage by `participant`, which the server writes itself, so that nobody can speak as someone else.
 */
export const presence = z.object({
  /** Set by the server from the session; `null` for viewers. */
  participant: z.string().nullable(),
  /** Set by the server from the session. */
  role: z.enum(ROLES),
  /** Where the pointer is on the canvas, in page units; `null` when it is not on the canvas. */
  cursor: z.object({ x: coordinate, y: coordinate }).nullable().optional().catch(null),
  /** Notes that are being dragged now, and where to. */
  drag: z.array(z.object({ id: z.string(), x: coordinate, y: coordinate })).max(DRAG_LIMIT).optional().catch(undefined),
  /** The group that is being dragged now, and where its top left corner is. */
  dragGroup: z.object({ id: z.string(), x: coordinate, y: coordinate }).optional().catch(undefined),
  /** The note whose text is being edited. */
  editing: z.string().nullable().optional().catch(null),
  /** The caret or selection in that text, as `holdPlace` makes places. */
  caret: z.object({ anchor: z.string().max(100), head: z.string().max(100) }).nullable().optional().catch(null),
  /** The step of the agenda this person is ready with. */
  ready: z.string().max(64).nullable().optional().catch(null),
  /** What they say in the quick poll that goes on: the index of an option. */
  answer: z.object({ poll: z.string().max(64), option: z.int().min(0).max(50) }).nullable().optional().catch(null),
  /** What they have before their eyes, while others follow them. */
  sight: sight.optional().catch(undefined),
});

export type Presence = z.infer<typeof presence>;

/** What of a state says nothing of what somebody does on the board: they are there, are ready, answer, or lead others' eyes. */
const DISCREET: readonly string[] = ['participant', 'role', 'ready', 'answer', 'sight'] satisfies (keyof Presence)[];

/** A state that tells only that somebody is there, for boards and steps in which more would give away whose a note is. */
export function withoutDoings(state: object): object {
  return Object.fromEntries(Object.entries(state).filter(([key]) => DISCREET.includes(key)));
}
