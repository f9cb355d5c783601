import type { Database } from './driver.ts';
import type { Storage } from './types.ts';

/** Which participant writes as which Yjs client, in the SQLite storage. */
export function writerCalls(database: Database): Pick<Storage, 'addWriter' | 'writerOf'> {
  const add = database.prepare('INSERT OR IGNORE INTO writers (room, client, participant) VALUES (?, ?, ?)');
  const find = database.prepare('SELECT participant FROM writers WHERE room = ? AND client = ?');
  return {
    addWriter: (room, client, participant) => void add.run(room, client, participant),
    writerOf: (room, client) => (find.get(room, client) as { participant: string } | undefined)?.participant ?? null,
  };
}
