import { expect, test } from 'vitest';
import { openRaw, say } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { openStock, type StockClient } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

function stateOf(client: StockClient, of: StockClient): Record<string, unknown> | undefined {
  return client.provider.awareness.getStates().get(of.doc.clientID);
}

test('people in a room see each other, and see when somebody leaves', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const ana = await joinAs(server, created, 'participant', 'Ana');
  const rui = await joinAs(server, created, 'facilitator', 'Rui');
  const first = openStock(server, room, ana.token);
  const second = openStock(server, room, rui.token);
  first.provider.awareness.setLocalState({ cursor: { x: 1, y: 2 } });

  await until('Rui sees the cursor', () => stateOf(second, first)?.cursor !== undefined);
  expect(stateOf(second, first)).toEqual({ cursor: { x: 1, y: 2 }, participant: ana.participant, role: 'participant' });
  first.provider.ws!.close();
  first.provider.shouldConnect = false;
  await until('Ana is gone', () => stateOf(second, first) === undefined);
});

test('somebody who comes back under the same client id is seen again', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const first = openStock(server, room, (await joinAs(server, created, 'participant')).token);
  const second = openStock(server, room, (await joinAs(server, created, 'participant')).token);
  // Clients of y-protocols do not notice a state that was never set.
  for (const client of [first, second]) client.provider.awareness.setLocalState({ editing: null });
  await until('they see each other', () => !!stateOf(second, first) && !!stateOf(first, second));
  for (let time = 0; time < 3; time += 1) {
    (first.provider.ws as unknown as { terminate(): void }).terminate();
    await until('the first is gone', () => stateOf(second, first) === undefined);
    await until('the first is back', () => stateOf(second, first) !== undefined);
    expect(stateOf(second, first)).toMatchObject({ editing: null, role: 'participant' });
  }
});

test('promise 4: nobody can appear as somebody else', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const ana = await joinAs(server, created, 'participant', 'Ana');
  const witness = openStock(server, room, (await joinAs(server, created, 'facilitator', 'Rui')).token);
  const liar = await openRaw(server, `/sync/${room}?token=${ana.token}`);
  await witness.synced();
  liar.ws.send(say.awareness(7, 1, { participant: 'somebody', role: 'facilitator', cursor: null }));
  const { awareness } = witness.provider;
  await until('the liar is seen', () => awareness.getStates().has(7));
  expect(awareness.getStates().get(7)).toEqual({ cursor: null, participant: ana.participant, role: 'participant' });
});

test('promise 4: nobody can make somebody else move or disappear, or speak for two', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const victim = openStock(server, room, (await joinAs(server, created, 'participant', 'Ana')).token);
  const witness = openStock(server, room, (await joinAs(server, created, 'facilitator', 'Rui')).token);
  victim.provider.awareness.setLocalState({ editing: 'mine' });
  await until('the victim is seen', () => stateOf(witness, victim)?.editing === 'mine');

  const liar = await openRaw(server, `/sync/${room}?token=${(await joinAs(server, created, 'participant', 'Eve')).token}`);
  liar.ws.send(say.awareness(victim.doc.clientID, 1e6, { editing: 'forged' }));
  liar.ws.send(say.awareness(victim.doc.clientID, 1e6, null));
  liar.ws.send(say.awareness(8, 1, { editing: 'own' }));
  liar.ws.send(say.awareness(9, 1, { editing: 'second' }));
  liar.ws.send(say.awareness(8, 2, { editing: 'last' }));
  await until('the last word is seen', () => witness.provider.awareness.getStates().get(8)?.editing === 'last');
  expect(stateOf(witness, victim)?.editing).toBe('mine');
  expect(witness.provider.awareness.getStates().has(9)).toBe(false);
});

test('a viewer leaves no trace beyond being there', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const viewer = openStock(server, room, (await joinAs(server, created, 'viewer')).token);
  const witness = openStock(server, room, (await joinAs(server, created, 'facilitator')).token);
  viewer.provider.awareness.setLocalState({ cursor: { x: 1, y: 2 }, name: 'advertisement' });
  await until('the viewer is seen', () => stateOf(witness, viewer) !== undefined);
  expect(stateOf(witness, viewer)).toEqual({ participant: null, role: 'viewer' });
});

test('an awareness state beyond the limit is refused as too-large', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const client = await openRaw(server, `/sync/${created.board}/board?token=${token}`);
  client.ws.send(say.awareness(1, 1, { filler: 'x'.repeat(70_000) }));
  const { code, reason } = await client.closed;
  expect(code).toBe(4413);
  expect(reason).toMatch(/^too-large: /);
});
