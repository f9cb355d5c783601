import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { RELAY_LIMITS } from '../../server/relay/limits.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { kindOf, openRaw, say } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

/* What the relay does by itself, at a quicker pace than usual. */

/** Who does not answer within a ping is gone: where a test keeps the process busy itself, it pings as usual. */
const QUICK = { ...RELAY_LIMITS, upkeepEvery: 50, pingEvery: 100 };

/** Opens a WebSocket by hand, so that a frame can be left unfinished and a ping unanswered. */
async function openBare(url: string, path: string): Promise<{ socket: Socket; ended: () => boolean }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  let ended = false;
  let heard = '';
  socket.on('data', (data) => (heard += data.toString('latin1')));
  socket.on('close', () => (ended = true));
  socket.on('error', () => {});
  const key = Buffer.alloc(16, 1).toString('base64');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await until('the WebSocket is open', () => heard.includes('101 Switching Protocols'));
  return { socket, ended: () => ended };
}

/** The beginning of a binary frame that says it is of 8 MB, with so many bytes of it. */
function unfinished(bytes: number): Buffer {
  const header = Buffer.from([0x82, 0x80 | 127, 0, 0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([header, Buffer.alloc(bytes)]);
}

test('in a room where nothing happens everybody hears something before stock clients give up', async () => {
  const server = await startTestServer({ limits: { ...QUICK, longestSilence: 300 } });
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'viewer');
  const client = await openRaw(server, `/sync/${created.board}/board?token=${token}`);
  await until('it has heard awareness twice', () => client.heard.filter((message) => kindOf(message) === 'awareness').length >= 2);
});

test('a connection that gives no sign of life is closed, others stay', async () => {
  const server = await startTestServer({ limits: QUICK });
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const alive = openStock(server, `${created.board}/board`, token);
  await alive.synced();
  const dead = await openBare(server.url, `/sync/${created.board}/board?token=${token}`);
  await until('the dead one is closed', dead.ended);
  expect(alive.closes).toEqual([]);
});

test('the log of a room in use is written down as one row while people write', async () => {
  const server = await startTestServer({ limits: { ...QUICK, pingEvery: RELAY_LIMITS.pingEvery, compactAt: 20 } });
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const [writer, witness] = [openStock(server, `${created.board}/board`, token), openStock(server, `${created.board}/board`, token)];
  await Promise.all([writer.synced(), witness.synced()]);
  let least = Number.POSITIVE_INFINITY;
  for (let note = 0; note < 60; note += 1) {
    writeNote(writer.doc, `note ${note}`);
    await until('it is seen', () => noteTexts(witness.doc).length === note + 1);
    if (note >= 40) least = Math.min(least, (await readStored(server.database, `${created.board}/board`)).rows);
  }
  expect(least).toBeLessThanOrEqual(40);
  expect(noteTexts((await readStored(server.database, `${created.board}/board`)).doc)).toHaveLength(60);
  expect([...writer.closes, ...witness.closes]).toEqual([]);
});

test('a document at rest is served and written on as before', async () => {
  const server = await startTestServer({ limits: { ...QUICK, pingEvery: RELAY_LIMITS.pingEvery, restAfter: 0 } });
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const writer = openStock(server, `${created.board}/board`, token);
  await writer.synced();
  for (let note = 0; note < 5; note += 1) {
    writeNote(writer.doc, `note ${note}`);
    await new Promise((resolve) => setTimeout(resolve, 120));
    const reader = openStock(server, `${created.board}/board`, token);
    await until('all is there', () => noteTexts(reader.doc).length === note + 1);
  }
  expect(writer.closes).toEqual([]);
});

test('promise 5: what all unfinished messages hold is bounded; the largest go first, and a viewer has none', async () => {
  const server = await startTestServer({ limits: { ...QUICK, pingEvery: 60_000, unfinished: 3_000_000 } });
  const created = await createTestBoard(server);
  const path = async (role: 'participant' | 'viewer') => `/sync/${created.board}/board?token=${(await joinAs(server, created, role)).token}`;
  const small = await openBare(server.url, await path('participant'));
  small.socket.write(unfinished(500_000));
  const large = await openBare(server.url, await path('participant'));
  large.socket.write(unfinished(4_000_000));
  const viewer = await openBare(server.url, await path('viewer'));
  viewer.socket.write(unfinished(500_000));
  await until('the large one is closed', large.ended);
  // The server has said why and waits for the answer, which this client does not give.
  viewer.socket.end();
  await until('the viewer is closed', viewer.ended);
  expect(small.ended()).toBe(false);
});

test('promise 5: who keeps the server busy is told to slow down, and the others go on', async () => {
  const server = await startTestServer({ limits: { ...RELAY_LIMITS, workAtOnce: 100, workPerSecond: 10 } });
  const created = await createTestBoard(server);
  const ana = openStock(server, `${created.board}/board`, (await joinAs(server, created, 'participant', 'Ana')).token);
  await ana.synced();
  const mallory = (await joinAs(server, created, 'participant', 'Mallory')).token;
  const eve = await openRaw(server, `/sync/${created.board}/board?token=${mallory}`);
  for (let client = 1; client <= 200 && eve.ws.readyState === eve.ws.OPEN; client += 1) {
    eve.ws.send(say.update(crowd(client)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await eve.closed).reason).toMatch(/^too-fast: /);
  const again = await openRaw(server, `/sync/${created.board}/board?token=${mallory}`);
  again.ws.send(say.update(crowd(1_000)));
  expect((await again.closed).reason).toMatch(/^too-fast: /);
  writeNote(ana.doc, 'still here');
  const reader = openStock(server, `${created.board}/board`, (await joinAs(server, created, 'viewer')).token);
  await until('Ana is heard', () => noteTexts(reader.doc).length === 1);
  expect(ana.closes).toEqual([]);
});

/** Nine hundred items of one client at the beginning of a list where all others put theirs, too. */
function crowd(client: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const list = doc.getArray('crowd');
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let item = 0; item < 900; item += 1) list.insert(0, [item]);
  return Y.mergeUpdates(updates);
}

test('promise 2: a day of offline work beyond the limit of a message arrives as a whole', { timeout: 60_000 }, async () => {
  const server = await startTestServer({ limits: { ...RELAY_LIMITS, message: 100_000, bytesAtOnce: 300_000 } });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const ana = openStock(server, room, (await joinAs(server, created, 'participant')).token);
  await ana.synced();
  ana.provider.disconnect();
  for (let note = 0; note < 1_500; note += 1) writeNote(ana.doc, `note ${note} ${'x'.repeat(200)}`);
  expect(Y.encodeStateAsUpdate(ana.doc).length).toBeGreaterThan(400_000);
  ana.provider.connect();
  const reader = openStock(server, room, (await joinAs(server, created, 'viewer')).token);
  await until('all is there', () => noteTexts(reader.doc).length === 1_500);
  expect(ana.closes.filter(([code]) => code > 4000)).toEqual([]);
});
