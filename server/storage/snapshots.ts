import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/protocol/refusals.ts';
import type { Database } from './driver.ts';
import type { SnapshotRecord, StoredSnapshot } from './records.ts';
import type { Storage } from './types.ts';

type SnapshotCalls = Pick<
  Storage,
  'addSnapshot' | 'listSnapshots' | 'findSnapshot' | 'readSnapshot' | 'removeSnapshots' | 'boardsToThin'
>;

const RECORD = 'id, board, title, remark, cause, subject, saved_at AS savedAt, saved_by AS savedBy, notes';

/** The snapshots of the SQLite storage. Nothing changes one; only those made by themselves are ever removed. */
export function snapshotCalls(database: Database): SnapshotCalls {
  const add = database.prepare(
    `INSERT INTO snapshots (id, board, title, remark, cause, subject, saved_at, saved_by, notes, packed, checksum, content, board_state, stage_state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const list = database.prepare(`SELECT ${RECORD} FROM snapshots WHERE board = ? ORDER BY saved_at DESC, rowid DESC`);
  const find = database.prepare(`SELECT ${RECORD} FROM snapshots WHERE board = ? AND id = ?`);
  const read = database.prepare(
    `SELECT ${RECORD}, packed, checksum, content, board_state AS boardState, stage_state AS stageState
     FROM snapshots WHERE board = ? AND id = ?`,
  );
  const remove = database.prepare(
    `DELETE FROM snapshots WHERE board = ?1 AND id = ?2 AND cause <> 'saved'
     AND NOT EXISTS (SELECT 1 FROM report_links WHERE snapshot = ?2)
     AND NOT EXISTS (SELECT 1 FROM report_edits WHERE snapshot = ?2)
     AND NOT EXISTS (SELECT 1 FROM snapshots WHERE board = ?1 AND subject = ?2)`,
  );
  const toThin = database.prepare("SELECT DISTINCT board FROM snapshots WHERE cause <> 'saved'");
  return {
    addSnapshot(snapshot) {
      const { id, board, title, remark, cause, subject, savedAt, savedBy, notes, packed, content, boardState, stageState } = snapshot;
      const sum = checksum(snapshot);
      add.run(id, board, title, remark, cause, subject, savedAt, savedBy, notes, packed ? 1 : 0, sum, content, boardState, stageState);
    },
    listSnapshots: (board) => list.all(board) as unknown as SnapshotRecord[],
    findSnapshot: (board, id) => (find.get(board, id) as SnapshotRecord | undefined) ?? null,
    readSnapshot(board, id) {
      const row = read.get(board, id) as (Omit<StoredSnapshot, 'packed'> & { packed: number; checksum: string }) | undefined;
      if (!row) return null;
      const { checksum: written, packed, ...rest } = row;
      const snapshot = { ...rest, packed: packed === 1 };
      if (checksum(snapshot) !== written) throw new Refusal('damaged-snapshot');
      return snapshot;
    },
    removeSnapshots(board, ids) {
      for (const id of ids) remove.run(board, id);
    },
    boardsToThin: () => (toThin.all() as { board: string }[]).map(({ board }) => board),
  };
}

/** SHA-256 over what a snapshot holds as it lies on disk; each part goes in with its length, so that none can pass into the next. */
function checksum(snapshot: Pick<StoredSnapshot, 'content' | 'boardState' | 'stageState'>): string {
  const hash = createHash('sha256');
  for (const part of [Buffer.from(snapshot.content), snapshot.boardState, snapshot.stageState]) {
    hash.update(`${part.byteLength}:`).update(part);
  }
  return hash.digest('hex');
}
