import type { Database } from './driver.ts';
import type { Storage } from './types.ts';

/** Which participant writes as which Yjs client, in the SQLite storage. */
export function writerCalls(database: Database): Pick<Storage, 'addWriter' | 'removeWriters' | 'writerOf'> {
  const add = database.prepare('INSERT OR IGNORE INTO writers (room, client, participant) VALUES (?, ?, ?)');
  const find = database.prepare('SELECT participant FROM writers WHERE room = ? AND client = ?');
  const remove = database.prepare('DELETE FROM writers WHERE room = ?');
  return {
    removeWriters: (room) => void remove.run(room),
    addWriter: (room, client, participant) => void add.run(room, client, participant),
    writerOf: (room, client) => (find.get(room, client) as { participant: string } | undefined)?.participant ?? null,
  };
}
