import type { SnapshotCause } from '../../shared/protocol/history.ts';
import type { Role } from '../../shared/protocol/roles.ts';

/** A link that opens a board in one role. Times are milliseconds since 1970. */
export interface RoleLink {
  id: string;
  board: string;
  role: Role;
  createdAt: number;
  revokedAt: number | null;
  /** From when on it is refused; `null` for never. */
  expiresAt: number | null;
  /** What is stored of the passphrase it asks for (see `access/passphrases.ts`); `null` for none. */
  passphraseHash: string | null;
}

/** What a link was exchanged for: one person on one device. */
export interface Session {
  tokenHash: string;
  board: string;
  /** The link it stands and falls with. */
  link: string;
  /** `null` for viewers. */
  participant: string | null;
  role: Role;
  createdAt: number;
  /** When the person was removed from the board. */
  revokedAt: number | null;
  /** The two ends of its link. */
  linkRevokedAt: number | null;
  linkExpiresAt: number | null;
}

/** The whole document of a room. */
export interface RoomState {
  /** All of it as one Yjs update, encoding version 1. */
  update: Uint8Array;
  /** What it knows of. */
  stateVector: Uint8Array;
}

/** One row of a room's log. */
export interface UpdateRow {
  seq: number;
  /** A Yjs update, encoding version 1. */
  update: Uint8Array;
  /** Where the row is a room's merged state and was read as it was written, its state vector. */
  stateVector: Uint8Array | null;
}

/** What a list of snapshots shows. */
export interface SnapshotRecord {
  id: string;
  board: string;
  title: string;
  remark: string;
  cause: SnapshotCause;
  /** The snapshot that was restored just after this one was made. */
  subject: string | null;
  savedAt: number;
  savedBy: string;
  notes: number;
}

/** A snapshot as it lies on disk: what reports tell, and both documents to restore from. */
export interface StoredSnapshot extends SnapshotRecord {
  /** JSON of a `SnapshotContent`; empty where it is told from the documents (see `access/snapshots.ts`). */
  content: string;
  /** Whether the states are compressed (RFC 1950). */
  packed: boolean;
  /** The documents' states as Yjs updates. */
  boardState: Uint8Array;
  stageState: Uint8Array;
}

/** A board as the server keeps it. Times are milliseconds since 1970. */
export interface BoardRecord {
  id: string;
  createdAt: number;
  /** When somebody last changed something, as far as it was noted. */
  changedAt: number;
  /** When it was deleted; it can be brought back until it is erased. */
  deletedAt: number | null;
}

/** A link to the report of one snapshot. */
export interface ReportLinkRecord {
  id: string;
  snapshot: string;
  createdAt: number;
  /** From when on it is refused; `null` for never. */
  expiresAt: number | null;
  revokedAt: number | null;
}
