import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { DatabaseSync } from '@photostructure/sqlite';

/*
 * Hocuspocus with its own defaults. The statements are those of its SQLite extension; the engine
 * is ours, because the one it brings has to be compiled.
 */

const database = new DatabaseSync(join(String(process.env.DATA_DIR), 'hocuspocus.db'));
database.exec('CREATE TABLE IF NOT EXISTS documents (name varchar(255) NOT NULL, data blob NOT NULL, UNIQUE(name))');
const select = database.prepare('SELECT data FROM documents WHERE name = ? ORDER BY rowid DESC');
const upsert = database.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
);

const server = new Server({
  address: '127.0.0.1',
  port: Number(process.env.PORT),
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => /** @type {{ data: Uint8Array } | undefined} */ (select.get(documentName))?.data ?? null,
      store: async ({ documentName, state }) => void upsert.run(documentName, state),
    }),
  ],
});
await server.listen();
// Also keeps the database from being collected as garbage, which would close it under its statements.
process.on('exit', () => database.close());
