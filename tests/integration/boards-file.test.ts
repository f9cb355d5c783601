import { strToU8, unzipSync, zipSync } from 'fflate';
import { deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXPORT_VERSION } from '../../server/history/manifest.ts';
import type { CreatedBoard, SnapshotInfo } from '../../shared/protocol/api.ts';
import { readStage } from '../../shared/stage/document.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

const DAY = 24 * 3_600_000;

/** A board with a note, a saved snapshot with a remark, and one made before a restoring. */
async function fullBoard(server: TestServer) {
  const created = await createTestBoard(server);
  const host = await joinAs(server, created, 'facilitator', 'Rui');
  const client = openStock(server, `${created.board}/board`, host.token);
  const witness = openStock(server, `${created.board}/board`, host.token);
  await Promise.all([client.synced(), witness.synced()]);
  writeNote(client.doc, 'um autocarro à noite');
  await until('it is saved', () => noteTexts(witness.doc).length === 1);
  const snapshots = `/boards/${created.board}/snapshots`;
  const saved = (await call<SnapshotInfo>(server, snapshots, { body: { title: 'First day', remark: 'before lunch' }, secret: host.token })).body;
  await call(server, `${snapshots}/${saved.id}/restore`, { method: 'POST', secret: host.token });
  return { created, host, client, witness, saved, snapshots };
}

async function exported(server: TestServer, board: string, token: string): Promise<Uint8Array> {
  const response = await fetch(`${server.url}/api/boards/${board}/export`, { headers: { Authorization: `Bearer ${token}` } });
  expect([response.status, response.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('Learning city.plenary')]);
  return new Uint8Array(await response.arrayBuffer());
}

async function imported(server: TestServer, file: Uint8Array | string): Promise<{ status: number; body: any }> {
  const response = await fetch(`${server.url}/api/imports`, { method: 'POST', body: file as Uint8Array<ArrayBuffer> });
  return { status: response.status, body: await response.json() };
}

async function boardsOf(server: TestServer): Promise<number> {
  const { openDatabase } = await import('../../server/storage/driver.ts');
  const file = await openDatabase(server.database);
  const { n } = file.prepare('SELECT count(*) AS n FROM boards').get() as { n: number };
  file.close();
  return n;
}

test('a board goes to another server as one file, with its history, and has new links there', async () => {
  const [here, there] = [await startTestServer(), await startTestServer()];
  const { created, host, saved } = await fullBoard(here);
  const file = await exported(here, created.board, host.token);
  expect(Object.keys(unzipSync(file))).toContain('manifest.json');
  for (const secret of [host.token, ...Object.values(created.links)]) expect(Buffer.from(file).includes(secret)).toBe(false);

  const answer = await imported(there, file);
  expect([answer.status, answer.body.title, answer.body.workshop]).toEqual([201, 'Learning city', 'Spring meeting']);
  const board = answer.body as CreatedBoard;
  expect(board.board).not.toBe(created.board);
  const guest = await joinAs(there, board, 'participant', 'Bea');
  const [notes, stage] = [openStock(there, `${board.board}/board`, guest.token), openStock(there, `${board.board}/stage`, guest.token)];
  await Promise.all([notes.synced(), stage.synced()]);
  expect(noteTexts(notes.doc)).toEqual(['um autocarro à noite']);
  expect([...readStage(stage.doc).sites.values()].map(({ name }) => name)).toEqual(['Évora']);
  // Who was there is known by name, and is not here.
  expect([...readStage(stage.doc).participants.values()].map(({ name, earlier = false }) => [name, earlier]).sort()).toEqual([['Bea', false], ['Rui', true]]);

  const list = (await call<SnapshotInfo[]>(there, `/boards/${board.board}/snapshots`, { secret: board.links.facilitator })).body;
  const [before, first] = list;
  expect([before!.cause, first!.title, first!.remark, first!.savedAt]).toEqual(['restore', 'First day', 'before lunch', saved.savedAt]);
  expect(before!.subject).toBe(first!.id);
  expect((await call(there, `/boards/${board.board}/snapshots/${first!.id}/report/md`, { secret: board.links.viewer })).body).toContain('um autocarro à noite');
  expect((await call(here, `/boards/${created.board}/me`, { secret: host.token })).status).toBe(200);
});

test('a snapshot that is damaged on disk does not keep the rest from being exported', async () => {
  const server = await startTestServer();
  const { created, host } = await fullBoard(server);
  await tamper(server.database, "UPDATE snapshots SET checksum = '' WHERE cause = 'saved'");
  const file = await exported(server, created.board, host.token);
  const answer = await imported(server, file);
  const list = await call<SnapshotInfo[]>(server, `/boards/${answer.body.board}/snapshots`, { secret: answer.body.links.facilitator });
  expect(list.body.map(({ cause }) => cause)).toEqual(['restore']);
});

const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const stored = (entries: Record<string, Uint8Array>) => zipSync(entries, { level: 0 });

/** The file with something else in the place of one document, as if it had been exported so. */
function forged(file: Uint8Array, name: string, content: Uint8Array): Uint8Array {
  const entries = unzipSync(file);
  const manifest = JSON.parse(Buffer.from(entries['manifest.json']!).toString());
  const entry = name === manifest.board.name ? manifest.board : name === manifest.stage.name ? manifest.stage : manifest.snapshots[0].board;
  Object.assign(entry, { bytes: content.byteLength, sha256: sum(content) });
  return stored({ ...entries, [entry.name]: content, 'manifest.json': strToU8(JSON.stringify(manifest)) });
}

function withManifest(file: Uint8Array, change: (manifest: any) => void): Uint8Array {
  const entries = unzipSync(file);
  const manifest = JSON.parse(Buffer.from(entries['manifest.json']!).toString());
  change(manifest);
  return stored({ ...entries, 'manifest.json': strToU8(JSON.stringify(manifest)) });
}

const BOMB = deflateSync(Buffer.alloc(90 * 1024 * 1024));

const CASES: [string, string, (file: Uint8Array) => Uint8Array | string][] = [
  ['nothing at all', 'not-an-export', () => ''],
  ['a text', 'not-an-export', () => 'not a board'],
  ['a ZIP of something else', 'not-an-export', () => zipSync({ 'word/document.xml': strToU8('<w/>') })],
  ['a ZIP that is stored and something else', 'not-an-export', () => stored({ 'a.txt': strToU8('a') })],
  ['another program’s manifest', 'not-an-export', () => stored({ 'manifest.json': strToU8('{"format":"other","version":1}') })],
  ['a manifest that is no JSON', 'not-an-export', () => stored({ 'manifest.json': strToU8('{') })],
  ['one cut off in the middle', 'damaged-export', (file) => file.slice(0, file.length / 2)],
  ['one cut off at its end', 'damaged-export', (file) => file.slice(0, -3)],
  ['one with a changed document', 'damaged-export', (file) => stored({ ...unzipSync(file), 'documents/board.z': strToU8('changed') })],
  ['one without a document', 'damaged-export', (file) => {
    const { 'documents/stage.z': _, ...rest } = unzipSync(file);
    return stored(rest);
  }],
  ['a newer one', 'newer-export', (file) => withManifest(file, (manifest) => (manifest.version = EXPORT_VERSION + 1))],
  ['a manifest with odd values', 'damaged-export', (file) => withManifest(file, (manifest) => (manifest.snapshots[0].savedAt = 'then'))],
  ['names that lead elsewhere', 'damaged-export', (file) => withManifest(file, (manifest) => (manifest.board.name = '../../etc/passwd.z'))],
  ['the name of what every object has', 'damaged-export', (file) => withManifest(file, (manifest) => (manifest.board.name = 'constructor.z'))],
  ['too many snapshots', 'damaged-export', (file) => withManifest(file, (manifest) => (manifest.snapshots = Array(2_001).fill(manifest.snapshots[0])))],
  ['a document that is no update', 'damaged-export', (file) => forged(file, 'documents/board.z', deflateSync(Buffer.from('no update')))],
  ['a document that is not compressed', 'damaged-export', (file) => forged(file, 'documents/board.z', strToU8('plain'))],
  ['a stage without a board on it', 'damaged-export', (file) => forged(file, 'documents/stage.z', deflateSync(Uint8Array.of(0, 0)))],
  ['a bomb for a document', 'damaged-export', (file) => forged(file, 'documents/board.z', BOMB)],
  ['a bomb for a snapshot', 'damaged-export', (file) => forged(file, 'a snapshot', BOMB)],
];

test('a file that is not ours, incomplete, damaged, newer or a bomb is refused with its sentence, and nothing has changed', async () => {
  const server = await startTestServer();
  const { created, host } = await fullBoard(server);
  const file = await exported(server, created.board, host.token);
  for (const [what, code, make] of CASES) {
    const answer = await imported(server, make(file));
    expect([what, answer.status, answer.body.error?.code]).toEqual([what, 400, code]);
  }
  expect(await boardsOf(server)).toBe(1);
  expect((await imported(server, file)).status).toBe(201);
});

test('a file beyond the limit is refused before it is read', async () => {
  const server = await startTestServer({ largestImport: 2_000 });
  const answer = await imported(server, new Uint8Array(3_000));
  expect([answer.status, answer.body.error.code]).toEqual([413, 'too-large']);
});

test('promise 10: a deleted board sends everybody away and lets nobody in; a facilitator brings it back with all it had', async () => {
  const server = await startTestServer();
  const { created, host, witness, snapshots } = await fullBoard(server);
  const guest = await joinAs(server, created, 'participant', 'Ana');
  const path = `/boards/${created.board}`;
  const remove = (title: string, secret: string) => call(server, path, { method: 'DELETE', body: { title }, secret });
  for (const secret of [guest.token, created.links.viewer]) expect((await remove('Learning city', secret)).body.error.code).toBe('not-allowed');
  expect((await remove('learning', host.token)).body.error.code).toBe('wrong-title');
  expect(witness.closes).toEqual([]);

  expect((await remove('Learning city', host.token)).status).toBe(200);
  await until('the pages are closed', () => witness.closes.length > 0);
  expect(witness.closes[0]).toEqual([4410, expect.stringContaining('deleted-board')]);
  for (const [secret, address] of [[host.token, '/me'], [guest.token, '/me'], [created.links.viewer, '/snapshots'], [host.token, '/export']] as const) {
    const answer = await call(server, path + address, { secret });
    expect([answer.body.error.code, answer.headers.get('cache-control')]).toEqual(['deleted-board', 'no-store']);
  }
  expect((await call(server, `${path}/open`, { body: { secret: created.links.facilitator } })).body.error.code).toBe('deleted-board');
  expect((await call(server, `${path}/bring-back`, { method: 'POST', secret: guest.token })).body.error.code).toBe('not-allowed');
  expect((await call(server, `${path}/bring-back`, { method: 'POST', secret: created.links.viewer })).body.error.code).toBe('not-allowed');

  // By their session as well as by the link.
  for (const secret of [host.token, created.links.facilitator]) {
    expect((await call(server, `${path}/bring-back`, { method: 'POST', secret })).status).toBe(200);
    expect((await call(server, `${path}/me`, { secret: host.token })).status).toBe(200);
  }
  const again = openStock(server, `${created.board}/board`, guest.token);
  await again.synced();
  expect(noteTexts(again.doc)).toEqual(['um autocarro à noite']);
  expect((await call(server, snapshots, { secret: host.token })).body.length).toBe(2);
});

test('when its term of grace is over, nothing of a deleted board is left on disk, and others are as they were', async () => {
  const server = await startTestServer({ graceDays: 2 });
  const { created, host } = await fullBoard(server);
  const other = await fullBoard(server);
  await call(server, `/boards/${created.board}`, { method: 'DELETE', body: { title: 'Learning city' }, secret: host.token });
  await server.tendHistory(Date.now() + DAY);
  expect((await call(server, `/boards/${created.board}/me`, { secret: host.token })).body.error.code).toBe('deleted-board');
  await server.tendHistory(Date.now() + 3 * DAY);
  expect((await call(server, `/boards/${created.board}/me`, { secret: host.token })).body.error.code).toBe('unknown-board');
  expect((await call(server, `/boards/${created.board}/bring-back`, { method: 'POST', secret: host.token })).body.error.code).toBe('wrong-session');
  expect(noteTexts(other.client.doc)).toEqual(['um autocarro à noite']);
  const kept = (await call<SnapshotInfo[]>(server, other.snapshots, { secret: other.host.token })).body;
  expect(kept.map(({ cause }) => cause).filter((cause) => cause !== 'activity')).toEqual(['restore', 'saved']);
  await server.close();
  const bytes = readFileSync(server.database);
  expect([bytes.includes(created.board), bytes.includes(other.created.board)]).toEqual([false, true]);
});

test('a board is kept for as long as the server’s owner says since it was last changed, and everybody on it can know', async () => {
  const server = await startTestServer({ keepDays: 10 });
  const { created, host } = await fullBoard(server);
  const keeping = await call(server, `/boards/${created.board}/keeping`, { secret: created.links.viewer });
  expect(keeping.body).toEqual({ keptUntil: expect.any(Number), graceDays: 30 });
  expect(keeping.body.keptUntil - Date.now()).toBeGreaterThan(9 * DAY);
  await server.tendHistory(keeping.body.keptUntil - DAY);
  expect((await call(server, `/boards/${created.board}/me`, { secret: host.token })).status).toBe(200);
  await server.tendHistory(keeping.body.keptUntil + DAY);
  expect((await call(server, `/boards/${created.board}/me`, { secret: host.token })).body.error.code).toBe('deleted-board');
  expect((await call(server, `/boards/${created.board}/bring-back`, { method: 'POST', secret: host.token })).status).toBe(200);
  expect((await call(server, `/boards/${created.board}/me`, { secret: host.token })).status).toBe(200);
});

test('a board that somebody has just changed is kept, however long nobody had, and a facilitator keeps one longer', async () => {
  const server = await startTestServer({ keepDays: 10, graceDays: 5 });
  const { created, host } = await fullBoard(server);
  const keeping = async () => (await call(server, `/boards/${created.board}/keeping`, { secret: created.links.viewer })).body.keptUntil - Date.now();
  const age = async () => {
    await server.tendHistory();
    await tamper(server.database, `UPDATE boards SET changed_at = ${Date.now() - 11 * DAY}`);
  };
  await age();
  const client = openStock(server, `${created.board}/board`, host.token);
  await client.synced();
  expect(await keeping()).toBeLessThan(0);
  writeNote(client.doc, 'in the last minute');
  await until('the server knows of it', async () => (await keeping()) > 9 * DAY);
  await server.tendHistory(Date.now() + DAY);
  expect(client.closes).toEqual([]);

  await age();
  for (const secret of [created.links.viewer, created.links.participant]) expect((await call(server, `/boards/${created.board}/keeping`, { method: 'POST', secret })).body.error.code).toBe('not-allowed');
  const longer = await call(server, `/boards/${created.board}/keeping`, { method: 'POST', secret: host.token });
  expect(longer.body.keptUntil - Date.now()).toBeGreaterThan(9 * DAY);
  await age();
  await server.tendHistory(Date.now() + 2 * DAY);
  const grace = (secret?: string) => call(server, `/boards/${created.board}/bring-back`, { ...(secret && { secret }) });
  expect((await grace(host.token)).body).toEqual({ until: expect.any(Number), mayBringBack: true });
  expect((await grace(created.links.viewer)).body).toMatchObject({ mayBringBack: false });
  expect((await grace()).body.error.code).toBe('no-credential');
});

test('where nothing else is said, boards are kept for ever', async () => {
  const server = await startTestServer();
  const { created, host } = await fullBoard(server);
  expect((await call(server, `/boards/${created.board}/keeping`, { secret: host.token })).body.keptUntil).toBe(null);
  await server.tendHistory(Date.now() + 5_000 * DAY);
  expect((await call(server, `/boards/${created.board}/me`, { secret: host.token })).status).toBe(200);
});
