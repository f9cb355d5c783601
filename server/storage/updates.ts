import type { Database } from './driver.ts';
import type { UpdateRow } from './records.ts';
import type { Storage } from './types.ts';

type UpdateCalls = Pick<Storage, 'appendUpdate' | 'loadUpdates' | 'compactUpdates'>;

/** The log of each room in the SQLite storage. */
export function updateCalls(database: Database): UpdateCalls {
  const append = database.prepare('INSERT INTO updates (room, data) VALUES (?, ?)');
  const load = database.prepare('SELECT seq, data AS "update" FROM updates WHERE room = ? ORDER BY seq');
  const remove = database.prepare('DELETE FROM updates WHERE room = ? AND seq < ?');
  const replace = database.prepare('UPDATE updates SET data = ? WHERE room = ? AND seq = ?');
  return {
    appendUpdate: (room, update) => Number(append.run(room, update).lastInsertRowid),
    loadUpdates: (room) => load.all(room) as UpdateRow[],
    compactUpdates(room, state, upTo) {
      replace.run(state, room, upTo);
      remove.run(room, upTo);
    },
  };
}
