import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { databasePath } from '../../server/storage/files.ts';
import { withoutWarnings } from '../support/command.ts';
import { temporaryFolder } from '../support/folder.ts';
import { openRaw, say, toldCounts } from '../support/raw-client.ts';
import { spawnFailingServer, spawnServer } from '../support/server-process.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored, tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

test('a first start makes the data folder, and a signal ends the server cleanly', async () => {
  const DATA_DIR = join(temporaryFolder(), 'not', 'there', 'yet');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const server = await spawnServer({ PORT: '0', DATA_DIR });
    expect((await call(server, '/health')).body).toEqual({ ok: true });
    const ended = await server.end(signal);
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.stdout).toBe(`Plenary is open at ${server.url}\n`);
    expect(withoutWarnings(ended.stderr)).toBe('');
    expect(existsSync(join(DATA_DIR, 'plenary.db'))).toBe(true);
  }
});

test('a signal that comes twice at once, as npm passes Ctrl-C on, still ends the server cleanly', async () => {
  const dataDir = temporaryFolder();
  const server = await spawnServer({ PORT: '0', DATA_DIR: dataDir });
  void server.end('SIGINT');
  expect(await server.end('SIGINT')).toMatchObject({ code: 0 });
  // Everything is in the one file.
  const log = `${databasePath(dataDir)}-wal`;
  expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
});

test('a server that cannot start says why in one sentence and ends with code 1', { timeout: 150_000 }, async () => {
  const folder = temporaryFolder();
  const running = await spawnServer({ PORT: '0', DATA_DIR: join(folder, 'used') });
  writeFileSync(join(folder, 'file'), '');
  const garbled = join(folder, 'garbled');
  mkdirSync(garbled);
  writeFileSync(join(garbled, 'plenary.db'), 'Dear diary, '.repeat(100));
  // Unlike permissions, this keeps the system's administrator out too.
  const folderWith = (name: string) => {
    mkdirSync(join(folder, `with ${name}`, name), { recursive: true });
    return join(folder, `with ${name}`);
  };
  const newer = join(folder, 'newer');
  const made = await spawnServer({ PORT: '0', DATA_DIR: newer });
  await made.end('SIGTERM');
  await tamper(join(newer, 'plenary.db'), 'PRAGMA user_version = 99');

  const cases: [env: Record<string, string>, sentence: RegExp][] = [
    [{ PORT: String(running.port), DATA_DIR: join(folder, 'own') }, /^Port \d+ is already in use\./],
    [{ PORT: '0', DATA_DIR: join(folder, 'used') }, /^Another Plenary server is using the data folder /],
    [{ PORT: '0', DATA_DIR: join(folder, 'file') }, /^The data folder .* cannot be used: /],
    [{ PORT: '0', DATA_DIR: join(folder, 'file', 'below') }, /^The data folder .*below cannot be used: ENOTDIR/],
    [{ PORT: '0', DATA_DIR: folderWith('plenary.lock') }, /^The data folder .* cannot be used: .*unable to open database file\./],
    [{ PORT: '0', DATA_DIR: folderWith('plenary.db') }, /^The data folder .* cannot be used: .*unable to open database file\./],
    [{ PORT: '0', DATA_DIR: garbled }, /^The data folder .*garbled cannot be used: file is not a database\./],
    [{ PORT: '0', DATA_DIR: newer }, /written by a newer version of Plenary/],
    [{ LOG: 'loud', LOG_LEVEL: 'all', METRICS: 'yes' }, /^LOG is one of text, json\. LOG_LEVEL is one of error, warn, info, debug, trace\. METRICS is one of 0, 1\./],
    [{ PORT: 'http' }, /^PORT is a whole number\./],
    [{ PORT: '70000', HOST: ' ' }, /^HOST is empty\. PORT is at most 65535\./],
  ];
  const ends = await Promise.all(cases.map(([env]) => spawnFailingServer(env)));
  for (const [index, { code, stdout, stderr }] of ends.entries()) {
    expect(withoutWarnings(stderr)).toMatch(cases[index]![1]);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect([code, stdout]).toEqual([1, '']);
  }
});

test('promise 1: a server that is told to end loses nothing that was seen or acknowledged, and its clients come again', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  let server = await spawnServer({ PORT: '0', DATA_DIR: folder });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const writers = [openStock(server, room, token), openStock(server, room, token)];
  const witness = openStock(server, room, token);
  const seen = new Set<string>();
  witness.doc.getMap('marks').observe((event) => event.keysChanged.forEach((key) => seen.add(key as string)));
  await Promise.all([...writers, witness].map((client) => client.synced()));
  const written: string[] = [];
  const writing = setInterval(() => {
    for (const [index, { doc }] of writers.entries()) {
      const key = `${index}:${written.length}`;
      doc.getMap('marks').set(key, 'x'.repeat(200));
      written.push(key);
    }
  }, 5);

  for (let round = 0; round < 3; round += 1) {
    await until('all are there', () => [...writers, witness].every(({ provider }) => provider.synced));
    const acknowledging = await writeAcknowledged(server, `${room}?token=${token}&saved=1`, round);
    const enough = seen.size + 100;
    await until('much is seen and acknowledged', () => seen.size > enough && acknowledging.saved() > 20);
    const ended = await server.end('SIGTERM');
    expect([ended.code, withoutWarnings(ended.stderr)]).toEqual([0, '']);
    expect((await acknowledging.closed).code).toBe(1012);
    const onDisk = (await readStored(databasePath(folder), room)).doc.getMap('marks');
    expect([...seen].filter((key) => !onDisk.has(key))).toEqual([]);
    expect(acknowledging.keys().slice(0, acknowledging.saved()).filter((key) => !onDisk.has(key))).toEqual([]);
    server = await spawnServer({ PORT: String(server.port), DATA_DIR: folder });
  }
  clearInterval(writing);

  const all = (doc: Y.Doc) => written.every((key) => doc.getMap('marks').has(key));
  await until('what was written meanwhile has arrived', () => all(witness.doc));
  expect([...writers, witness].map(({ closes }) => closes.filter(([code]) => code === 1012).length)).toEqual([3, 3, 3]);
  const ended = await server.end('SIGTERM');
  expect(ended.code).toBe(0);
  expect(all((await readStored(databasePath(folder), room)).doc)).toBe(true);
});

/** A client that asks to be told what is saved and writes without a pause, each time one key, until it is sent away. */
async function writeAcknowledged(server: { url: string }, path: string, round: number) {
  const client = await openRaw(server, `/sync/${path}`);
  const doc = new Y.Doc();
  const keys: string[] = [];
  doc.on('update', (update: Uint8Array) => client.ws.send(say.update(update), () => {}));
  const writing = setInterval(() => {
    const key = `acknowledged ${round}:${keys.length}`;
    keys.push(key);
    doc.getMap('marks').set(key, true);
  }, 5);
  void client.closed.then(() => clearInterval(writing));
  return { closed: client.closed, keys: () => keys, saved: () => toldCounts(client).at(-1) ?? 0 };
}
