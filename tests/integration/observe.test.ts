import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { createLog, logObserver, type LogLevel } from '../../server/observe/log.ts';
import { createReadiness } from '../../server/observe/readiness.ts';
import { openDatabase } from '../../server/storage/driver.ts';
import { databasePath } from '../../server/storage/files.ts';
import { reportUnexpected } from '../../server/unexpected.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { withoutWarnings } from '../support/command.ts';
import { temporaryFolder } from '../support/folder.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { openRaw, say } from '../support/raw-client.ts';
import { spawnServer } from '../support/server-process.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

/** A server in this process whose log is kept; `facts` are its lines without what differs each time. */
async function startLogged(level: LogLevel) {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => void lines.push(line) });
  const server = await startTestServer({}, { observer: logObserver(log) });
  const changing = new Set(['level', 'time', 'pid', 'ms']);
  const facts = () =>
    lines.map((line) => JSON.parse(line, (key, value: unknown) => (changing.has(key) ? undefined : value)) as Record<string, unknown>);
  return { server, facts };
}

/** The numbers at `/metrics`, by their name with its labels. */
async function metricsOf(server: TestServer): Promise<Map<string, number>> {
  const response = await fetch(`${server.url}/metrics`);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; version=0\.0\.4/)]);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

test('the log tells of requests by their route, of connections, and of refusals by their code', async () => {
  const { server, facts } = await startLogged('info');
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  await call(server, `/boards/${created.board}/me`, { secret: 'wrong' });
  await call(server, '/nowhere/to/be/found');
  const client = openStock(server, `${created.board}/board`, token);
  await client.synced();
  client.provider.destroy();
  const visit = { board: created.board, kind: 'board', role: 'participant' };
  await until('the connection is closed', () => facts().some(({ msg }) => msg === 'connection closed'));
  expect(facts()).toEqual([
    { method: 'POST', route: '/api/boards', status: 201, msg: 'request answered' },
    { method: 'POST', route: '/api/boards/:board/sessions', status: 201, msg: 'request answered' },
    { code: 'wrong-session', msg: 'refused' },
    { method: 'GET', route: '/api/boards/:board/me', status: 401, msg: 'request answered' },
    { code: 'unknown-address', msg: 'refused' },
    { method: 'GET', route: '/api/*', status: 404, msg: 'request answered' },
    { ...visit, msg: 'connection opened' },
    { ...visit, code: 1005, msg: 'connection closed' },
  ]);
});

test('a level leaves out what is below it', async () => {
  const quiet = await startLogged('error');
  const created = await createTestBoard(quiet.server);
  await call(quiet.server, `/boards/${created.board}/me`, { secret: 'wrong' });
  expect(quiet.facts()).toEqual([]);
});

test('promise 9: nothing secret and nothing people wrote is told, however much is told', { timeout: 120_000 }, async () => {
  const DATA_DIR = temporaryFolder();
  const server = await spawnServer({ PORT: '0', DATA_DIR, LOG: 'json', LOG_LEVEL: 'trace', METRICS: '1' });
  const secrets: string[] = [];
  const secret = (text: string) => {
    secrets.push(text);
    return text;
  };
  // Everything a workshop has goes through the server once, and much that it must refuse.
  const body = { template: 'both', title: secret('Heron title'), workshop: secret('Kingfisher workshop'), language: 'en' };
  const created = (await call(server, '/boards', { body })).body;
  Object.values(created.links).forEach((link) => secret(link as string));
  const { board } = created;
  const host = await joinAs(server, created, 'facilitator', secret('Rui Heronson'), secret('Heronville'));
  const passphrase = secret('heron-passphrase-one');
  const renewed = await call(server, `/boards/${board}/links/participant`, { body: { passphrase }, secret: secret(host.token) });
  const link = secret(renewed.body.secret);
  const joining = { secret: link, name: secret('Ana Egretsen'), site: 'Évora', language: 'en' };
  await call(server, `/boards/${board}/sessions`, { body: { ...joining, passphrase: secret('wrong-heron-guess') } });
  const ana = (await call(server, `/boards/${board}/sessions`, { body: { ...joining, passphrase } })).body;
  const client = openStock(server, `${board}/board`, secret(ana.token));
  const stage = openStock(server, `${board}/stage`, ana.token);
  const witness = openStock(server, `${board}/board`, host.token);
  await Promise.all([client, stage, witness].map((each) => each.synced()));
  client.provider.awareness.setLocalStateField('cursor', secret('bittern awareness'));
  writeNote(client.doc, secret('a spoonbill note'));
  stage.doc.getMap('meta').set('title', secret('a forbidden stork'));
  await until('the note is seen', () => noteTexts(witness.doc).length === 1);
  const snapshot = await call(server, `/boards/${board}/snapshots`, { body: { title: secret('Avocet day') }, secret: host.token });
  const report = `/boards/${board}/snapshots/${snapshot.body.id}/report/md`;
  expect((await call(server, `${report}?download=1`, { secret: host.token })).status).toBe(200);

  await call(server, '/boards', { body: `{"title": ${secret('plover not json')}` });
  await call(server, `/${secret('curlew-address')}?token=${secret('curlew-query')}`);
  await fetch(`${server.url}/board/${board}?secret=${secret('dunlin-query')}`);
  await openRaw(server, `/sync/${board}/board?token=${secret('godwit-token')}`).then(({ closed }) => closed);
  const hostile = await openRaw(server, `/sync/${board}/board?token=${ana.token}`);
  hostile.ws.send(secret('a whimbrel message'));
  await hostile.closed;
  const broken = await openRaw(server, `/sync/${board}/board?token=${ana.token}`);
  broken.ws.send(say.awareness(1, 1, secret('a snipe of a state')));
  await broken.closed;
  // An error nobody foresaw, of a kind that quotes what it could not read.
  await damageSnapshot(DATA_DIR, secret('sandpiper contents'));
  expect((await call(server, report, { secret: host.token })).status).toBe(500);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  const { code, stdout, stderr } = await server.end('SIGTERM');

  const told = stdout + stderr + metrics;
  expect(secrets.filter((text) => told.includes(text) || told.includes(encodeURIComponent(text)))).toEqual([]);
  // Not because nothing was told.
  const lines = stdout.trim().split('\n').map((line) => JSON.parse(line) as { msg: string; error?: { stack: string[] } });
  const messages = new Set(lines.map(({ msg }) => msg));
  const all = ['request answered', 'file sent', 'connection opened', 'connection closed', 'refused', 'updates committed'];
  const most = [...all, 'message heard', 'message sent', 'awareness heard', 'unexpected error'];
  expect(most.filter((message) => !messages.has(message))).toEqual([]);
  expect(lines.find(({ msg }) => msg === 'unexpected error')!.error!.stack.length).toBeGreaterThan(1);
  expect(metrics).toContain('plenary_refusals_total{code="wrong-session"}');
  expect([code, withoutWarnings(stderr)]).toEqual([0, '']);
});

/** Puts contents that cannot be read in the place of a snapshot's, with a checksum that is right for them. */
async function damageSnapshot(dataDir: string, content: string): Promise<void> {
  const database = await openDatabase(databasePath(dataDir));
  const row = database.prepare('SELECT board_state, stage_state FROM snapshots').get() as Record<string, Uint8Array>;
  const hash = createHash('sha256');
  for (const bytes of [Buffer.from(content), row.board_state!, row.stage_state!]) hash.update(`${bytes.byteLength}:`).update(bytes);
  database.prepare('UPDATE snapshots SET content = ?, checksum = ?').run(content, hash.digest('hex'));
  database.close();
}

test('an unexpected error is told with its stack and its causes, without what it quotes', () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  const parsing = () => JSON.parse('{"text": a private "note", "more": 1}');
  let cause: unknown;
  try {
    parsing();
  } catch (error) {
    cause = error;
  }
  reportUnexpected('reading a snapshot', new Error('Could not read `a private\n    at note`', { cause }));
  const text = told.mock.calls.flat().join('\n');
  told.mockRestore();
  expect(text).toMatch(/^Unexpected error while reading a snapshot: Error: Could not read …\n {4}at /);
  expect(text).toMatch(/\nCaused by SyntaxError: .*\n {4}at /);
  expect(text).not.toMatch(/private|note/);
});

test('the metrics count what has happened', async () => {
  const server = await startTestServer({ metrics: true });
  const created = await createTestBoard(server);
  const room = `${created.board}/board`;
  const { token } = await joinAs(server, created, 'participant');
  const { token: viewerToken } = await joinAs(server, created, 'viewer');
  const [client, viewer] = [openStock(server, room, token), openStock(server, room, viewerToken)];
  await Promise.all([client.synced(), viewer.synced()]);
  const before = await metricsOf(server);
  for (let index = 0; index < 5; index += 1) writeNote(client.doc, `note ${index}`);
  await until('the notes are seen', () => noteTexts(viewer.doc).length === 5);
  await call(server, `/boards/${created.board}/me`, { secret: 'wrong' });
  const after = await metricsOf(server);

  const grown = (name: string) => after.get(name)! - (before.get(name) ?? 0);
  expect(after.get('plenary_connections{kind="board",role="participant"}')).toBe(1);
  expect(after.get('plenary_connections{kind="board",role="viewer"}')).toBe(1);
  expect(after.get('plenary_rooms')).toBeGreaterThanOrEqual(1);
  expect(grown('plenary_document_bytes')).toBeGreaterThan(100);
  expect(after.get('plenary_updates_queued')).toBe(0);
  expect(grown('plenary_updates_total')).toBeGreaterThanOrEqual(5);
  expect(grown('plenary_commit_updates_sum')).toBe(grown('plenary_updates_total'));
  expect(grown('plenary_commit_seconds_count')).toBe(grown('plenary_commit_updates_count'));
  expect(grown('plenary_received_bytes_total')).toBeGreaterThan(100);
  expect(grown('plenary_sent_bytes_total')).toBeGreaterThan(100);
  expect(after.get('plenary_awareness_messages_total')).toBeGreaterThan(0);
  expect(after.get('plenary_refusals_total{code="wrong-session"}')).toBe(1);
  const me = 'method="GET",route="/api/boards/:board/me",status="401"';
  expect(after.get(`plenary_http_request_seconds_count{${me}}`)).toBe(1);
  expect([...after.keys()].some((name) => name.startsWith('nodejs_eventloop_lag'))).toBe(true);
  expect([...after.keys()].filter((name) => name.includes(created.board))).toEqual([]);
  client.provider.destroy();
  await until('it is counted as gone', async () =>
    (await metricsOf(server)).get('plenary_connections{kind="board",role="participant"}') === 0,
  );
});

test('metrics are shown only where they are asked for', async () => {
  const server = await startTestServer();
  const response = await fetch(`${server.url}/metrics`);
  expect(await response.text()).not.toContain('plenary_');
});

test('a server that is up is healthy, and ready while it can save', async () => {
  const server = await startTestServer();
  for (const path of ['/health', '/ready']) {
    const answer = await call(server, path);
    expect([path, answer.status, answer.body]).toEqual([path, 200, { ok: true }]);
  }
});

test('whether it can save is tried once a second at most, however often it is asked', () => {
  let now = 0;
  let works = true;
  const checkWritable = vi.fn<() => void>(() => {
    if (!works) throw new Refusal('not-saved');
  });
  const check = createReadiness({ checkWritable }, () => now);
  for (let index = 0; index < 10; index += 1) check();
  expect(checkWritable).toHaveBeenCalledTimes(1);
  works = false;
  check();
  now = 1_000;
  expect(check).toThrow(expect.objectContaining({ code: 'not-saved' }));
  expect(check).toThrow(expect.objectContaining({ code: 'not-saved' }));
  expect(checkWritable).toHaveBeenCalledTimes(2);
  works = true;
  now = 2_000;
  expect(check()).toBe(undefined);
});
