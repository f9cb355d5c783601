import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openDatabase } from '../../server/storage/driver.ts';
import { openRaw, say, toldCounts } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

function updateOf(key: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('marks').set(key, true);
  return Y.encodeStateAsUpdate(doc);
}

async function boardWith(parameters: string, changes = {}) {
  const server = await startTestServer(changes);
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const room = `${created.board}/board`;
  return { server, room, client: await openRaw(server, `/sync/${room}?token=${token}${parameters}`) };
}

test('a client that asks is told how many of its changes are on disk, and they are', async () => {
  const { server, room, client } = await boardWith('&saved=1');
  client.ws.send(say.step2(new Uint8Array([0, 0])));
  for (let i = 0; i < 20; i += 1) client.ws.send(say.update(updateOf(`mark ${i}`)));
  await until('all are told', () => toldCounts(client).at(-1) === 21);
  const counts = toldCounts(client);
  expect(counts).toEqual([...counts].sort((a, b) => a - b));
  expect((await readStored(server.database, room)).doc.getMap('marks').size).toBe(20);
});

test('promise 8: a client that does not ask is told nothing it would not know', async () => {
  const { client } = await boardWith('');
  client.ws.send(say.update(updateOf('mark')));
  client.ws.send(say.step1());
  await until('the step 2 that follows the change has come', () => client.heard.some((message) => message[0] === 0 && message[1] === 1));
  expect(toldCounts(client)).toEqual([]);
});

test('nothing is told to be saved that is not', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { server, client } = await boardWith('&saved=1', { busyTimeout: 10 });
  const blocker = await openDatabase(server.database);
  blocker.exec('BEGIN IMMEDIATE');
  client.ws.send(say.update(updateOf('mark')));
  expect(await client.closed).toMatchObject({ code: 4503 });
  expect(toldCounts(client)).toEqual([]);
  blocker.exec('ROLLBACK');
  blocker.close();
  complaints.mockRestore();
});
