import type * as Y from 'yjs';
import { coordinate } from '../board/schema.ts';
import { createId } from '../ids.ts';
import { z } from '../zod.ts';
import { changeStage } from './change.ts';
import { stageTypes } from './records.ts';

/** How a facilitator leads everybody's eyes: once, for as long as they follow, or to one note. */

const id = z.string().min(1).max(64);

/** What somebody has before their eyes: a part of the canvas in page units, the note nearest to its middle, or both. */
export const sight = z.object({
  box: z.object({ x: coordinate, y: coordinate, w: coordinate.min(1), h: coordinate.min(1) }).optional(),
  note: id.optional(),
});

export type Sight = z.infer<typeof sight>;

const call = z.object({ id, by: id, sight });
const spotlight = z.object({ id, by: id, note: id });

export interface Lead {
  /** Where everybody was brought to last, and by whom; each time under a new id. */
  call: z.infer<typeof call> | null;
  /** The participant everybody follows. */
  leader: string | null;
  /** The note that is pointed at. */
  spotlight: z.infer<typeof spotlight> | null;
}

export function readLead(doc: Y.Doc): Lead {
  const { now } = stageTypes(doc);
  return {
    call: call.safeParse(now.get('call')).data ?? null,
    leader: id.safeParse(now.get('leader')).data ?? null,
    spotlight: spotlight.safeParse(now.get('spotlight')).data ?? null,
  };
}

/** Brings everybody who is there to what one sees, once. */
export function bringEveryone(doc: Y.Doc, by: string, where: Sight): void {
  changeStage(doc, () => stageTypes(doc).now.set('call', { id: createId(), by, sight: where }));
}

/** Lets everybody follow a participant, until they move by themselves; `null` ends it. */
export function setLeader(doc: Y.Doc, participant: string | null): void {
  changeStage(doc, () => stageTypes(doc).now.set('leader', participant));
}

/** Points at a note before everybody; `null` ends it. */
export function pointAt(doc: Y.Doc, by: string, note: string | null): void {
  changeStage(doc, () => {
    const { now } = stageTypes(doc);
    if (note === null) now.delete('spotlight');
    else now.set('spotlight', { id: createId(), by, note });
  });
}
