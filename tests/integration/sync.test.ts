import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { RELAY_LIMITS } from '../../server/relay/limits.ts';
import { readStage } from '../../shared/stage/document.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { kindOf, openRaw, say } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

test('promise 8: a stock y-websocket client can take part, and both sides converge', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const ana = openStock(server, `${created.board}/board`, (await joinAs(server, created, 'participant')).token);
  const rui = openStock(server, `${created.board}/board`, (await joinAs(server, created, 'facilitator')).token);
  await Promise.all([ana.synced(), rui.synced()]);

  writeNote(ana.doc, 'from Ana');
  writeNote(rui.doc, 'from Rui');

  for (const { doc } of [ana, rui]) {
    await until('both notes are there', () => noteTexts(doc).length === 2);
    expect(noteTexts(doc)).toEqual(['from Ana', 'from Rui']);
  }
  const late = openStock(server, `${created.board}/board`, (await joinAs(server, created, 'viewer')).token);
  await late.synced();
  expect(noteTexts(late.doc)).toEqual(['from Ana', 'from Rui']);
});

test('promise 2: what two people wrote offline into the same board both survives', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const ana = openStock(server, room, (await joinAs(server, created, 'participant')).token);
  const rui = openStock(server, room, (await joinAs(server, created, 'participant')).token);
  await Promise.all([ana.synced(), rui.synced()]);

  ana.provider.disconnect();
  rui.provider.disconnect();
  for (let index = 0; index < 20; index += 1) {
    writeNote(ana.doc, `Ana ${index}`);
    writeNote(rui.doc, `Rui ${index}`);
  }
  ana.provider.connect();
  rui.provider.connect();

  await until('Ana has all notes', () => noteTexts(ana.doc).length === 40);
  await until('Rui has all notes', () => noteTexts(rui.doc).length === 40);
  expect(noteTexts(ana.doc)).toEqual(noteTexts(rui.doc));
});

test('everybody who joined can read the stage, seeded from the template', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server, 'both');
  for (const role of ['facilitator', 'participant', 'viewer'] as const) {
    const { token } = await joinAs(server, created, role);
    const client = openStock(server, `${created.board}/stage`, token);
    await client.synced();
    expect(readStage(client.doc).approaches.map((approach) => approach.id)).toEqual(['partnership', 'global']);
  }
});

test.each([
  ['participant', 'stage'],
  ['viewer', 'stage'],
  ['viewer', 'board'],
] as const)('promise 4: a %s cannot write the %s, by update or by sync step 2', async (role, kind) => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/${kind}`;
  const { token } = await joinAs(server, created, role);
  const witness = openStock(server, room, (await joinAs(server, created, 'facilitator')).token);
  await witness.synced();
  const before = await readStored(server.database, room);
  let told = 0;
  witness.doc.on('update', () => (told += 1));

  const hostile = await openRaw(server, `/sync/${room}?token=${token}`);
  const forged = new Y.Doc();
  forged.getMap('approaches').set('forged', { id: 'forged' });
  writeNote(forged, 'forged');
  const update = Y.encodeStateAsUpdate(forged);
  hostile.ws.send(say.update(update));
  hostile.ws.send(say.step2(update));
  hostile.ws.send(say.step2(Y.encodeStateAsUpdate(new Y.Doc())));
  hostile.ws.send(say.step1());
  await until('the question after the writes is answered', () => hostile.heard.some((m) => kindOf(m) === 'sync 1'));

  const refusals = hostile.heard.filter((message) => kindOf(message) === 'auth');
  expect(refusals).toHaveLength(2);
  expect(new TextDecoder().decode(refusals[0])).toContain('read-only: ');
  expect(hostile.heard.some((message) => kindOf(message) === 'sync 0')).toBe(false);
  expect(told).toBe(0);
  expect(witness.closes).toEqual([]);
  expect((await readStored(server.database, room)).rows).toBe(before.rows);
});

test('an update that adds nothing is neither stored nor sent to others', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const writer = await openRaw(server, `/sync/${room}?token=${token}`);
  const other = await openRaw(server, `/sync/${room}?token=${token}`);
  const doc = new Y.Doc();
  writeNote(doc, 'once');
  const update = Y.encodeStateAsUpdate(doc);

  writer.ws.send(say.update(update));
  await until('the other has it', () => other.heard.some((message) => kindOf(message) === 'sync 2'));
  const { rows } = await readStored(server.database, room);
  for (let index = 0; index < 10; index += 1) writer.ws.send(say.update(update));
  writer.ws.send(say.step1());
  await until('the repetitions are taken in', () => writer.heard.some((message) => kindOf(message) === 'sync 1'));

  expect(other.heard.filter((message) => kindOf(message) === 'sync 2')).toHaveLength(1);
  expect((await readStored(server.database, room)).rows).toBe(rows);
});

test('a change sent before the rest of what is new is not lost: it comes with the rest', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('t').insert(0, 'a');
  doc.getText('t').insert(1, 'b');

  // As somebody does who was offline and types on before the sync is over.
  const writer = await openRaw(server, `/sync/${room}?token=${token}`);
  writer.ws.send(say.update(updates[1]!));
  writer.ws.send(say.step2(Y.encodeStateAsUpdate(doc)));
  const reader = openStock(server, room, token);
  await until('both halves are there', () => reader.doc.getText('t').toString() === 'ab');
  expect(writer.ws.readyState).toBe(writer.ws.OPEN);
});

test('an answer to a sync step 1 means that all sent before it is on disk', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const writer = await openRaw(server, `/sync/${room}?token=${(await joinAs(server, created, 'participant')).token}`);
  const doc = new Y.Doc();
  writeNote(doc, 'saved');
  writer.ws.send(say.update(Y.encodeStateAsUpdate(doc)));
  writer.ws.send(say.step1());
  await until('the answer is there', () => writer.heard.some((message) => kindOf(message) === 'sync 1'));
  expect(noteTexts((await readStored(server.database, room)).doc)).toEqual(['saved']);
});

test('a room that everybody has left is written down as one row and comes back whole', async () => {
  const server = await startTestServer({ limits: { ...RELAY_LIMITS, releaseAfter: 0 } });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const writer = openStock(server, room, token);
  await writer.synced();
  for (let index = 0; index < 50; index += 1) {
    writeNote(writer.doc, `note ${String(index).padStart(2, '0')}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const expected = noteTexts(writer.doc);
  await until('all is stored', async () => noteTexts((await readStored(server.database, room)).doc).length === 50);
  writer.provider.disconnect();

  await until('the log is one row', async () => (await readStored(server.database, room)).rows === 1);
  expect(noteTexts((await readStored(server.database, room)).doc)).toEqual(expected);
  const later = openStock(server, room, token);
  await later.synced();
  expect(noteTexts(later.doc)).toEqual(expected);
});
