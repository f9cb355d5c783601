import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/protocol/refusals.ts';
import type { Database } from './driver.ts';
import type { SnapshotRecord, StoredSnapshot } from './records.ts';
import type { Storage } from './types.ts';

type SnapshotCalls = Pick<Storage, 'addSnapshot' | 'listSnapshots' | 'readSnapshot'>;

const RECORD = 'id, board, title, saved_at AS savedAt, saved_by AS savedBy, notes';

/** The snapshots of the SQLite storage. Nothing changes or deletes one. */
export function snapshotCalls(database: Database): SnapshotCalls {
  const add = database.prepare(
    `INSERT INTO snapshots (id, board, title, saved_at, saved_by, notes, content, board_state, stage_state, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const list = database.prepare(`SELECT ${RECORD} FROM snapshots WHERE board = ? ORDER BY saved_at DESC, rowid DESC`);
  const read = database.prepare(
    `SELECT ${RECORD}, content, board_state AS boardState, stage_state AS stageState, checksum
     FROM snapshots WHERE board = ? AND id = ?`,
  );
  return {
    addSnapshot(snapshot) {
      const { id, board, title, savedAt, savedBy, notes, content, boardState, stageState } = snapshot;
      add.run(id, board, title, savedAt, savedBy, notes, content, boardState, stageState, checksum(snapshot));
    },
    listSnapshots: (board) => list.all(board) as SnapshotRecord[],
    readSnapshot(board, id) {
      const row = read.get(board, id) as (StoredSnapshot & { checksum: string }) | undefined;
      if (!row) return null;
      const { checksum: written, ...snapshot } = row;
      if (checksum(snapshot) !== written) throw new Refusal('damaged-snapshot');
      return snapshot;
    },
  };
}

/** SHA-256 over what a snapshot holds; each part goes in with its length, so that none can pass into the next. */
function checksum(snapshot: StoredSnapshot): string {
  const hash = createHash('sha256');
  for (const part of [Buffer.from(snapshot.content), snapshot.boardState, snapshot.stageState]) {
    hash.update(`${part.byteLength}:`).update(part);
  }
  return hash.digest('hex');
}
