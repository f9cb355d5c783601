import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readStage } from '../../shared/stage/document.ts';
import { captureOutput } from '../support/output.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

test('a board is seeded once, however many join it first at the same moment', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server, 'both');
  const joined = await Promise.all(
    Array.from({ length: 10 }, (_, index) => joinAs(server, created, 'participant', `Guest ${index}`)),
  );
  const clients = joined.map(({ token }) => openStock(server, `${created.board}/stage`, token));
  await Promise.all(clients.map((client) => client.synced()));
  const stage = readStage(clients[0]!.doc);
  expect(stage.approaches.map((approach) => approach.id)).toEqual(['partnership', 'global']);
  expect(stage.participants.size).toBe(10);
  expect([...stage.sites.values()].map((site) => site.name)).toEqual(['Évora']);
});

test('a link tells what it leads to before one joins', async () => {
  const server = await startTestServer();
  const { board, links } = await createTestBoard(server);
  await joinAs(server, { board, links }, 'participant', 'Ana', 'Swansea');
  const opened = await call(server, `/boards/${board}/open`, { body: { secret: links.viewer } });
  expect(opened.body).toEqual({
    role: 'viewer',
    needsPassphrase: false,
    title: 'Learning city',
    workshop: 'Spring meeting',
    anonymous: false,
    sites: ['Swansea'],
  });
});

test('a session tells who one is; viewers are nobody and leave no trace on the stage', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const ana = await joinAs(server, created, 'participant', '  Ana  ');
  const viewer = await joinAs(server, created, 'viewer');
  const me = (token: string) => call(server, `/boards/${created.board}/me`, { secret: token });
  expect((await me(ana.token)).body).toEqual({ role: 'participant', participant: ana.participant });
  expect((await me(viewer.token)).body).toEqual({ role: 'viewer', participant: null });
  const stage = readStage((await readStored(server.database, `${created.board}/stage`)).doc);
  expect([...stage.participants.values()].map((person) => person.name)).toEqual(['Ana']);
});

test('secrets, tokens and passphrases are neither on disk nor in what the server says of itself, only their hashes', async () => {
  const output = captureOutput();
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const { board, links } = created;
  const { token } = await joinAs(server, created, 'participant');
  const facilitator = await joinAs(server, created, 'facilitator');
  const passphrase = 'forty quiet herons';
  const asked = { body: { passphrase, expiresAt: Date.now() + 1e9 }, secret: facilitator.token };
  const renewed = (await call(server, `/boards/${board}/links/viewer`, asked)).body.secret;
  const viewer = (await call(server, `/boards/${board}/sessions`, { body: { secret: renewed, passphrase, language: 'en' } })).body.token;
  await call(server, `/boards/${board}/sessions`, { body: { secret: renewed, passphrase: 'a wrong guess here', language: 'en' } });
  const secrets = [token, facilitator.token, viewer, renewed, passphrase, 'a wrong guess here', ...Object.values(links)];
  const expectClean = (where: string, bytes: string) => {
    for (const secret of secrets) expect([where, bytes.includes(secret)]).toEqual([where, false]);
  };
  const wal = readFileSync(`${server.database}-wal`, 'latin1');
  expect(wal).toContain(board);
  expectClean('the log of the database', wal);
  await server.close();
  const database = readFileSync(server.database, 'latin1');
  expect(database).toContain(board);
  expectClean('the database', database);
  expectClean('the output', output());
});

test('promise 4: each request that may not be made gets a typed refusal', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const { board, links } = created;
  const other = await createTestBoard(server);
  const { token: guest } = await joinAs(server, created, 'participant');
  const { token: viewer } = await joinAs(server, created, 'viewer');
  const join = (body: object) => ({ body: { secret: links.participant, name: 'A', site: 'B', language: 'en', ...body } });
  const seed = { template: 'both', title: 'T', workshop: 'W', language: 'en' };
  const cases: [path: string, asked: object, status: number, code: string, fields?: string[]][] = [
    ['/boards', { body: 'not json' }, 400, 'bad-json'],
    ['/boards', { body: '' }, 400, 'bad-json'],
    ['/boards', { body: [] }, 400, 'bad-request', ['']],
    ['/boards', { body: { ...seed, title: 'x'.repeat(10_000) } }, 400, 'bad-request', ['title']],
    ['/boards', { body: { ...seed, title: ' ', template: 'none' } }, 400, 'bad-request', ['template', 'title']],
    ['/boards', { body: { ...seed, title: 'x'.repeat(100_000) } }, 413, 'too-large'],
    ['/boards', { method: 'DELETE' }, 404, 'unknown-address'],
    ['/elsewhere', {}, 404, 'unknown-address'],
    ['', {}, 404, 'unknown-address'],
    ['/boards/AAAAAAAAAAAAAAAA/open', { body: { secret: links.viewer } }, 404, 'unknown-board'],
    ['/boards/%00/open', { body: { secret: links.viewer } }, 404, 'unknown-board'],
    [`/boards/${board}/open`, { body: { secret: 'wrong' } }, 403, 'wrong-link'],
    [`/boards/${board}/open`, { body: { secret: other.links.viewer } }, 403, 'wrong-link'],
    [`/boards/${board}/sessions`, join({ secret: 'wrong' }), 403, 'wrong-link'],
    [`/boards/${board}/sessions`, join({ name: undefined, site: undefined }), 400, 'bad-request', ['name', 'site']],
    [`/boards/${board}/sessions`, join({ site: undefined }), 400, 'bad-request', ['site']],
    [`/boards/${board}/sessions`, join({ name: 'x'.repeat(81) }), 400, 'bad-request', ['name']],
    [`/boards/${board}/sessions`, join({ language: 'xx' }), 400, 'bad-request', ['language']],
    [`/boards/${board}/me`, {}, 401, 'no-credential'],
    [`/boards/${board}/me`, { secret: 'wrong' }, 401, 'wrong-session'],
    [`/boards/${other.board}/me`, { secret: guest }, 401, 'wrong-session'],
    [`/boards/${board}/snapshots`, {}, 401, 'no-credential'],
    [`/boards/${board}/snapshots`, { body: { title: 'S' }, secret: guest }, 403, 'not-allowed'],
    [`/boards/${board}/snapshots`, { body: { title: 'S' }, secret: viewer }, 403, 'not-allowed'],
    [`/boards/${board}/snapshots`, { body: { title: 'S' }, secret: links.facilitator }, 401, 'no-credential'],
    [`/boards/${board}/links/viewer`, { method: 'POST', secret: guest }, 403, 'not-allowed'],
    [`/boards/${board}/links/viewer`, { body: { expiresAt: 1 }, secret: links.facilitator }, 400, 'bad-request', ['expiresAt']],
    [`/boards/${board}/links/viewer`, { body: { expiresAt: 'soon' }, secret: links.facilitator }, 400, 'bad-request', ['expiresAt']],
    [`/boards/${board}/links/viewer`, { body: { passphrase: 'short' }, secret: links.facilitator }, 400, 'bad-request', ['passphrase']],
    [`/boards/${board}/links/viewer`, { body: '{', secret: links.facilitator }, 400, 'bad-json'],
    [`/boards/${board}/participants/nobody`, { method: 'DELETE' }, 401, 'no-credential'],
    [`/boards/${board}/participants/nobody`, { method: 'DELETE', secret: guest }, 403, 'not-allowed'],
    [`/boards/${board}/participants/nobody`, { method: 'DELETE', secret: links.facilitator }, 404, 'unknown-participant'],
    [`/boards/${board}/participants/nobody/role`, { body: { role: 'facilitator' }, secret: guest }, 403, 'not-allowed'],
    [`/boards/${board}/participants/nobody/role`, { body: { role: 'viewer' }, secret: links.facilitator }, 400, 'bad-request', ['role']],
    [`/boards/${board}/participants/nobody/role`, { body: { role: 'facilitator' }, secret: links.facilitator }, 404, 'unknown-participant'],
    [`/boards/${board}/links/king`, { method: 'POST', secret: links.facilitator }, 404, 'unknown-address'],
    [`/boards/${board}/snapshots/none/links`, { method: 'POST', secret: links.facilitator }, 404, 'unknown-snapshot'],
    [`/boards/${board}/snapshots/none/report/html`, { secret: links.viewer }, 404, 'unknown-snapshot'],
    [`/boards/${board}/snapshots/none/report/exe`, { secret: links.viewer }, 404, 'unknown-address'],
    [`/boards/${board}/snapshots/none/report/md?lang=xx`, { secret: links.viewer }, 400, 'bad-request', ['lang']],
  ];
  for (const [path, asked, status, code, fields] of cases) {
    const answer = await call(server, path, asked);
    const details = answer.body.error?.details?.map(({ field }: { field: string }) => field);
    expect([path, answer.status, answer.body.error?.code, details]).toEqual([path, status, code, fields]);
    expect(answer.headers.get('content-type')).toContain('application/json');
  }
});

test('a body that is sent without its length is read no further than the limit', async () => {
  const server = await startTestServer();
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 1;
      if (sent > 1_000) controller.close();
      else controller.enqueue(new Uint8Array(16 * 1024));
    },
  });
  const response = await fetch(`${server.url}/api/boards`, { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect([response.status, await response.json()]).toMatchObject([413, { error: { code: 'too-large' } }]);
});

test('who comes back by a new link from the same device is the same person; who was removed is not', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const host = await joinAs(server, created, 'facilitator', 'Fay');
  const guest = await joinAs(server, created, 'participant', 'Pat');
  const rejoin = async (secret: string, previous: string) =>
    (await call(server, `/boards/${created.board}/sessions`, { body: { secret, name: 'Pat', site: 'Évora', language: 'en', previous } })).body;

  // While the old session is good, another join is another person: two people may share a computer.
  expect((await rejoin(created.links.participant, guest.token)).participant).not.toBe(guest.participant);
  const renewed = await call(server, `/boards/${created.board}/links/participant`, { method: 'POST', body: {}, secret: host.token });
  const back = await rejoin(renewed.body.secret, guest.token);
  expect(back).toMatchObject({ role: 'participant', participant: guest.participant });
  expect((await rejoin(renewed.body.secret, 'nonsense')).participant).not.toBe(guest.participant);

  await call(server, `/boards/${created.board}/participants/${guest.participant}`, { method: 'DELETE', secret: host.token });
  expect((await rejoin(renewed.body.secret, back.token)).participant).not.toBe(guest.participant);
});
