import { expect, test } from 'vitest';
import { REPORT_FORMATS, type CreatedBoard, type SnapshotInfo } from '../../shared/protocol/api.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

/** A board on which Rui, the facilitator, has written one note and saved it as a snapshot. */
async function savedBoard(server: TestServer) {
  const created = await createTestBoard(server);
  const host = await joinAs(server, created, 'facilitator', 'Rui');
  const client = openStock(server, `${created.board}/board`, host.token);
  const witness = openStock(server, `${created.board}/board`, host.token);
  await Promise.all([client.synced(), witness.synced()]);
  writeNote(client.doc, 'worth keeping');
  await until('the note is saved', () => noteTexts(witness.doc).length === 1);
  const saved = await save(server, created, host.token, 'First day');
  return { created, host, client, witness, saved };
}

async function save(server: TestServer, { board }: CreatedBoard, token: string, title: string): Promise<SnapshotInfo> {
  const answer = await call(server, `/boards/${board}/snapshots`, { body: { title }, secret: token });
  expect(answer.status).toBe(201);
  return answer.body;
}

test('a snapshot says who saved it and stays as it is while the board changes', async () => {
  const server = await startTestServer();
  const { created, host, client, witness, saved } = await savedBoard(server);
  expect(saved).toEqual({ id: saved.id, title: 'First day', remark: '', cause: 'saved', subject: null, savedAt: saved.savedAt, savedBy: 'Rui', notes: 1 });
  const report = `/boards/${created.board}/snapshots/${saved.id}/report/json`;
  const before = (await call(server, report, { secret: host.token })).body;

  writeNote(client.doc, 'an afterthought');
  await until('it is saved', () => noteTexts(witness.doc).length === 2);
  const second = await save(server, created, host.token, 'Second day');

  expect((await call(server, report, { secret: host.token })).body).toEqual(before);
  expect(JSON.stringify(before)).toContain('worth keeping');
  const list = await call<SnapshotInfo[]>(server, `/boards/${created.board}/snapshots`, { secret: created.links.viewer });
  expect(list.body).toEqual([second, saved]);
  expect(second.notes).toBe(2);
});

test('a report comes in each format, to be shown or to be kept under a name', async () => {
  const server = await startTestServer();
  const { created, saved } = await savedBoard(server);
  const report = `/boards/${created.board}/snapshots/${saved.id}/report`;
  for (const format of REPORT_FORMATS) {
    const shown = await call(server, `${report}/${format}?lang=pt&timeZone=Europe/Lisbon`, { secret: created.links.viewer });
    expect([format, shown.status, shown.headers.get('cache-control')]).toEqual([format, 200, 'private']);
    expect(shown.headers.get('content-disposition')).toBe(null);
  }
  for (const format of ['html', 'md', 'csv', 'json']) {
    const shown = await call(server, `${report}/${format}?lang=pt`, { secret: created.links.viewer });
    expect(JSON.stringify(shown.body)).toContain('worth keeping');
  }
  const kept = await call(server, `${report}/pdf?lang=pt&download=1`, { secret: created.links.viewer });
  expect(kept.headers.get('content-disposition')).toMatch(/^attachment; filename="[\x20-\x7e]+\.pdf"; filename\*=UTF-8''\S+\.pdf$/);
  expect(kept.headers.get('content-type')).toBe('application/pdf');
});

test.each([
  ['md?lang=tlh', 400, 'bad-request'],
  ['md?timeZone=Mars/Olympus', 400, 'bad-request'],
  ['exe', 404, 'unknown-address'],
])('a report as %s is refused in words', async (asked, status, code) => {
  const server = await startTestServer();
  const { created, saved } = await savedBoard(server);
  const answer = await call(server, `/boards/${created.board}/snapshots/${saved.id}/report/${asked}`, { secret: created.links.viewer });
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});

test('promise 4: the link of one report opens that report and nothing else', async () => {
  const server = await startTestServer();
  const { created, host, saved } = await savedBoard(server);
  const other = await save(server, created, host.token, 'Second day');
  const snapshots = `/boards/${created.board}/snapshots`;
  const link = await call(server, `${snapshots}/${saved.id}/links`, { method: 'POST', secret: host.token });
  expect(link.status).toBe(201);
  const { secret } = link.body;

  expect((await call(server, `${snapshots}/${saved.id}/report/md`, { secret })).status).toBe(200);
  expect((await call(server, `${snapshots}/${other.id}/report/md`, { secret })).body.error.code).toBe('not-allowed');
  expect((await call(server, snapshots, { secret })).body.error.code).toBe('not-allowed');
  expect((await call(server, snapshots, { body: { title: 'S' }, secret })).body.error.code).toBe('not-allowed');
  expect((await call(server, `/boards/${created.board}/me`, { secret })).body.error.code).toBe('wrong-session');
  const open = await call(server, `/boards/${created.board}/open`, { body: { secret } });
  expect(open.body.error.code).toBe('wrong-link');
});

test.each([
  ["content = replace(content, 'worth keeping', 'worth nothing')"],
  ['board_state = zeroblob(length(board_state))'],
  ['stage_state = board_state, board_state = stage_state'],
  ["checksum = ''"],
])('a snapshot that was damaged on disk is refused, not shown (%s)', async (damage) => {
  const server = await startTestServer();
  const { created, host, saved } = await savedBoard(server);
  const report = `/boards/${created.board}/snapshots/${saved.id}/report/md`;
  expect((await call(server, report, { secret: host.token })).status).toBe(200);
  await tamper(server.database, `UPDATE snapshots SET ${damage}`);
  const refused = await call(server, report, { secret: host.token });
  expect([refused.status, refused.body.error.code]).toEqual([500, 'damaged-snapshot']);
  expect((await call(server, '/health')).status).toBe(200);
});
