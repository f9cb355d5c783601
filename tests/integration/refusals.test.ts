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

/** An update that can be decoded, but whose two items are each to stand behind the other. */
function impossibleUpdate(): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 2);
    for (const [client, other] of [[78, 77], [77, 78]] as const) {
      for (const number of [1, client, 0]) encoding.writeVarUint(encoder, number);
      encoding.writeUint8(encoder, 0x80 | 4);
      for (const number of [other, 0]) encoding.writeVarUint(encoder, number);
      encoding.writeVarString(encoder, 'x');
    }
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
    const hostile = await openRaw(server, `/sync/${room}?token=${(await joinAs(server, created, 'participant')).token}`);
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

/** An item of client 77 that is to stand right behind the next item of another client, and before one of its own that never comes. */
function ambush(victim: number, clock: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, 1, 77, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0xc0 | 4);
    for (const number of [victim, clock, 77, 50]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, 'x');
    encoding.writeVarUint(encoder, 0);
  });
}

test('promise 5: nobody can prepare a change that fails only when another one writes', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const victim = openStock(server, room, (await joinAs(server, created, 'participant')).token);
  const witness = openStock(server, room, (await joinAs(server, created, 'facilitator')).token);
  await Promise.all([victim.synced(), witness.synced()]);
  writeNote(victim.doc, 'one');
  await until('it is seen', () => noteTexts(witness.doc).length === 1);

  const { token } = await joinAs(server, created, 'participant');
  for (const answersFirst of [true, false]) {
    const eve = await openRaw(server, `/sync/${room}?token=${token}`);
    if (answersFirst) eve.ws.send(say.step2(new Uint8Array([0, 0])));
    eve.ws.send(say.update(ambush(victim.doc.clientID, Y.getState(victim.doc.store, victim.doc.clientID) + 1)));
    eve.ws.send(say.step1());
    await Promise.race([eve.closed, until('the server has read it', () => eve.heard.some((message) => message[0] === 0 && message[1] === 1))]);
  }
  writeNote(victim.doc, 'two');
  await until('it is seen too', () => noteTexts(witness.doc).length === 2);
  expect(victim.closes).toEqual([]);
  expect(witness.closes).toEqual([]);
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
  for (let index = 0; index < 28; index += 1) {
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
