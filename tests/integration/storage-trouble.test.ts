import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openDatabase, type Database } from '../../server/storage/driver.ts';
import { databasePath } from '../../server/storage/files.ts';
import { openSqliteStorage } from '../../server/storage/sqlite.ts';
import { temporaryFolder } from '../support/folder.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored, tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

/** What can be wrong with a disk, brought about on the server's own database so that the errors are SQLite's. */
const TROUBLES = [
  {
    trouble: 'the disk is full',
    error: 'database or disk is full',
    begin: (database: Database) => database.exec(`PRAGMA max_page_count = ${pagesOf(database)}`),
    end: (database: Database) => database.exec('PRAGMA max_page_count = 1000000'),
  },
  {
    trouble: 'the disk is read-only',
    error: 'attempt to write a readonly database',
    begin: (database: Database) => database.exec('PRAGMA query_only = 1'),
    end: (database: Database) => database.exec('PRAGMA query_only = 0'),
  },
];

/** More than fits into the pages that a database has. */
const LONG = 'long'.repeat(1_200);

function pagesOf(database: Database): number {
  return (database.prepare('PRAGMA page_count').get() as { page_count: number }).page_count;
}

/** A server, and the connection by which it reaches its database. */
async function startOnDatabase() {
  let database: Database;
  const server = await startTestServer({}, { openDatabase: async (path) => (database = await openDatabase(path)) });
  return { server, database: database! };
}

test.each(TROUBLES)(
  'promise 1: while $trouble writers are refused, others read on, and afterwards everything arrives',
  async ({ begin, end, error }) => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { server, database } = await startOnDatabase();
    const created = await createTestBoard(server);
    const room = `${created.board}/board`;
    const [ana, rui, eva] = await Promise.all(['Ana', 'Rui', 'Eva'].map((name) => joinAs(server, created, 'participant', name)));
    const writer = openStock(server, room, ana!.token);
    const reader = openStock(server, room, rui!.token);
    await Promise.all([writer.synced(), reader.synced()]);
    // What a client says to greet the server names everything that was ever deleted, and is no change.
    writer.doc.getMap('notes').delete(writeNote(writer.doc, 'deleted'));
    writeNote(writer.doc, 'before');
    await until('the first note is seen', () => noteTexts(reader.doc).length === 1);

    begin(database);
    writeNote(writer.doc, LONG);
    await until('the writer is sent away and tries again', () => writer.closes.length >= 3);
    expect(writer.closes.map(([code, reason]) => [code, reason.split(':')[0]])).toEqual(writer.closes.map(() => [4503, 'not-saved']));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(reader.doc));
    const newcomer = openStock(server, room, eva!.token, copy);
    await newcomer.synced();
    expect([noteTexts(reader.doc), noteTexts(newcomer.doc)]).toEqual([['before'], ['before']]);
    expect([reader.closes, newcomer.closes]).toEqual([[], []]);
    expect((await call(server, `/boards/${created.board}/snapshots`, { secret: ana!.token })).status).toBe(200);
    expect((await call(server, '/health')).status).toBe(200);
    const ready = await call(server, '/ready');
    expect([ready.status, ready.body.error.code]).toEqual([503, 'not-saved']);
    expect(complaints.mock.calls.flat().join('\n')).toContain(error);

    end(database);
    await until('everything arrives', () => [reader, newcomer].every(({ doc }) => noteTexts(doc).length === 2));
    expect(noteTexts((await readStored(server.database, room)).doc)).toEqual(['before', LONG]);
    await until('the server is ready again', async () => (await call(server, '/ready')).status === 200);
    complaints.mockRestore();
  },
);

test.each(TROUBLES)('while $trouble what must be saved to be answered is refused as not saved', async ({ begin, end }) => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { server, database } = await startOnDatabase();
  const created = await createTestBoard(server);
  const host = await joinAs(server, created, 'facilitator');
  const client = openStock(server, `${created.board}/board`, host.token);
  await client.synced();
  for (let index = 0; index < 30; index += 1) writeNote(client.doc, `note ${index} ${LONG.slice(0, 1_000)}`);
  await until('they are saved', async () => (await readStored(server.database, `${created.board}/board`)).doc.getMap('notes').size === 30);

  begin(database);
  const save = () => call(server, `/boards/${created.board}/snapshots`, { body: { title: 'S' }, secret: host.token });
  expect((await save()).body.error).toMatchObject({ code: 'not-saved' });
  end(database);
  expect((await save()).status).toBe(201);
  const list = await call(server, `/boards/${created.board}/snapshots`, { secret: host.token });
  expect(list.body).toHaveLength(1);
  complaints.mockRestore();
});

test('a log that cannot be compacted is kept as it is', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const path = databasePath(temporaryFolder());
  const database = await openDatabase(path);
  const storage = await openSqliteStorage(path, 100, async () => database);
  const seqs = [1, 2, 3].map((byte) => storage.transaction(() => storage.appendUpdate('a', Uint8Array.of(byte))));
  database.exec(`PRAGMA max_page_count = ${pagesOf(database)}`);
  const compact = () => storage.transaction(() => storage.compactUpdates('a', { update: new Uint8Array(100_000), stateVector: Uint8Array.of(0) }, seqs[2]!));
  expect(compact).toThrow(expect.objectContaining({ code: 'not-saved' }));
  expect(storage.loadUpdates('a').map(({ update }) => [...update])).toEqual([[1], [2], [3]]);
  expect(complaints).toHaveBeenCalledOnce();
  storage.close();
  complaints.mockRestore();
});

test('a merged state that is not on disk as it was written tells no state vector, so that it is read before it is passed on', async () => {
  const path = databasePath(temporaryFolder());
  const storage = await openSqliteStorage(path, 100);
  const doc = new Y.Doc();
  doc.getText('t').insert(0, 'what was written');
  const state = { update: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  const vectorOnDisk = () => storage.loadUpdates('a')[0]!.stateVector;
  storage.transaction(() => storage.compactUpdates('a', state, storage.appendUpdate('a', Uint8Array.of(0, 0))));
  expect(vectorOnDisk()).toEqual(new Uint8Array(state.stateVector));
  const [last] = state.update.slice(-1);
  await tamper(path, `UPDATE updates SET data = CAST(substr(data, 1, length(data) - 1) || X'${last === 1 ? '02' : '01'}' AS BLOB)`);
  expect(storage.loadUpdates('a')[0]!.update).not.toEqual(new Uint8Array(state.update));
  expect(vectorOnDisk()).toBeNull();
  storage.close();
});
