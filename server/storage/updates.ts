import { createHash } from 'node:crypto';
import type { Database } from './driver.ts';
import type { RoomState, UpdateRow } from './records.ts';
import type { Storage } from './types.ts';

type UpdateCalls = Pick<Storage, 'appendUpdate' | 'roomsOf' | 'loadUpdates' | 'compactUpdates'>;

type StoredRow = UpdateRow & { checksum: string | null };

/** The log of each room in the SQLite storage. */
export function updateCalls(database: Database): UpdateCalls {
  const append = database.prepare('INSERT INTO updates (room, data) VALUES (?, ?)');
  const load = database.prepare(
    'SELECT seq, data AS "update", state_vector AS stateVector, checksum FROM updates WHERE room = ? ORDER BY seq',
  );
  // '0' follows '/' in ASCII.
  const rooms = database.prepare(`SELECT DISTINCT room FROM updates WHERE room > ? || '/' AND room < ? || '0'`);
  const remove = database.prepare('DELETE FROM updates WHERE room = ? AND seq < ?');
  const replace = database.prepare('UPDATE updates SET data = ?, state_vector = ?, checksum = ? WHERE room = ? AND seq = ?');
  return {
    appendUpdate: (room, update) => Number(append.run(room, update).lastInsertRowid),
    roomsOf: (board) => (rooms.all(board, board) as { room: string }[]).map(({ room }) => room),
    loadUpdates: (room) => (load.all(room) as StoredRow[]).map(checked),
    compactUpdates(room, state, upTo) {
      replace.run(state.update, state.stateVector, checksum(state), room, upTo);
      remove.run(room, upTo);
    },
  };
}

/** The state vector of a row is told only where both are what was written. */
function checked({ checksum: written, ...row }: StoredRow): UpdateRow {
  const { update, stateVector } = row;
  return stateVector && checksum({ update, stateVector }) === written ? row : { ...row, stateVector: null };
}

/** SHA-256 over a state and its state vector; the vector's length goes in, so that nothing can pass from one to the other. */
function checksum({ update, stateVector }: RoomState): string {
  return createHash('sha256').update(`${stateVector.byteLength}:`).update(stateVector).update(update).digest('hex');
}
