import * as encoding from 'lib0/encoding';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { RELAY_LIMITS } from '../../server/relay/limits.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { openRaw, say } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

/* Promise 5: messages that are well formed and meant to hurt, each of which once did. */

/** A varint that lib0 reads as infinity. */
const ENDLESS = [...Array.from({ length: 147 }, () => 0x80), 1];

const varint = (value: number) => [...encoding.encode((encoder) => encoding.writeVarUint(encoder, value))];

/** An awareness message of one entry, its numbers given as bytes. */
function awareness(client: number[], clock: number[]): Uint8Array {
  const content = new Uint8Array([1, ...client, ...clock, 2, 0x7b, 0x7d]);
  return new Uint8Array([1, ...varint(content.length), ...content]);
}

/** An update by its bytes. */
const update = (...bytes: number[]) => say.update(new Uint8Array(bytes));

/** As many items as told, all at the beginning of one list. */
function crowd(client: number, count: number): Uint8Array {
  return encoding.encode((encoder) => {
    for (const number of [1, count, client, 0]) encoding.writeVarUint(encoder, number);
    for (let i = 0; i < count; i += 1) {
      encoding.writeUint8(encoder, 8);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 'crowd');
      encoding.writeVarUint(encoder, 1);
      encoding.writeAny(encoder, 1);
    }
    encoding.writeVarUint(encoder, 0);
  });
}

const ATTACKS: [what: string, message: Uint8Array][] = [
  ['an awareness clock without end', awareness([5], ENDLESS)],
  ['an awareness client without end', awareness(ENDLESS, [1])],
  ['a deletion whose clock has no end', update(0, 1, 5, 1, ...ENDLESS, 1)],
  ['a deletion whose length has no end', update(0, 1, 5, 1, 0, ...ENDLESS)],
  ['a struct whose clock has no end', update(1, 1, 5, ...ENDLESS, 0, 1, 0)],
  ['a struct whose client has no end', update(1, 1, ...ENDLESS, 0, 0, 1, 0)],
  ['a struct whose length has no end', update(1, 1, 5, 0, 0, ...ENDLESS, 0)],
  ['a struct of no length', update(1, 1, 1, 0, 0, 0, 0)],
  ['a deletion of no length', update(0, 1, 5, 1, 0, 0)],
  ['a state vector without end', say.step1(new Uint8Array([1, 5, ...ENDLESS]))],
  ['a crowd at one place', say.update(crowd(5, 20_000))],
];

describe('promise 5', () => {
  test.each(ATTACKS)('%s is refused, and the board goes on, also when it is loaded again', async (_what, message) => {
    const server = await startTestServer({ limits: { ...RELAY_LIMITS, releaseAfter: 0 } });
    const created = await createTestBoard(server);
    const room = `${created.board}/board`;
    const { token } = await joinAs(server, created, 'participant');
    const witness = openStock(server, room, (await joinAs(server, created, 'facilitator')).token);
    await witness.synced();

    const eve = await openRaw(server, `/sync/${room}?token=${token}`);
    eve.ws.send(say.step2(new Uint8Array([0, 0])));
    eve.ws.send(message);
    expect((await eve.closed).reason).toMatch(/^bad-message: /);

    writeNote(witness.doc, 'going on');
    const reader = openStock(server, room, token);
    await until('others still work', () => noteTexts(reader.doc).length === 1);
    expect(witness.closes).toEqual([]);
    for (const client of [witness, reader]) client.provider.destroy();
    const later = openStock(server, room, token);
    await until('the board is there when everybody has left and come back', () => noteTexts(later.doc).length === 1);
    expect(later.closes).toEqual([]);
  });

  test('a viewer’s endless number, too, hurts nobody', async () => {
    const server = await startTestServer();
    const created = await createTestBoard(server);
    const { token } = await joinAs(server, created, 'viewer');
    const eve = await openRaw(server, `/sync/${created.board}/board?token=${token}`);
    eve.ws.send(awareness([5], ENDLESS));
    expect((await eve.closed).reason).toMatch(/^bad-message: /);
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  });

  test('a log with a row that cannot be applied is read without that row', async () => {
    const server = await startTestServer({ limits: { ...RELAY_LIMITS, releaseAfter: 0 } });
    const created = await createTestBoard(server);
    const room = `${created.board}/board`;
    const { token } = await joinAs(server, created, 'participant');
    const writer = openStock(server, room, token);
    await writer.synced();
    writeNote(writer.doc, 'kept');
    const watcher = openStock(server, room, token);
    await until('it is saved', () => noteTexts(watcher.doc).length === 1);
    await server.close();


    const broken = Buffer.from(Y.encodeStateAsUpdate(new Y.Doc())).toString('hex').replace(/.$/, '7');
    await tamper(server.database, `INSERT INTO updates (room, data) VALUES ('${room}', x'${broken}')`);

    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
    const again = await startTestServer({ dataDir: server.database.replace('/plenary.db', '') });
    const reader = openStock(again, room, token);
    await until('what is sound is there', () => noteTexts(reader.doc).length === 1);
    expect(reader.closes).toEqual([]);
    complaints.mockRestore();
  });
});
