import * as Y from 'yjs';
import { openDatabase } from '../../server/storage/driver.ts';

/** What is on disk of a room, read beside the server: the number of rows and the document they make. */
export async function readStored(database: string, room: string): Promise<{ rows: number; doc: Y.Doc }> {
  const file = await openDatabase(database);
  try {
    const rows = file.prepare('SELECT data FROM updates WHERE room = ? ORDER BY seq').all(room) as { data: Uint8Array }[];
    const doc = new Y.Doc();
    for (const row of rows) Y.applyUpdate(doc, row.data);
    return { rows: rows.length, doc };
  } finally {
    file.close();
  }
}

/** Runs SQL on a server's database, beside the server. */
export async function tamper(database: string, sql: string): Promise<void> {
  const file = await openDatabase(database);
  file.exec(sql);
  file.close();
}
