import type { BoardRecord, ReportLinkRecord, RoleLink, RoomState, Session, SnapshotRecord, StoredSnapshot, UpdateRow } from './records.ts';

/**
 * What the server keeps on disk. All calls are synchronous: a write within `transaction` is on disk
 * when `transaction` returns, which is what lets the relay show a change only after it is saved.
 *
 * Secrets never come here, only their hashes (see `access/secrets.ts`).
 */
export interface Storage {
  /**
   * Runs the work as one transaction: all of it is on disk afterwards, or none. Every write goes
   * through here. Does not nest.
   * @throws Refusal 'not-saved' when the database cannot save (disk full, locked, read-only);
   *   what the work itself throws is passed on
   */
  transaction<T>(work: () => T): T;

  /**
   * Writes a little for a try, and leaves nothing of it.
   * @throws Refusal 'not-saved' when nothing can be saved at the moment
   */
  checkWritable(): void;

  addBoard(board: { id: string; createdAt: number }): void;
  /** Also one that was deleted and can be brought back. */
  hasBoard(id: string): boolean;
  /** `null` for a board that there never was, or that was erased. */
  findBoard(id: string): BoardRecord | null;
  listBoards(): BoardRecord[];
  markBoardChanged(id: string, at: number): void;
  /** Deletes a board so that it can be brought back, or with `null` brings it back. */
  setBoardDeleted(id: string, at: number | null): void;
  /** Takes all there is of a board off the disk, for good. */
  eraseBoard(id: string): void;

  /** Without an end and without a passphrase unless they are given. */
  addLink(
    link: Pick<RoleLink, 'id' | 'board' | 'role' | 'createdAt'> &
      Partial<Pick<RoleLink, 'expiresAt' | 'passphraseHash'>> & { secretHash: string },
  ): void;
  /** The link whose secret has this hash, of whatever board; revoked ones too. */
  findLink(secretHash: string): RoleLink | null;
  /** The link of a board for a role that has not been revoked. */
  currentLink(board: string, role: RoleLink['role']): RoleLink | null;
  /** Revokes what is still valid of a board's links for a role and returns their ids. */
  revokeLinks(board: string, role: RoleLink['role'], at: number): string[];

  addReportLink(link: { id: string; snapshot: string; secretHash: string; createdAt: number; expiresAt?: number | null }): void;
  /** The report link whose secret has this hash; revoked ones too. */
  findReportLink(secretHash: string): (ReportLinkRecord & { board: string }) | null;
  /** All links to the report of a snapshot, the oldest first; revoked ones too. */
  reportLinks(snapshot: string): ReportLinkRecord[];
  revokeReportLink(snapshot: string, id: string, at: number): void;

  addSession(session: Pick<Session, 'tokenHash' | 'board' | 'link' | 'participant' | 'role' | 'createdAt'>): void;
  findSession(tokenHash: string): Session | null;
  /** A person's sessions on a board, whatever has become of them. */
  sessionsOf(board: string, participant: string): Session[];
  /** The sessions of a board's facilitators, whatever has become of them. */
  facilitatorSessions(board: string): Session[];
  revokeSession(tokenHash: string, at: number): void;
  /** Gives a session another role, with the link it stands and falls with from now on. */
  changeSession(tokenHash: string, change: Pick<Session, 'role' | 'link'>): void;

  /** Returns the row's number, which is higher than that of all rows before it. */
  appendUpdate(room: string, update: Uint8Array): number;
  /** The rooms of a board that anything was ever written in. */
  roomsOf(board: string): string[];
  /** The rows of a room in the order in which they were appended. */
  loadUpdates(room: string): UpdateRow[];
  /**
   * Puts one row with the merged state in place of the room's rows up to and including `upTo`.
   */
  compactUpdates(room: string, state: RoomState, upTo: number): void;

  /** Puts down that a participant writes as a Yjs client of a room, unless somebody else does. */
  addWriter(room: string, client: number, participant: string): void;
  /** Forgets who writes as whom in a room. */
  removeWriters(room: string): void;
  /** Who writes as a Yjs client of a room, or `null`. */
  writerOf(room: string, client: number): string | null;

  addSnapshot(snapshot: StoredSnapshot): void;
  /** A board's snapshots, newest first. */
  listSnapshots(board: string): SnapshotRecord[];
  /**
   * A snapshot with all it holds, or `null` when the board has none of that id.
   * @throws Refusal 'damaged-snapshot' when what is on disk is not what was written
   */
  readSnapshot(board: string, id: string): StoredSnapshot | null;
  /** What a list shows of one snapshot. */
  findSnapshot(board: string, id: string): SnapshotRecord | null;
  /**
   * Removes snapshots that were made by themselves. One that a facilitator saved stays, and so does
   * one with a report somebody has prepared or handed on, and one whose restoring can be taken back.
   */
  removeSnapshots(board: string, ids: readonly string[]): void;
  /** The boards that have snapshots made by themselves. */
  boardsToThin(): string[];

  /** How a facilitator wants the report of a snapshot told, as JSON; `null` where nobody has said. */
  reportEdits(snapshot: string): string | null;
  putReportEdits(snapshot: string, edits: string, at: number): void;

  close(): void;
}
