import type { Writing } from '../stage/steps.ts';
import type { RoomName } from './rooms.ts';

/** What a link makes of the one who opens it. */
export const ROLES = ['facilitator', 'participant', 'viewer'] as const;

export type Role = (typeof ROLES)[number];

/** Somebody on a board, as far as permissions go. */
export interface Actor {
  role: Role;
  /** `null` for viewers. */
  participant: string | null;
}

/** Everyone who joined may read the board and its stage; a desk is its owner's alone, the ledger nobody's. */
export function mayRead(actor: Actor, room: RoomName): boolean {
  if (room.kind === 'ledger') return false;
  return room.kind !== 'desk' || (actor.participant !== null && actor.participant === room.owner);
}

/**
 * The permission table of writing. The structure of a board lies on its stage, so a participant can
 * never damage it; notes are everybody's while the step allows it and the board is not locked.
 * @param notes where participants write now, as `allowedNow` tells
 */
export function mayWrite(actor: Actor, room: RoomName, notes: Writing): boolean {
  if (actor.role === 'viewer' || !mayRead(actor, room)) return false;
  if (room.kind === 'desk' || actor.role === 'facilitator') return true;
  return room.kind === 'board' && notes === 'board';
}

/** Saving snapshots, and making and revoking links, is the facilitator's. */
export function mayFacilitate(role: Role): boolean {
  return role === 'facilitator';
}
