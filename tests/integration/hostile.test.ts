import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { RELAY_LIMITS } from '../../server/relay/limits.ts';
import type { JoinedSession } from '../../shared/protocol/api.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { setLocked } from '../../shared/stage/document.ts';
import { kindOf, openRaw, say, type RawClient } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock, type StockClient } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

/* Promise 4: what may not be done is refused on the wire, whatever a client says. */

/** An update that sets one mark, as no seeded document has it. */
function markUpdate(mark: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('marks').set(mark, true);
  return Y.encodeStateAsUpdate(doc);
}

const marksOf = (doc: Y.Doc) => [...doc.getMap('marks').keys()].sort();

interface Crowd {
  server: TestServer;
  board: string;
  facilitator: JoinedSession;
  participant: JoinedSession;
  other: JoinedSession;
  viewer: JoinedSession;
  /** A facilitator's copy of the stage, to lock the board with. */
  stage: StockClient;
  /** Connects somebody to a room; its path begins after the board. */
  connect(session: JoinedSession, room: string): Promise<RawClient>;
}

async function crowd(): Promise<Crowd> {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const join = (role: Role, name: string) => joinAs(server, created, role, name);
  const facilitator = await join('facilitator', 'Fay');
  const stage = openStock(server, `${created.board}/stage`, facilitator.token);
  await stage.synced();
  return {
    server,
    board: created.board,
    facilitator,
    participant: await join('participant', 'Pat'),
    other: await join('participant', 'Oli'),
    viewer: await join('viewer', ''),
    stage,
    connect: ({ token }, room) => openRaw(server, `/sync/${created.board}/${room}?token=${token}`),
  };
}

async function lock(people: Crowd): Promise<void> {
  setLocked(people.stage.doc, true);
  await until('the lock is on disk', async () => {
    const { doc } = await readStored(people.server.database, `${people.board}/stage`);
    return doc.getMap('meta').get('locked') === true;
  });
}

type Who = 'facilitator' | 'participant' | 'viewer';
type Where = 'board' | 'stage' | 'own desk' | 'another’s desk';

/** The permission table as people were promised it: who may write where, unlocked and locked. */
const TABLE: [who: Who, where: Where, unlocked: boolean, locked: boolean][] = [
  ['facilitator', 'board', true, true],
  ['facilitator', 'stage', true, true],
  ['facilitator', 'own desk', true, true],
  ['facilitator', 'another’s desk', false, false],
  ['participant', 'board', true, false],
  ['participant', 'stage', false, false],
  ['participant', 'own desk', true, true],
  ['participant', 'another’s desk', false, false],
  ['viewer', 'board', false, false],
  ['viewer', 'stage', false, false],
  ['viewer', 'another’s desk', false, false],
];

const CELLS = TABLE.flatMap(([who, where, unlocked, locked]) =>
  [false, true].flatMap((isLocked) =>
    (['update', 'step2'] as const).map((message) => ({ who, where, isLocked, message, allowed: isLocked ? locked : unlocked })),
  ),
);

describe('promise 4: every cell of role, document, lock and message', () => {
  test.each(CELLS)('$who, $where, locked: $isLocked, as $message: $allowed', async ({ who, where, isLocked, message, allowed }) => {
    const people = await crowd();
    if (isLocked) await lock(people);
    const session = people[who];
    const path = { board: 'board', stage: 'stage', 'own desk': `desk/${session.participant}`, 'another’s desk': `desk/${people.other.participant}` }[where];
    const room = `${people.board}/${path}`;
    const owner = where === 'another’s desk' ? people.other : people.facilitator;
    const witness = where === 'own desk' ? null : openStock(people.server, room, owner.token);
    await witness?.synced();

    const client = await people.connect(session, path);
    client.ws.send(say[message](markUpdate('hostile')));
    // What is asked after it is answered after it.
    client.ws.send(say.step1());
    const answered = () => client.heard.some((heard) => kindOf(heard) === 'sync 1');
    await Promise.race([until('the question is answered', answered), client.closed]);

    const stored = await readStored(people.server.database, room);
    expect(marksOf(stored.doc)).toEqual(allowed ? ['hostile'] : []);
    if (allowed) return;
    const refused = client.heard.some((heard) => kindOf(heard) === 'auth') || client.ws.readyState !== WebSocket.OPEN;
    expect(refused).toBe(true);
    expect(witness && marksOf(witness.doc)).toEqual([]);
    expect(witness?.closes).toEqual([]);
  });

  test('a desk is read by its owner alone, not even by the facilitator', async () => {
    const people = await crowd();
    for (const session of [people.facilitator, people.other, people.viewer]) {
      const spy = await people.connect(session, `desk/${people.participant.participant}`);
      expect(await spy.closed).toMatchObject({ code: 4403, reason: expect.stringMatching(/^not-allowed: /) });
      expect(spy.heard).toEqual([]);
    }
  });
});

describe('the lock', () => {
  test('what somebody wrote while the board was locked arrives when it is unlocked, and nothing after it is stuck', async () => {
    const people = await crowd();
    const room = `${people.board}/board`;
    const writer = openStock(people.server, room, people.participant.token);
    const reader = openStock(people.server, room, people.facilitator.token);
    await Promise.all([writer.synced(), reader.synced()]);
    await lock(people);
    writer.doc.getMap('marks').set('while locked', true);
    const probe = await people.connect(people.participant, 'board');
    probe.ws.send(say.step1());
    await until('the server has answered', () => probe.heard.some((heard) => kindOf(heard) === 'sync 1'));
    expect(marksOf(reader.doc)).toEqual([]);

    setLocked(people.stage.doc, false);
    await until('it has arrived', () => marksOf(reader.doc).length === 1);
    writer.doc.getMap('marks').set('after', true);
    await until('what follows too', () => marksOf(reader.doc).length === 2);
    expect(writer.closes).toEqual([]);
  });
});

describe('connections that are not welcome', () => {
  test('a page of another site cannot open a connection in a visitor’s browser', async () => {
    const people = await crowd();
    const address = `${people.server.url.replace('http', 'ws')}/sync/${people.board}/board?token=${people.participant.token}`;
    const closeOf = (origin?: string) =>
      new Promise<string>((resolve) => {
        const ws = new WebSocket(address, origin === undefined ? {} : { origin });
        ws.on('message', () => {
          resolve('welcome');
          ws.terminate();
        });
        ws.on('close', (_code, reason) => resolve(String(reason).split(':')[0]!));
      });
    expect(await closeOf('https://evil.example')).toBe('wrong-origin');
    expect(await closeOf('null')).toBe('wrong-origin');
    expect(await closeOf(people.server.url)).toBe('welcome');
    expect(await closeOf()).toBe('welcome');
  });

  test('more connections than a board takes are sent away, to try again; those that are there stay', async () => {
    const server = await startTestServer({ limits: { ...RELAY_LIMITS, connectionsPerBoard: 3 } });
    const created = await createTestBoard(server);
    const { token } = await joinAs(server, created, 'participant');
    const path = `/sync/${created.board}/board?token=${token}`;
    const inside = await Promise.all([1, 2, 3].map(() => openRaw(server, path)));
    expect(await (await openRaw(server, path)).closed).toMatchObject({ code: 4529, reason: expect.stringMatching(/^too-many-connections: /) });
    expect(inside.map(({ ws }) => ws.readyState)).toEqual([WebSocket.OPEN, WebSocket.OPEN, WebSocket.OPEN]);
    inside[0]!.ws.close();
    await inside[0]!.closed;
    const next = await openRaw(server, path);
    await until('there is a place again', () => next.heard.length > 0);
  });
});

describe('too much', () => {
  test('a client that sends faster than it may is sent away; another is not disturbed', async () => {
    const server = await startTestServer({ limits: { ...RELAY_LIMITS, messagesPerSecond: 1, messagesAtOnce: 50 } });
    const created = await createTestBoard(server);
    const { token } = await joinAs(server, created, 'participant');
    const path = `/sync/${created.board}/board?token=${token}`;
    const quiet = await openRaw(server, path);
    const loud = await openRaw(server, path);
    for (let i = 0; i < 60; i += 1) loud.ws.send(say.awareness(7, i, {}));
    expect(await loud.closed).toMatchObject({ code: 4529, reason: expect.stringMatching(/^too-fast: /) });
    expect(quiet.ws.readyState).toBe(WebSocket.OPEN);
  });

  test('a document that is full takes nothing more, and can still be read', async () => {
    const server = await startTestServer({ limits: { ...RELAY_LIMITS, document: 20_000 } });
    const created = await createTestBoard(server);
    const { token } = await joinAs(server, created, 'participant');
    const path = `/sync/${created.board}/board?token=${token}`;
    const filling = (letter: string) => {
      const doc = new Y.Doc();
      doc.getMap('marks').set(letter, letter.repeat(9_000));
      return say.update(Y.encodeStateAsUpdate(doc));
    };
    const writer = await openRaw(server, path);
    for (const letter of ['a', 'b', 'c']) writer.ws.send(filling(letter));
    expect(await writer.closed).toMatchObject({ code: 4413, reason: expect.stringMatching(/^document-full: /) });
    const reader = openStock(server, `${created.board}/board`, token);
    await reader.synced();
    expect(marksOf(reader.doc)).toEqual(['a', 'b']);
  });
});

describe('presence', () => {
  test('nobody can speak for another, and a viewer says nothing of their own', async () => {
    const people = await crowd();
    const watcher = openStock(people.server, `${people.board}/board`, people.facilitator.token);
    const pat = openStock(people.server, `${people.board}/board`, people.participant.token);
    await Promise.all([watcher.synced(), pat.synced()]);
    pat.provider.awareness.setLocalState({ cursor: { x: 1, y: 1 } });
    const id = pat.doc.clientID;
    const stateOf = (client: number) => watcher.provider.awareness.getStates().get(client);
    await until('Pat is seen', () => stateOf(id)?.cursor !== undefined);

    const oli = await people.connect(people.other, 'board');
    oli.ws.send(say.awareness(id, 1_000, { participant: people.participant.participant, cursor: { x: 666, y: 666 } }));
    oli.ws.send(say.awareness(id, 1_001, null));
    oli.ws.send(say.awareness(4_242, 1, { participant: people.participant.participant, role: 'facilitator', cursor: { x: 2, y: 2 } }));
    const viewer = await people.connect(people.viewer, 'board');
    viewer.ws.send(say.awareness(5_252, 1, { name: 'Pat', cursor: { x: 3, y: 3 }, role: 'facilitator' }));
    await until('both are seen', () => stateOf(4_242) !== undefined && stateOf(5_252) !== undefined);
    expect(stateOf(id)?.cursor).toEqual({ x: 1, y: 1 });
    expect(stateOf(4_242)).toMatchObject({ participant: people.other.participant, role: 'participant' });
    expect(stateOf(5_252)).toEqual({ participant: null, role: 'viewer' });
  });
});
