import { createHash } from 'node:crypto';
import { SNAPSHOT_CAUSES } from '../../shared/protocol/history.ts';
import { TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import { z } from '../../shared/zod.ts';

/**
 * A whole board as one file: a ZIP whose entries are stored as they are. `manifest.json` names every
 * other entry with its size and SHA-256. Documents are Yjs updates (version 1), compressed (RFC 1950).
 * What stands in nobody's sight but its owner's, such as notes that are not revealed, is not in it.
 */
export const EXPORT_FORMAT = 'plenary-board';

/** What makes older files unreadable, or newer ones for older versions, raises it. 2: more causes of snapshots. */
export const EXPORT_VERSION = 2;

export const MANIFEST = 'manifest.json';

/** More snapshots than years of thinned history have. */
export const MOST_SNAPSHOTS = 2_000;

const time = z.number().min(0).max(8.64e15);
const entry = z.object({ name: z.string().regex(/^[\w/-]{1,80}\.(z|json)$/), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

const exportedSnapshot = z.object({
  id: z.string().min(1).max(64),
  title: z.string().max(4 * TEXT_LIMITS.title),
  remark: z.string().max(4 * TEXT_LIMITS.remark),
  cause: z.enum(SNAPSHOT_CAUSES),
  subject: z.string().max(64).nullable(),
  savedAt: time,
  savedBy: z.string().max(4 * TEXT_LIMITS.name),
  notes: z.int().min(0),
  board: entry,
  stage: entry,
  /** What its reports tell, for one that a facilitator saved. */
  content: entry.nullable(),
  /** How its report is to be told. */
  edits: z.string().max(1_000_000).nullable(),
});

/** What every file of ours says of itself, whatever its version. */
export const exportHead = z.object({ format: z.literal(EXPORT_FORMAT), version: z.int().min(1) });

export const exportManifest = exportHead.extend({
  exportedAt: time,
  createdAt: time,
  board: entry,
  stage: entry,
  snapshots: z.array(exportedSnapshot).max(MOST_SNAPSHOTS),
  /** How many snapshots are not in it, because they were damaged on disk. */
  damaged: z.int().min(0),
});

export type ExportManifest = z.infer<typeof exportManifest>;
export type ExportEntry = z.infer<typeof entry>;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
