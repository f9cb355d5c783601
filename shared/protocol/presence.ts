import { z } from '../zod.ts';
import { ROLES } from './roles.ts';

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
  cursor: z.object({ x: z.number(), y: z.number() }).nullable().optional().catch(null),
  /** Notes that are being dragged now, and where to. */
  drag: z.array(z.object({ id: z.string(), x: z.number(), y: z.number() })).max(500).optional().catch(undefined),
  /** The note whose text is being edited. */
  editing: z.string().nullable().optional().catch(null),
});

export type Presence = z.infer<typeof presence>;
