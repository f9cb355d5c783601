import { expect, test } from 'vitest';
import { readStage } from '../../shared/stage/document.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { openRaw } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored, tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

/** A board with a facilitator, two participants and a viewer. */
async function workshop(server: TestServer) {
  const created = await createTestBoard(server);
  const ana = await joinAs(server, created, 'facilitator', 'Ana', 'Évora');
  const bela = await joinAs(server, created, 'participant', 'Béla', 'Pécs');
  const carla = await joinAs(server, created, 'participant', 'Carla', 'Évora');
  const viewer = await joinAs(server, created, 'viewer');
  return { ...created, ana, bela, carla, viewer };
}

const rooms = (board: string) => [`${board}/board`, `${board}/stage`];
const codeOf = (answer: { status: number; body: { error?: { code: string } } }) => [answer.status, answer.body.error?.code];
const stageOf = async (server: TestServer, board: string) => readStage((await readStored(server.database, `${board}/stage`)).doc);

function remove(server: TestServer, board: string, participant: string | null, secret: string) {
  return call(server, `/boards/${board}/participants/${participant}`, { method: 'DELETE', secret });
}

function makeRole(server: TestServer, board: string, participant: string | null, role: string, secret: string) {
  return call(server, `/boards/${board}/participants/${participant}/role`, { body: { role }, secret });
}

test('who is removed is out at once and for good, on every page; everybody else stays connected', async () => {
  const server = await startTestServer();
  const { board, ana, bela, carla, viewer } = await workshop(server);
  const theirs = await Promise.all(rooms(board).map((room) => openRaw(server, `/sync/${room}?token=${bela.token}`)));
  const others = [ana, carla, viewer].flatMap(({ token }) => rooms(board).map((room) => openStock(server, room, token)));
  await Promise.all(others.map((client) => client.synced()));

  expect((await remove(server, board, bela.participant, ana.token)).status).toBe(200);
  for (const { closed } of theirs) {
    expect(await closed).toEqual({ code: 4403, reason: expect.stringMatching(/^removed: /) });
  }
  // The token again, as a hostile client would try it.
  for (const room of rooms(board)) {
    const again = await openRaw(server, `/sync/${room}?token=${bela.token}`);
    expect(await again.closed).toEqual({ code: 4403, reason: expect.stringMatching(/^removed: /) });
  }
  expect(codeOf(await call(server, `/boards/${board}/me`, { secret: bela.token }))).toEqual([403, 'removed']);
  expect(codeOf(await call(server, `/boards/${board}/snapshots`, { secret: bela.token }))).toEqual([403, 'removed']);
  for (const other of others) expect([other.closes, other.provider.wsconnected]).toEqual([[], true]);
  expect(codeOf(await remove(server, board, bela.participant, ana.token))).toEqual([404, 'unknown-participant']);
});

test('the notes of a removed person keep their name; lists of people and of sites leave them out', async () => {
  const server = await startTestServer();
  const { board, links, ana, bela } = await workshop(server);
  const page = openStock(server, `${board}/board`, bela.token);
  await page.synced();
  writeNote(page.doc, 'mine', bela.participant);
  await until('it is stored', async () => noteTexts((await readStored(server.database, `${board}/board`)).doc).length === 1);
  await remove(server, board, bela.participant, ana.token);
  const entry = (await stageOf(server, board)).participants.get(bela.participant!);
  expect(entry).toMatchObject({ name: 'Béla', removed: true });
  const opened = await call(server, `/boards/${board}/open`, { body: { secret: links.participant } });
  expect(opened.body.sites).toEqual(['Évora']);
  const snapshot = await call(server, `/boards/${board}/snapshots`, { body: { title: 'After' }, secret: ana.token });
  const report = await call(server, `/boards/${board}/snapshots/${snapshot.body.id}/report/json`, { secret: ana.token });
  const { notes, participants } = report.body.content;
  expect(notes).toMatchObject([{ text: 'mine', authorName: 'Béla' }]);
  expect(participants.map(({ name }: { name: string }) => name)).toEqual(['Ana', 'Carla']);
});

test('a person on two devices is removed from both', async () => {
  const server = await startTestServer();
  const { board, ana, bela, carla } = await workshop(server);
  // Carla's device, as if it had come with a session of Béla's.
  await tamper(server.database, `UPDATE sessions SET participant = '${bela.participant}' WHERE participant = '${carla.participant}'`);
  const pages = await Promise.all([bela, carla].map(({ token }) => openRaw(server, `/sync/${board}/board?token=${token}`)));
  await remove(server, board, bela.participant, ana.token);
  expect((await Promise.all(pages.map((page) => page.closed))).map(({ code }) => code)).toEqual([4403, 4403]);
});

test('a named facilitator may do at once what facilitators do, and may not any more when they step down', async () => {
  const server = await startTestServer();
  const { board, ana, bela } = await workshop(server);
  const page = openStock(server, `${board}/board`, bela.token);
  await page.synced();
  const save = () => call(server, `/boards/${board}/snapshots`, { body: { title: 'S' }, secret: bela.token });
  expect(codeOf(await save())).toEqual([403, 'not-allowed']);

  expect((await makeRole(server, board, bela.participant, 'facilitator', ana.token)).status).toBe(200);
  await until('the page was sent away', () => page.closes.length === 1);
  expect(page.closes).toEqual([[4509, expect.stringMatching(/^role-changed: /)]]);
  // 45xx: any Yjs client comes again by itself, and what it wrote meanwhile arrives.
  writeNote(page.doc, 'written between two roles');
  await until('it is stored', async () => noteTexts((await readStored(server.database, `${board}/board`)).doc).length === 1);
  const me = await call(server, `/boards/${board}/me`, { secret: bela.token });
  expect(me.body).toEqual({ role: 'facilitator', participant: bela.participant });
  expect((await save()).status).toBe(201);
  expect((await stageOf(server, board)).participants.get(bela.participant!)?.role).toBe('facilitator');

  await makeRole(server, board, bela.participant, 'participant', bela.token);
  await until('the page was sent away again', () => page.closes.length === 2);
  expect(codeOf(await save())).toEqual([403, 'not-allowed']);
  expect((await stageOf(server, board)).participants.get(bela.participant!)?.role).toBe('participant');
});

test('others stay connected when a role changes, and giving the role somebody has changes nothing', async () => {
  const server = await startTestServer();
  const { board, ana, bela, carla, viewer } = await workshop(server);
  const others = [ana, carla, viewer].flatMap(({ token }) => rooms(board).map((room) => openStock(server, room, token)));
  await Promise.all(others.map((client) => client.synced()));
  await makeRole(server, board, bela.participant, 'facilitator', ana.token);
  await makeRole(server, board, ana.participant, 'facilitator', ana.token);
  await until('the others see it', () => readStage(others[1]!.doc).participants.get(bela.participant!)?.role === 'facilitator');
  for (const other of others) expect([other.closes, other.provider.wsconnected]).toEqual([[], true]);
});

test('a named facilitator stays when the participants get a new link, and goes with the facilitators', async () => {
  const server = await startTestServer();
  const { board, ana, bela, carla } = await workshop(server);
  await makeRole(server, board, bela.participant, 'facilitator', ana.token);
  const renew = (role: string) => call(server, `/boards/${board}/links/${role}`, { method: 'POST', secret: ana.token });
  await renew('participant');
  const me = (token: string) => call(server, `/boards/${board}/me`, { secret: token });
  expect((await me(bela.token)).status).toBe(200);
  expect(codeOf(await me(carla.token))).toEqual([403, 'revoked-link']);
  await renew('facilitator');
  expect(codeOf(await me(bela.token))).toEqual([403, 'revoked-link']);
});

test('a role does not bring back a session whose link is no longer good', async () => {
  const server = await startTestServer();
  const { board, ana, bela } = await workshop(server);
  await call(server, `/boards/${board}/links/participant`, { method: 'POST', secret: ana.token });
  expect(codeOf(await makeRole(server, board, bela.participant, 'facilitator', ana.token))).toEqual([404, 'unknown-participant']);
  expect(codeOf(await call(server, `/boards/${board}/me`, { secret: bela.token }))).toEqual([403, 'revoked-link']);
});

test('the last facilitator can neither leave nor step down, whoever asks; with a second one they can', async () => {
  const server = await startTestServer();
  const { board, links, ana, bela } = await workshop(server);
  const last = [409, 'last-facilitator'];
  for (const secret of [ana.token, links.facilitator]) {
    expect(codeOf(await remove(server, board, ana.participant, secret))).toEqual(last);
    expect(codeOf(await makeRole(server, board, ana.participant, 'participant', secret))).toEqual(last);
  }
  expect((await call(server, `/boards/${board}/me`, { secret: ana.token })).body.role).toBe('facilitator');

  await makeRole(server, board, bela.participant, 'facilitator', ana.token);
  expect((await remove(server, board, ana.participant, ana.token)).status).toBe(200);
  expect(codeOf(await remove(server, board, bela.participant, bela.token))).toEqual(last);
});

test('a facilitator who can no longer come in does not count as one', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  await joinAs(server, created, 'facilitator', 'Gone');
  const { body } = await call(server, `/boards/${created.board}/links/facilitator`, { method: 'POST', secret: created.links.facilitator });
  const ana = await joinAs(server, { ...created, links: { ...created.links, facilitator: body.secret } }, 'facilitator', 'Ana');
  expect(codeOf(await remove(server, created.board, ana.participant, ana.token))).toEqual([409, 'last-facilitator']);
});
