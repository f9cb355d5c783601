import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { RELAY_LIMITS } from '../../server/relay/limits.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import { runCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/folder.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { openRaw, say } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

/* Promise 1 and 5: nobody can take the numbers of what another has written and not sent yet. */

/** An update that takes the next numbers of a client with nothing at all. */
function occupy(client: number, from: number, count = 1_000): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = client;
  const text = doc.getText('occupied');
  text.insert(0, 'x'.repeat(from + count));
  return Y.encodeStateAsUpdate(doc, from === 0 ? undefined : Y.encodeStateVector(new Map([[client, from]])));
}

/** Somebody who has announced themself, as all pages do, and written this. */
async function writer(server: TestServer, created: CreatedBoard, token: string, text: string | null) {
  const client = openStock(server, `${created.board}/board`, token);
  client.provider.awareness.setLocalState({ editing: null });
  await client.synced();
  if (text !== null) writeNote(client.doc, text);
  return client;
}

const clockOf = (doc: Y.Doc) => Y.getState(doc.store, doc.clientID);

test.each([
  ['while they are there', 'here', 'wrote before'],
  ['before they wrote anything', 'here', null],
  ['after they left and the room was let go', 'left', 'wrote before'],
  ['after they left without having written, and the room was let go', 'left', null],
  ['after the server was started again', 'restarted', 'wrote before'],
] as const)('promise 5: nobody can write under the client of another %s', async (_when, when, before) => {
  const limits = { ...RELAY_LIMITS, releaseAfter: 0 };
  let server = await startTestServer({ limits, metrics: true });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const ana = (await joinAs(server, created, 'participant', 'Ana')).token;
  const mallory = (await joinAs(server, created, 'facilitator', 'Mallory')).token;
  const victim = await writer(server, created, ana, before);
  const watching = openStock(server, room, mallory);
  await until('Ana is seen', () => watching.provider.awareness.getStates().has(victim.doc.clientID));
  await until('what she wrote is seen', () => noteTexts(watching.doc).length === (before === null ? 0 : 1));
  watching.provider.destroy();
  const from = clockOf(victim.doc);

  victim.provider.disconnect();
  writeNote(victim.doc, 'written offline');
  if (when === 'here') await new Promise((resolve) => setTimeout(resolve, 50));
  if (when === 'left') await until('the room is let go', async () => /^plenary_rooms 0$/m.test(await (await fetch(`${server.url}/metrics`)).text()));
  if (when === 'restarted') {
    await server.close();
    server = await startTestServer({ limits, dataDir: dirname(server.database) });
  }

  for (const carrier of [say.update, say.step2]) {
    const eve = await openRaw(server, `/sync/${room}?token=${mallory}`);
    eve.ws.send(carrier(occupy(victim.doc.clientID, from)));
    expect((await eve.closed).reason).toMatch(/^not-yours: /);
  }
  // Nor by claiming to be that client first.
  const eve = await openRaw(server, `/sync/${room}?token=${mallory}`);
  eve.ws.send(say.awareness(victim.doc.clientID, 1_000, { cursor: null }));
  eve.ws.send(say.update(occupy(victim.doc.clientID, from)));
  expect((await eve.closed).reason).toMatch(/^not-yours: /);

  const back = openStock(server, room, ana, victim.doc);
  const reader = openStock(server, room, (await joinAs(server, created, 'viewer')).token);
  await until('what she wrote offline is there', () => noteTexts(reader.doc).includes('written offline'));
  expect(noteTexts(reader.doc)).toEqual(before === null ? ['written offline'] : ['written offline', before]);
  expect(back.closes).toEqual([]);
});

test('what a page kept of an earlier page of the same person is taken in, whoever has claimed what', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const first = await writer(server, created, token, 'first page');
  await until('it is saved', async () => (await readStored(server.database, `${created.board}/board`)).rows > 1);
  first.provider.destroy();
  writeNote(first.doc, 'never sent');

  const second = new Y.Doc();
  Y.applyUpdate(second, Y.encodeStateAsUpdate(first.doc));
  const reloaded = openStock(server, `${created.board}/board`, token, second);
  reloaded.provider.awareness.setLocalState({ editing: null });
  await reloaded.synced();
  const reader = openStock(server, `${created.board}/board`, (await joinAs(server, created, 'viewer')).token);
  await until('all is there', () => noteTexts(reader.doc).length === 2);
  expect(reloaded.closes).toEqual([]);
});

test('promise 1: after a backup was restored, pages bring back what others wrote since', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const [DATA_DIR, file] = [join(folder, 'data'), join(folder, 'backup.db')];
  const server = await startTestServer({ dataDir: DATA_DIR });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const [ana, rui] = [(await joinAs(server, created, 'participant')).token, (await joinAs(server, created, 'participant')).token];
  const author = await writer(server, created, ana, 'before the backup');
  const witness = await writer(server, created, rui, null);
  await until('it is seen', () => noteTexts(witness.doc).length === 1);
  expect(await runCommand('backup', [file], { DATA_DIR })).toMatchObject({ code: 0 });
  writeNote(author.doc, 'after the backup');
  await until('both are seen', () => noteTexts(witness.doc).length === 2);
  for (const { provider } of [author, witness]) provider.disconnect();
  await server.close();
  expect(await runCommand('restore', [file], { DATA_DIR })).toMatchObject({ code: 0 });

  const again = await startTestServer({ dataDir: DATA_DIR });
  const brought = openStock(again, room, rui, witness.doc);
  await brought.synced();
  await until('it is back', async () => noteTexts((await readStored(again.database, room)).doc).length === 2);
  expect(brought.closes).toEqual([]);
  const back = openStock(again, room, ana, author.doc);
  await back.synced();
  writeNote(author.doc, 'and on');
  await until('its author goes on', () => noteTexts(brought.doc).length === 3);
  expect(back.closes).toEqual([]);
});
