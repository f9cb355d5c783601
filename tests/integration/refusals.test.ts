import { expect, test } from 'vitest';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { RELAY_LIMITS } from '../../server/relay/limits.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { openRaw, say } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

test('a connection that may not enter is told why, finally, in its close frame', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const other = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const { board, links } = created;
  const cases: [path: string, code: number, refusal: string][] = [
    [`/sync/${board}/desk?token=${token}`, 4400, 'bad-room'],
    [`/sync/${board}?token=${token}`, 4400, 'bad-room'],
    [`/sync/..%2f..%2fetc?token=${token}`, 4400, 'bad-room'],
    [`/sync/%00?token=%`, 4400, 'bad-room'],
    [`/sync/AAAAAAAAAAAAAAAA/board?token=${token}`, 4404, 'unknown-board'],
    [`/sync/${board}/board`, 4401, 'no-credential'],
    [`/sync/${board}/board?token=nonsense`, 4401, 'wrong-session'],
    [`/sync/${board}/board?token=${links.facilitator}`, 4401, 'wrong-session'],
    [`/sync/${other.board}/board?token=${token}`, 4401, 'wrong-session'],
  ];
  for (const [path, code, refusal] of cases) {
    const answer = await (await openRaw(server, path)).closed;
    expect([path, answer.code, answer.reason.split(':')[0]]).toEqual([path, code, refusal]);
  }
});

test('a WebSocket outside of /sync gets an HTTP 404', async () => {
  const server = await startTestServer();
  const { ws, closed } = await openRaw(server, '/elsewhere');
  expect((await closed).code).toBe(1006);
  expect(ws.readyState).toBe(ws.CLOSED);
  expect((await call(server, '/health')).body).toEqual({ ok: true });
});

test('a renewed link sends away at once who came by the old one, and lets the others be', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const guest = await joinAs(server, created, 'participant');
  const host = await joinAs(server, created, 'facilitator');
  const leaving = openStock(server, room, guest.token);
  const staying = openStock(server, room, host.token);
  await Promise.all([leaving.synced(), staying.synced()]);

  const renewed = await call(server, `/boards/${created.board}/links/participant`, { method: 'POST', secret: host.token });
  expect(renewed.status).toBe(201);
  await until('the guest is sent away', () => leaving.closes.length > 0);
  expect(leaving.closes[0]).toEqual([4403, expect.stringMatching(/^revoked-link: /)]);
  expect(leaving.provider.shouldConnect).toBe(false);

  const again = await (await openRaw(server, `/sync/${room}?token=${guest.token}`)).closed;
  expect(again.reason).toMatch(/^revoked-link: /);
  expect(await joinAs(server, created, 'participant')).toMatchObject({ error: { code: 'revoked-link' } });
  const links = { ...created.links, participant: renewed.body.secret };
  expect(await joinAs(server, { ...created, links }, 'participant')).toMatchObject({ role: 'participant' });
  expect(staying.closes).toEqual([]);
});

/** A small generator of numbers that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function malformedMessages(): Uint8Array[] {
  const doc = new Y.Doc();
  writeNote(doc, 'valid until it is cut');
  const valid = [
    say.step1(Y.encodeStateVector(doc)),
    say.update(Y.encodeStateAsUpdate(doc)),
    say.step2(Y.encodeStateAsUpdate(doc)),
    say.awareness(1, 1, { cursor: { x: 1, y: 1 } }),
  ];
  const truncated = valid.flatMap((message) => Array.from(message, (_, length) => message.slice(0, length)));
  const random = seeded(20_261);
  const noise = Array.from({ length: 400 }, (_, index) => {
    const bytes = Uint8Array.from({ length: 2 + Math.floor(random() * 60) }, () => Math.floor(random() * 256));
    // Pure noise is turned away at its first byte; half of it is made to get further in.
    if (index % 2 === 0) bytes.set([0, index % 3], 0);
    return bytes;
  });
  return [...truncated, ...noise];
}

test('promise 5: a malformed message closes its own connection and nothing else', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const witness = openStock(server, room, (await joinAs(server, created, 'facilitator')).token);
  await witness.synced();
  writeNote(witness.doc, 'still here');
  await until('it is stored', async () => noteTexts((await readStored(server.database, room)).doc).length === 1);
  const before = await readStored(server.database, room);
  let told = 0;
  witness.doc.on('update', () => (told += 1));

  const messages = malformedMessages();
  expect(messages.length).toBeGreaterThan(800);
  const attack = async (message: Uint8Array) => {
    const client = await openRaw(server, `/sync/${room}?token=${token}`);
    client.ws.send(message);
    return (await client.closed).reason.split(':')[0];
  };
  const answers: (string | undefined)[] = [];
  for (let start = 0; start < messages.length; start += 50) {
    answers.push(...(await Promise.all(messages.slice(start, start + 50).map(attack))));
  }
  expect(new Set(answers)).toEqual(new Set(['bad-message']));

  const text = await openRaw(server, `/sync/${room}?token=${token}`);
  text.ws.send('not binary');
  expect((await text.closed).code).toBe(4400);

  expect(told).toBe(0);
  expect(witness.closes).toEqual([]);
  const after = await readStored(server.database, room);
  expect(after.rows).toBe(before.rows);
  expect(Y.encodeStateAsUpdate(after.doc)).toEqual(Y.encodeStateAsUpdate(before.doc));
  expect((await call(server, '/health')).status).toBe(200);
});

/** An update that can be decoded, but whose only item builds on a later one of its own client. */
function impossibleUpdate(): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 1, 77, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0x80 | 4);
    for (const number of [77, 50]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, 'x');
    encoding.writeVarUint(encoder, 0);
  });
}

test('promise 5: an update that cannot be applied leaves no trace, and those beside it are kept', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const witness = openStock(server, room, (await joinAs(server, created, 'facilitator')).token);
  const writers = [openStock(server, room, token), openStock(server, room, token)];
  await Promise.all([witness, ...writers].map((client) => client.synced()));

  for (let round = 0; round < 20; round += 1) {
    const hostile = await openRaw(server, `/sync/${room}?token=${token}`);
    writeNote(writers[0]!.doc, `first ${round}`);
    hostile.ws.send(say.update(impossibleUpdate()));
    writeNote(writers[1]!.doc, `second ${round}`);
    expect(await hostile.closed).toEqual({ code: 4400, reason: expect.stringMatching(/^bad-message: /) });
  }
  await until('all notes are seen', () => noteTexts(witness.doc).length === 40);
  for (const client of [witness, ...writers]) expect(client.closes).toEqual([]);
  const stored = await readStored(server.database, room);
  expect(noteTexts(stored.doc)).toEqual(noteTexts(witness.doc));
  expect(Y.decodeStateVector(Y.encodeStateVector(stored.doc)).has(77)).toBe(false);
});

test('promise 5: a message beyond the limit closes its own connection only', async () => {
  const server = await startTestServer({ limits: { ...RELAY_LIMITS, message: 10_000 } });
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const witness = openStock(server, `${created.board}/board`, token);
  await witness.synced();
  const client = await openRaw(server, `/sync/${created.board}/board?token=${token}`);
  client.ws.send(new Uint8Array(20_000));
  expect(await client.closed).toMatchObject({ code: 4413, reason: expect.stringMatching(/^too-large: /) });
  expect(witness.closes).toEqual([]);
});

test('promise 5: who does not read is sent away, and others still get everything', async () => {
  const server = await startTestServer({ limits: { ...RELAY_LIMITS, disconnectAt: 256 * 1024 } });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const writer = openStock(server, room, token);
  const reader = openStock(server, room, token);
  const slow = await openRaw(server, `/sync/${room}?token=${token}`);
  await Promise.all([writer.synced(), reader.synced()]);
  slow.ws.pause();

  const map = writer.doc.getMap('ballast');
  // More than what the buffers of the system take in on behalf of somebody who does not read.
  for (let index = 0; index < 40; index += 1) {
    map.set(String(index), 'x'.repeat(1024 * 1024));
    await until('the reader has it', () => reader.doc.getMap('ballast').has(String(index)));
  }
  slow.ws.resume();
  const { code } = await slow.closed;
  // 1006 where the socket was cut before the close frame could be read.
  expect([4508, 1006]).toContain(code);
  expect(reader.closes).toEqual([]);
  expect(writer.closes).toEqual([]);
});
