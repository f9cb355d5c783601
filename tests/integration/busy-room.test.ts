import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { RELAY_LIMITS } from '../../server/relay/limits.ts';
import { kindOf, openRaw, say, toldCounts, type RawClient } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

/* Every room is busy here from the start, and what waits waits longer than any test. */

const BUSY = { ...RELAY_LIMITS, busyAt: 0, batchFor: 600_000 };

async function busyBoard() {
  const server = await startTestServer({ limits: BUSY });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const enter = async (role: 'participant' | 'viewer') =>
    openRaw(server, `/sync/${room}?token=${(await joinAs(server, created, role)).token}&saved=1`);
  return { server, room, writer: await enter('participant'), witness: await enter('viewer') };
}

function updateOf(key: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('marks').set(key, true);
  return Y.encodeStateAsUpdate(doc);
}

function changesHeard({ heard }: RawClient): number {
  return heard.filter((message) => kindOf(message) === 'sync 2').length;
}

test('promise 1: what waits in a busy room is neither shown nor said to be saved; shutting down saves it', async () => {
  const { server, room, writer, witness } = await busyBoard();
  writer.ws.send(say.update(updateOf('first')));
  writer.ws.send(say.awareness(7, 1, {}));
  await until('what was sent after the change is seen', () => witness.heard.some((message) => kindOf(message) === 'awareness'));
  expect([changesHeard(witness), toldCounts(writer)]).toEqual([0, []]);
  const marksOnDisk = async () => (await readStored(server.database, room)).doc.getMap('marks').size;
  expect(await marksOnDisk()).toBe(0);
  await server.close();
  expect(await marksOnDisk()).toBe(1);
});

test('changes that waited are saved at once and shown at once, and whoever asks does not wait', async () => {
  const { server, room, writer, witness } = await busyBoard();
  for (const key of ['first', 'second', 'third']) {
    writer.ws.send(say.update(updateOf(key)));
    await sleep(30);
  }
  witness.ws.send(say.step1());
  await until('all are shown', () => changesHeard(witness) === 3);
  await until('the writer is told', () => toldCounts(writer).length > 0);
  expect(toldCounts(writer)).toEqual([3]);
  expect((await readStored(server.database, room)).doc.getMap('marks').size).toBe(3);
});
