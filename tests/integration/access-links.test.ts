import { expect, test } from 'vitest';
import type { Role } from '../../shared/protocol/roles.ts';
import { openRaw } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { tamper } from '../support/stored.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

/** A board of whose link for a role the facilitator has made a new one, as asked. */
async function boardWithLink(server: TestServer, role: Role, asked: { expiresAt?: number | null; passphrase?: string | null }) {
  const created = await createTestBoard(server);
  const facilitator = await joinAs(server, created, 'facilitator');
  const answer = await call(server, `/boards/${created.board}/links/${role}`, { body: asked, secret: facilitator.token });
  expect(answer.status).toBe(201);
  return { ...created, facilitator, links: { ...created.links, [role]: answer.body.secret as string } };
}

/** Lets the time of a board's links for a role be over. */
function letExpire(server: TestServer, board: string, role: Role): Promise<void> {
  return tamper(server.database, `UPDATE links SET expires_at = 1 WHERE board = '${board}' AND role = '${role}' AND expires_at IS NOT NULL`);
}

const codeOf = (answer: { status: number; body: { error?: { code: string } } }) => [answer.status, answer.body.error?.code];

test('a link with a date opens the board until then, and not a moment longer, nor does what it was exchanged for', async () => {
  const server = await startTestServer();
  const board = await boardWithLink(server, 'participant', { expiresAt: Date.now() + 86_400_000 });
  const guest = await joinAs(server, board, 'participant');
  const path = `/boards/${board.board}`;
  expect((await call(server, `${path}/me`, { secret: guest.token })).status).toBe(200);

  await letExpire(server, board.board, 'participant');
  const refused = [403, 'expired-link'];
  expect(codeOf(await call(server, `${path}/open`, { body: { secret: board.links.participant } }))).toEqual(refused);
  const join = { secret: board.links.participant, name: 'Late', site: 'Pécs', language: 'en' };
  expect(codeOf(await call(server, `${path}/sessions`, { body: join }))).toEqual(refused);
  expect(codeOf(await call(server, `${path}/me`, { secret: guest.token }))).toEqual(refused);
  expect(codeOf(await call(server, `${path}/snapshots`, { secret: guest.token }))).toEqual(refused);
  expect(codeOf(await call(server, `${path}/snapshots`, { secret: board.links.participant }))).toEqual(refused);
  const socket = await openRaw(server, `/sync/${board.board}/board?token=${guest.token}`);
  expect(await socket.closed).toEqual({ code: 4403, reason: expect.stringMatching(/^expired-link: /) });

  const { facilitator } = board;
  expect((await call(server, `${path}/me`, { secret: facilitator.token })).status).toBe(200);
});

test('when the time of a link comes, the pages that came by it are closed, and all others stay open', async () => {
  const server = await startTestServer();
  const board = await boardWithLink(server, 'participant', { expiresAt: Date.now() + 86_400_000 });
  const guest = await joinAs(server, board, 'participant');
  const viewer = await joinAs(server, board, 'viewer');
  const rooms = ['board', 'stage'].map((kind) => `${board.board}/${kind}`);
  const theirs = await Promise.all(rooms.map((room) => openRaw(server, `/sync/${room}?token=${guest.token}`)));
  const others = [viewer, board.facilitator].flatMap(({ token }) => rooms.map((room) => openStock(server, room, token)));
  await Promise.all(others.map((client) => client.synced()));

  await letExpire(server, board.board, 'participant');
  for (const { closed } of theirs) {
    expect(await closed).toEqual({ code: 4403, reason: expect.stringMatching(/^expired-link: /) });
  }
  for (const other of others) expect([other.closes, other.provider.wsconnected]).toEqual([[], true]);
});

test('a link with a passphrase tells nothing of the board, and lets nobody in, before it is given', async () => {
  const server = await startTestServer();
  const passphrase = 'forty quiet herons';
  const board = await boardWithLink(server, 'participant', { passphrase });
  const path = `/boards/${board.board}`;
  const secret = board.links.participant;
  expect((await call(server, `${path}/open`, { body: { secret } })).body).toEqual({ role: 'participant', needsPassphrase: true });
  const join = { secret, name: 'Ana', site: 'Évora', language: 'en' };
  expect(codeOf(await call(server, `${path}/sessions`, { body: join }))).toEqual([401, 'needs-passphrase']);
  for (const wrong of ['', 'forty quiet heron', 'FORTY QUIET HERONS', 'x'.repeat(100)]) {
    expect(codeOf(await call(server, `${path}/open`, { body: { secret, passphrase: wrong } }))).toEqual([403, 'wrong-passphrase']);
    expect(codeOf(await call(server, `${path}/sessions`, { body: { ...join, passphrase: wrong } }))).toEqual([403, 'wrong-passphrase']);
  }
  expect((await call(server, `${path}/open`, { body: { secret, passphrase } })).body).toMatchObject({ title: 'Learning city' });
  const joined = await call(server, `${path}/sessions`, { body: { ...join, passphrase } });
  expect([joined.status, joined.body.role]).toEqual([201, 'participant']);
  // Nobody is on the stage but the facilitator and the one who knew it.
  const opened = await call(server, `${path}/open`, { body: { secret: board.links.viewer } });
  expect(opened.body).toMatchObject({ needsPassphrase: false, sites: ['Évora'] });
});

test('viewers are asked for a passphrase too, and the bare secret of such a link reads nothing', async () => {
  const server = await startTestServer();
  const board = await boardWithLink(server, 'viewer', { passphrase: 'olá ção 123' });
  const path = `/boards/${board.board}`;
  const secret = board.links.viewer;
  expect(codeOf(await call(server, `${path}/sessions`, { body: { secret, language: 'pt' } }))).toEqual([401, 'needs-passphrase']);
  expect(codeOf(await call(server, `${path}/snapshots`, { secret }))).toEqual([401, 'needs-passphrase']);
  // The same letters, as another keyboard composes them.
  const passphrase = ' olá ção 123 '.normalize('NFD');
  const joined = await call(server, `${path}/sessions`, { body: { secret, passphrase, language: 'pt' } });
  expect([joined.status, joined.body.participant]).toEqual([201, null]);
});

test('a whole room gives its passphrase at the same moment, and the server goes on answering others', async () => {
  const server = await startTestServer();
  const passphrase = 'forty quiet herons';
  const board = await boardWithLink(server, 'participant', { passphrase });
  const joins = Array.from({ length: 40 }, (_, index) => {
    const body = { secret: board.links.participant, passphrase, name: `Guest ${index}`, site: 'Évora', language: 'en' };
    return call(server, `/boards/${board.board}/sessions`, { body });
  });
  let done = 0;
  for (const join of joins) void join.then(() => (done += 1));
  expect((await call(server, '/health')).status).toBe(200);
  // Answered between theirs, not after them.
  expect(done).toBeLessThan(40);
  expect((await Promise.all(joins)).map(({ status }) => status)).toEqual(Array(40).fill(201));
});

test('a new link asks for what it was made with, not for what the old one asked', async () => {
  const server = await startTestServer();
  const board = await boardWithLink(server, 'viewer', { passphrase: 'forty quiet herons', expiresAt: Date.now() + 86_400_000 });
  const path = `/boards/${board.board}`;
  const renewed = await call(server, `${path}/links/viewer`, { method: 'POST', secret: board.facilitator.token });
  await letExpire(server, board.board, 'viewer');
  expect(codeOf(await call(server, `${path}/open`, { body: { secret: board.links.viewer } }))).toEqual([403, 'revoked-link']);
  expect((await call(server, `${path}/open`, { body: { secret: renewed.body.secret } })).body).toMatchObject({ needsPassphrase: false });
});
