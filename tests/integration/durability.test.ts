import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/storage/driver.ts';
import { temporaryFolder } from '../support/folder.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { spawnServer } from '../support/server-process.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

test('promise 1: kill -9 at any moment loses no update that another client has seen', { timeout: 150_000 }, async () => {
  const env = { PORT: '0', DATA_DIR: temporaryFolder() };
  let server = await spawnServer(env);
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const seen = new Set<string>();

  for (let round = 0; round < 8; round += 1) {
    const writers = [openStock(server, room, token), openStock(server, room, token)];
    const witness = openStock(server, room, token);
    await Promise.all([...writers, witness].map((client) => client.synced()));
    witness.doc.getMap('marks').observe((event) => {
      for (const key of event.keysChanged) seen.add(key as string);
    });
    // Each round is cut off at another point, somewhere within a stream of writes.
    const enough = seen.size + 20 + round * 37;
    let written = 0;
    const writing = setInterval(() => {
      for (const [index, writer] of writers.entries()) {
        for (let burst = 0; burst < 3; burst += 1) {
          writer.doc.getMap('marks').set(`${round}:${index}:${written}`, 'x'.repeat(200));
          written += 1;
        }
      }
    }, 1);
    await until('the witness has seen enough', () => seen.size >= enough);
    // Nobody reconnects: what is on disk must be there by itself.
    for (const client of [...writers, witness]) client.provider.shouldConnect = false;
    const { signal } = await server.end('SIGKILL');
    clearInterval(writing);
    expect(signal).toBe('SIGKILL');
    await until('the witness has heard the last of it', () => !witness.provider.wsconnected);

    server = await spawnServer(env);
    const reader = openStock(server, room, token);
    await reader.synced();
    const kept = reader.doc.getMap('marks');
    expect([...seen].filter((key) => !kept.has(key))).toEqual([]);
    for (const client of [...writers, witness, reader]) client.provider.destroy();
  }
  expect(seen.size).toBeGreaterThan(8 * 20);
});

test('promise 1: while nothing can be saved nothing is shown, and nothing is lost once it can', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const server = await startTestServer({ busyTimeout: 10 });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const writer = openStock(server, room, (await joinAs(server, created, 'participant')).token);
  const reader = openStock(server, room, (await joinAs(server, created, 'facilitator')).token);
  await Promise.all([writer.synced(), reader.synced()]);
  writeNote(writer.doc, 'before');
  await until('the first note is seen', () => noteTexts(reader.doc).length === 1);

  const blocker = await openDatabase(server.database);
  blocker.exec('BEGIN IMMEDIATE');
  writeNote(writer.doc, 'meanwhile');
  await until('the writer is sent away and tries again', () => writer.closes.length >= 3);
  writeNote(writer.doc, 'and on');
  expect(writer.closes.every(([code, reason]) => code === 4503 && reason.startsWith('not-saved: '))).toBe(true);
  expect(noteTexts(reader.doc)).toEqual(['before']);
  expect(noteTexts((await readStored(server.database, room)).doc)).toEqual(['before']);

  blocker.exec('ROLLBACK');
  blocker.close();
  await until('the reader has it all', () => noteTexts(reader.doc).length === 3);
  expect(noteTexts((await readStored(server.database, room)).doc)).toEqual(['and on', 'before', 'meanwhile']);
  expect(complaints).toHaveBeenCalled();
  complaints.mockRestore();
});

test('joining answers not-saved while nothing can be saved, and leaves no trace', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const server = await startTestServer({ busyTimeout: 10 });
  const created = await createTestBoard(server);
  const before = await readStored(server.database, `${created.board}/stage`);
  const blocker = await openDatabase(server.database);
  blocker.exec('BEGIN IMMEDIATE');
  expect(await joinAs(server, created, 'participant')).toMatchObject({ error: { code: 'not-saved' } });
  blocker.exec('ROLLBACK');
  blocker.close();

  const { participant } = await joinAs(server, created, 'participant', 'Rui');
  const after = await readStored(server.database, `${created.board}/stage`);
  expect(after.rows).toBe(before.rows + 1);
  expect([...after.doc.getMap('participants').keys()]).toEqual([participant]);
  complaints.mockRestore();
});

test('closing the server saves what has arrived and invites everybody to come again', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const client = openStock(server, room, (await joinAs(server, created, 'participant')).token);
  await client.synced();
  for (let index = 0; index < 100; index += 1) writeNote(client.doc, `note ${index}`);
  const all = noteTexts(client.doc);
  await until('the last note is on its way', () => client.provider.ws!.bufferedAmount === 0);
  const other = openStock(server, room, (await joinAs(server, created, 'viewer')).token);
  await until('the other has all', () => noteTexts(other.doc).length === 100);
  await server.close();
  await until('the client is sent away', () => client.closes.length > 0);
  expect(client.closes[0]![0]).toBe(1012);
  expect(noteTexts((await readStored(server.database, room)).doc)).toEqual(all);
});
