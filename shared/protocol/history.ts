import { z } from '../zod.ts';
import { TEXT_LIMITS } from './limits.ts';

/**
 * Why a snapshot was made: a facilitator saved it; somebody had changed the board for a while; or it
 * was made before something that could hurt: a part being removed, many notes being taken off at once
 * (the title says how many), private notes being shown, a breakout being brought back, a snapshot being
 * restored or its restoring taken back, the board being locked, or the closing step begun.
 */
export const SNAPSHOT_CAUSES = ['saved', 'activity', 'removal', 'clearing', 'reveal', 'breakout', 'restore', 'takeback', 'lock', 'close'] as const;

export type SnapshotCause = (typeof SNAPSHOT_CAUSES)[number];

/** Snapshots that a page asks for before an act of its own; the title names what is to be removed or brought back. */
export const beforeBody = z.object({ cause: z.enum(['removal', 'breakout']), title: z.string().trim().min(1).max(TEXT_LIMITS.title) });

/** The title of a board that is made of a snapshot. */
export const copyBody = z.object({ title: z.string().trim().min(1).max(TEXT_LIMITS.title) });

/** A board is deleted by who writes its title. */
export const deleteBody = z.object({ title: z.string().max(4 * TEXT_LIMITS.title) });

/** Until when a link to a report is good, in milliseconds since 1970. */
export const reportLinkBody = z.object({ expiresAt: z.int().positive().nullable().optional() });

export type BeforeBody = z.infer<typeof beforeBody>;
export type ReportLinkBody = z.infer<typeof reportLinkBody>;

/** The two documents that a snapshot holds. */
export const SNAPSHOT_DOCUMENTS = ['board', 'stage'] as const;

export type SnapshotDocument = (typeof SNAPSHOT_DOCUMENTS)[number];

/** Stands in the place of a snapshot for the board as it is now. */
export const NOW = 'now';

/** What became of a restoring; with the snapshot made before it, it can be taken back. */
export interface Restored {
  before: string;
}

/** A link to a report as its facilitators see it; the secret was shown once. Times are milliseconds since 1970. */
export interface ReportLinkInfo {
  id: string;
  createdAt: number;
  expiresAt: number | null;
  revokedAt: number | null;
}

/** How long a board is kept. Times are milliseconds since 1970. */
export interface Keeping {
  /** When it is deleted unless somebody changes it; `null` for never. */
  keptUntil: number | null;
  /** Days in which a deleted board can be brought back. */
  graceDays: number;
}

/** How long a deleted board can be brought back. */
export interface Grace {
  /** In milliseconds since 1970; `null` for a board that is not deleted, or that may be erased at any moment. */
  until: number | null;
  /** Whether who asked may do it. */
  mayBringBack: boolean;
}

/** What a file with a whole board ends with. */
export const EXPORT_ENDING = '.plenary';
