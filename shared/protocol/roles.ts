import type { RoomKind } from './rooms.ts';

/** What a link makes of the one who opens it. */
export const ROLES = ['facilitator', 'participant', 'viewer'] as const;

export type Role = (typeof ROLES)[number];

/**
 * The permission table: who may write which document. Everyone who joined may read both.
 * The structure of a board lies on its stage, so a participant can never damage it.
 */
const WRITERS: Record<RoomKind, readonly Role[]> = {
  board: ['facilitator', 'participant'],
  stage: ['facilitator'],
};

export function mayWrite(role: Role, kind: RoomKind): boolean {
  return WRITERS[kind].includes(role);
}

/** Saving snapshots, and making and revoking links, is the facilitator's. */
export function mayFacilitate(role: Role): boolean {
  return role === 'facilitator';
}
