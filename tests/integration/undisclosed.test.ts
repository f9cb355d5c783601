import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { REPORT_FORMATS } from '../../shared/protocol/api.ts';
import { readDesks } from '../../shared/stage/desks.ts';
import { temporaryFolder } from '../support/folder.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { lead, writeOnDesk } from '../support/private-step.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

const PRIVATE = 'zqxj is for my desk';

/** All that a file holds: what is compressed in it expanded, a PDF as poppler reads it. */
function allOf(name: string, bytes: Uint8Array): string {
  const plain = Buffer.from(bytes);
  if (plain.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return Object.entries(unzipSync(bytes)).map(([entry, inside]) => allOf(entry, inside)).join('\n');
  if (plain.subarray(0, 5).toString() === '%PDF-') {
    const path = join(temporaryFolder(), 'report.pdf');
    writeFileSync(path, bytes);
    return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' });
  }
  return name.endsWith('.z') ? inflateSync(plain).toString('latin1') : plain.toString('utf8');
}

test('promise 11: no format of a report, no moment of the history and no exported board holds a byte of what lies on desks; the report says that it is not in it', async () => {
  const server = await startTestServer({ snapshotEvery: 1 });
  const created = await createTestBoard(server);
  const [host, ana] = [await joinAs(server, created, 'facilitator', 'Rui'), await joinAs(server, created, 'participant', 'Ana', 'Pécs')];
  const board = openStock(server, `${created.board}/board`, host.token);
  const witness = openStock(server, `${created.board}/board`, ana.token);
  await Promise.all([board.synced(), witness.synced()]);
  writeNote(board.doc, 'seen by all');
  await until('it is seen', () => noteTexts(witness.doc).length === 1);
  const leader = await lead(server, created, host);
  await leader.goTo('private');
  const desk = openStock(server, `${created.board}/desk/${ana.participant}`, ana.token);
  await desk.synced();
  const ids = ['one', 'two'].map((text) => writeOnDesk(desk.doc, ana.participant!, `${PRIVATE} ${text}`));
  await until('both are counted', () => Object.values(readDesks(leader.stage.doc).waiting).reduce((sum, notes) => sum + notes, 0) === 2);

  const get = async (path: string) => new Uint8Array(await (await fetch(`${server.url}/api/boards/${created.board}${path}`, { headers: { Authorization: `Bearer ${host.token}` } })).arrayBuffer());
  const saved = (await call(server, `/boards/${created.board}/snapshots`, { body: { title: 'Meanwhile' }, secret: host.token })).body;
  await server.tendHistory();
  const moments = (await call<{ id: string; cause: string }[]>(server, `/boards/${created.board}/snapshots`, { secret: host.token })).body;
  expect(moments.map(({ cause }) => cause).sort()).toEqual(['activity', 'saved']);

  const found: [string, string][] = [];
  for (const format of REPORT_FORMATS) found.push([format, allOf(format, await get(`/snapshots/${saved.id}/report/${format}?lang=en`))]);
  for (const { id } of moments) for (const document of ['board', 'stage']) found.push([`${document} of ${id}`, allOf('', await get(`/snapshots/${id}/documents/${document}`))]);
  found.push(['the exported board', allOf('', await get('/export'))]);
  expect(found.filter(([, told]) => [PRIVATE, 'zqxj', ...ids].some((trace) => told.includes(trace))).map(([name]) => name)).toEqual([]);
  // What was looked through is what there is.
  const shows = (words: string) => found.filter(([, told]) => told.replaceAll(/\s+/g, ' ').includes(words)).map(([name]) => name);
  expect(shows('seen by all')).toEqual(expect.arrayContaining(['pdf', 'docx', 'xlsx', 'csv', 'html', 'md', 'json', 'svg', 'zip', 'the exported board']));
  expect(shows('2 private notes had not been shown when the board was saved')).toEqual(['pdf', 'docx', 'html', 'xlsx', 'md', 'zip']);
});
