import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { deleteNotes } from '../../shared/board/index.ts';
import type { CreatedBoard, JoinedSession, SnapshotInfo } from '../../shared/protocol/api.ts';
import { formatDay } from '../../shared/report/formats.ts';
import { setLocked } from '../../shared/stage/document.ts';
import { boardLink, joinBoard, showView, startApp, visit } from '../support/app.ts';
import { violations, violationsInBothThemes } from '../support/axe.ts';
import { focusedName, unseenFocus } from '../support/keyboard.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { lead, writeOnDesk } from '../support/private-step.ts';
import { fillBoard, saveSampleSnapshot } from '../support/sample-workshop.ts';
import { startTestServer } from '../support/server.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

const DAY = 24 * 3_600_000;
const PHONE = { width: 390, height: 844, dark: true, language: 'pt-PT' } as const;
const dayIn = (days: number, language: 'en' | 'pt' = 'en') => formatDay(Date.now() + days * DAY, language, Intl.DateTimeFormat().resolvedOptions().timeZone);

test('people are told in their language when their board goes, who changes it puts that off, and in its days of grace it comes back', async () => {
  const server = await startTestServer({ keepDays: 30, graceDays: 20 });
  const created = await createTestBoard(server, 'partnership');
  const gone = { expectErrors: /410/ };
  const { page: fay } = await visit(chromium.browser, gone);
  const { page: rui } = await visit(chromium.browser, { ...gone, ...PHONE });
  await joinBoard({ page: fay }, boardLink(server, created, 'facilitator'), 'Fay', 'Évora');
  await rui.goto(boardLink(server, created, 'participant'));
  await rui.getByLabel('O seu nome').fill('Rui');
  await rui.getByLabel('Onde está').fill('Évora');
  await rui.keyboard.press('Enter');
  await rui.getByRole('radio', { name: 'Colunas' }).waitFor();
  const lastChanged = async (days: number) => {
    // What is known of changes is on disk first.
    await server.tendHistory();
    await tamper(server.database, `UPDATE boards SET changed_at = ${Date.now() - days * DAY}`);
  };
  const soon = { fay: fay.getByText(`This board is kept until ${dayIn(5)} unless somebody changes it.`), rui: rui.getByText(`Este quadro é conservado até ${dayIn(5, 'pt')}`) };
  expect(await fay.getByText('This board is kept until').count()).toBe(0);

  await lastChanged(25);
  await Promise.all([fay.reload(), rui.reload()]);
  await Promise.all([soon.fay.waitFor(), soon.rui.waitFor()]);
  expect([await violationsInBothThemes(fay), await violations(rui)]).toEqual([[], []]);
  expect(await rui.getByRole('button', { name: 'Conservar ou exportar…' }).count()).toBe(0);
  expect(await rui.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await fay.getByRole('button', { name: 'Keep or export it…' }).click();
  const dialog = fay.getByRole('dialog', { name: 'Keeping this board' });
  await dialog.getByText(`This board is kept until ${dayIn(5)}.`).waitFor();
  await dialog.getByRole('button', { name: 'Keep it longer' }).click();
  await dialog.getByText(`The board is now kept until ${dayIn(30)}.`).waitFor();
  expect(await violations(fay)).toEqual([]);
  await fay.keyboard.press('Escape');
  await soon.fay.waitFor({ state: 'detached' });
  await fay.locator('#content:focus').waitFor();

  await lastChanged(25);
  await fay.reload();
  await soon.fay.waitFor();
  await rui.locator('.columns-write-area').fill('Uma carrinha partilhada');
  await rui.keyboard.press('Control+Enter');
  await Promise.all([soon.fay, soon.rui].map((banner) => banner.waitFor({ state: 'detached' })));

  await lastChanged(31);
  await server.tendHistory(Date.now() + 2 * 3_600_000);
  await fay.getByRole('heading', { name: /^This board has been deleted/ }).waitFor();
  await rui.getByRole('heading', { name: /^Este quadro foi eliminado/ }).waitFor();
  await rui.getByText(`Até ${dayIn(20 + 2 / 24, 'pt')} ainda pode voltar com tudo o que continha: peça a quem conduziu a oficina.`).waitFor();
  expect(await rui.getByRole('button', { name: 'Recuperar o quadro' }).count()).toBe(0);
  await fay.getByText(`Until ${dayIn(20 + 2 / 24)} you can bring it back with everything that was on it.`).waitFor();
  expect([await violations(fay), await violations(rui)]).toEqual([[], []]);
  // From its other pages it can be brought back as well.
  await fay.goto(`${server.url}/history/${created.board}`);
  await fay.getByRole('button', { name: 'Bring the board back' }).click();
  await fay.getByRole('navigation', { name: 'Moments of this board' }).waitFor();
  await rui.reload();
  await rui.getByText('Uma carrinha partilhada').first().waitFor();
  expect(await soon.rui.count()).toBe(0);
});

/** A report and what leads to it: links that are good, that have ended and that were revoked. */
async function reportWithLinks(server: { url: string; dataDir: string }) {
  const created = await createTestBoard(server);
  await fillBoard(server, created);
  const first = await saveSampleSnapshot(server, created);
  const fay = await joinAs(server, created, 'facilitator', 'Fay', 'Évora');
  const board = openStock(server, `${created.board}/board`, fay.token);
  await board.synced();
  for (const text of ONLY_IN_SECOND) writeNote(board.doc, text, fay.participant);
  const seen = openStock(server, `${created.board}/board`, fay.token);
  await until('all notes are on the server', () => ONLY_IN_SECOND.every((text) => noteTexts(seen.doc).includes(text)));
  const snapshots = `/boards/${created.board}/snapshots`;
  const second = (await call<SnapshotInfo>(server, snapshots, { body: { title: 'Second day' }, secret: fay.token })).body.id;
  for (const { provider } of [board, seen]) provider.destroy();
  const link = async (snapshot: string) => (await call(server, `${snapshots}/${snapshot}/links`, { method: 'POST', secret: fay.token })).body as { id: string; secret: string };
  const [good, ended, revoked, goodOfSecond] = [await link(first), await link(first), await link(first), await link(second)];
  await call(server, `${snapshots}/${first}/links/${revoked.id}`, { method: 'DELETE', secret: fay.token });
  await tamper(join(server.dataDir, 'plenary.db'), `UPDATE report_links SET expires_at = 5 WHERE id = '${ended.id}'`);
  const address = (snapshot: string, secret: string) => `${server.url}/report/${created.board}/${snapshot}#${secret}`;
  return { created, fay, snapshots, first, second, address, links: { good, ended, revoked, goodOfSecond } };
}

const ONLY_IN_SECOND = ['Only in the second: a bus', 'Only in the second: a bench', 'Only in the second: a bakery'];

/** Changes a few bytes of what was kept for the second snapshot, as a failing disk does. */
function damage(database: string): void {
  const bytes = readFileSync(database);
  const at = ONLY_IN_SECOND.map((text) => bytes.indexOf(`"text":"${text}"`)).find((found) => found >= 0);
  expect(at).toBeDefined();
  bytes.write('Quietly', at! + '"text":"'.length);
  writeFileSync(database, bytes);
}

/** Opens an address anew, also where only its fragment differs. */
async function openAnew(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
}

test('whoever opens a report that cannot be shown reads why in their language and where to go on, and nothing else is any different', async () => {
  const server = await startApp();
  const { created, fay, snapshots, first, second, address, links } = await reportWithLinks(server);
  const known = async () => [(await call(server, snapshots, { secret: fay.token })).body, (await call(server, `${snapshots}/${first}/links`, { secret: fay.token })).body];
  const before = await known();
  const refused = { expectErrors: /40[134]|500/ };
  const { page: reader } = await visit(chromium.browser, refused);
  const { page: leitor } = await visit(chromium.browser, { ...refused, ...PHONE });
  const report = address(first, links.good.secret);
  const [path, fragment] = report.split('#') as [string, string];

  const refusals: readonly [address: string, english: RegExp, portuguese: RegExp][] = [
    [address('nothing', links.good.secret), /^This report opens only with its whole link/, /^Este relatório só se abre com a ligação completa/],
    [`${server.url}/report/nothing/nothing#${links.good.secret}`, /^There is no report at this address. Check that the link/, /^Não há nenhum relatório neste endereço/],
    [path, /^This report opens only with its whole link/, /^Este relatório só se abre com a ligação completa/],
    [address(first, links.ended.secret), /^This link has expired. Ask the person who sent it/, /^O prazo desta ligação terminou. Peça uma nova a quem a enviou/],
    [address(first, links.revoked.secret), /^This link is no longer valid. Ask the person who sent it/, /^Esta ligação já não é válida. Peça uma nova a quem a enviou/],
    [`${path}/pptx#${fragment}`, /^A report does not come as “pptx”/, /^Não há relatórios no formato «pptx»/],
    [`${path}.pdf#${fragment}`, /^A report opens as a page. There you can download it: Document to read and print/, /^Um relatório abre-se como página. Lá pode descarregá-lo: Documento para ler/],
  ];
  for (const [where, english, portuguese] of refusals) {
    await Promise.all([openAnew(reader, where), openAnew(leitor, where)]);
    await reader.getByRole('heading', { name: english }).waitFor();
    await leitor.getByRole('heading', { name: portuguese }).waitFor();
    await reader.getByRole('link', { name: 'Start page' }).waitFor();
    await leitor.getByRole('link', { name: 'Página inicial' }).waitFor();
    expect([where, await violations(reader), await violations(leitor)]).toEqual([where, [], []]);
  }
  await Promise.all([reader.getByRole('link', { name: 'Open report' }).click(), leitor.getByRole('link', { name: 'Abrir relatório' }).click()]);
  await Promise.all([reader.getByText('Workshop report').waitFor(), leitor.getByText('Relatório da oficina').waitFor()]);

  // A language we do not have is said so, above the report in one that the reader has; one that we have is read.
  await Promise.all([openAnew(reader, `${path}?lang=cy#${fragment}`), openAnew(leitor, `${path}?lang=xx-123456789#${fragment}`)]);
  await reader.getByText('This report is not available in Welsh. You are reading it in English;').waitFor();
  await leitor.getByText('Este relatório não existe na língua que o endereço pede. Está a lê-lo em português;').waitFor();
  await Promise.all([reader.getByText('Workshop report').waitFor(), leitor.getByText('Relatório da oficina').waitFor()]);
  expect([await violations(reader), await violations(leitor)]).toEqual([[], []]);
  await openAnew(reader, `${path}?lang=pt-PT#${fragment}`);
  await reader.getByText('Relatório da oficina').waitFor();
  expect(await reader.getByText('This report is not available').count()).toBe(0);
  await reader.getByRole('button', { name: 'Download' }).click();
  const [file] = await Promise.all([reader.waitForEvent('download'), reader.getByRole('menuitem', { name: 'Text (Markdown)' }).click()]);
  expect(readFileSync((await file.path())!, 'utf8')).toContain('Oportunidades');

  // One is reading as the disk fails; what cannot be told any more is not handed out either.
  await openAnew(reader, address(second, links.goodOfSecond.secret));
  await reader.getByRole('listitem').filter({ hasText: ONLY_IN_SECOND[0]! }).first().waitFor();
  await server.end('SIGTERM');
  damage(join(server.dataDir, 'plenary.db'));
  await startApp(server.dataDir, String(server.port));
  for (const format of ['Document to read and print (PDF)', 'Everything, for programs (JSON)', 'All of these together (ZIP)']) {
    await reader.getByRole('button', { name: 'Download' }).click();
    await reader.getByRole('menuitem', { name: format }).click();
    await reader.getByRole('alert').getByText('This snapshot was damaged on the server\'s disk and cannot be shown.').waitFor();
  }
  await reader.getByRole('listitem').filter({ hasText: ONLY_IN_SECOND[0]! }).first().waitFor();
  await Promise.all([reader.reload(), openAnew(leitor, address(second, links.goodOfSecond.secret))]);
  await reader.getByRole('heading', { name: /^This report cannot be shown/ }).waitFor();
  await reader.getByText('The board and its other reports are as they were.').waitFor();
  await leitor.getByRole('heading', { name: /^Este relatório não pode ser mostrado/ }).waitFor();
  expect([await violations(reader), await violations(leitor)]).toEqual([[], []]);
  await openAnew(leitor, report);
  await leitor.getByText('Relatório da oficina').waitFor();
  expect(await known()).toEqual(before);

  // Who is on the board goes on from there: to its other moments, of which this one says what has become of it.
  await openAnew(reader, boardLink(server, created, 'viewer'));
  await reader.getByRole('radio', { name: 'Canvas' }).waitFor();
  await reader.goto(`${server.url}/report/${created.board}/${second}`);
  await reader.getByRole('link', { name: 'History of the board' }).click();
  await reader.getByRole('alert').getByText('This moment was damaged on the server\'s disk').waitFor();
  expect(await violations(reader)).toEqual([]);
  await reader.getByRole('button', { name: /^End of the first day/ }).click();
  await showView(reader, 'Columns');
  await reader.getByText('Our two libraries could share one reading programme').first().waitFor();
});

/** Goes through everything that could hurt, on a server where a moment is kept before each. */
async function eventfulBoard(server: { url: string; database: string; tendHistory(now?: number): Promise<void> }, created: CreatedBoard, fay: JoinedSession) {
  const path = `/boards/${created.board}`;
  const post = async (what: string, body?: unknown) => {
    const answer = await call(server, `${path}${what}`, { method: 'POST', body, secret: fay.token });
    expect([what, answer.status < 300]).toEqual([what, true]);
    return answer.body;
  };
  const causes = async () => (await call<SnapshotInfo[]>(server, `${path}/snapshots`, { secret: fay.token })).body.map(({ cause }) => cause);
  const has = (cause: SnapshotInfo['cause']) => until(`there is one of ${cause}`, async () => (await causes()).includes(cause));
  const board = openStock(server, `${created.board}/board`, fay.token);
  const desk = openStock(server, `${created.board}/desk/${fay.participant}`, fay.token);
  const agenda = await lead(server, created, fay);
  await Promise.all([board.synced(), desk.synced()]);

  const notes = Array.from({ length: 12 }, (_, index) => writeNote(board.doc, `Note ${index}`, fay.participant));
  const seen = openStock(server, `${created.board}/board`, fay.token);
  await until('all notes are on the server', () => noteTexts(seen.doc).length === notes.length);
  const saved = (await post('/snapshots', { title: 'Before lunch' })).id;
  await server.tendHistory(Date.now() + 6 * 60_000);
  await has('activity');
  await post('/snapshots/before', { cause: 'removal', title: 'Global approach' });
  await post('/snapshots/before', { cause: 'breakout', title: 'Pécs' });
  deleteNotes(board.doc, notes);
  await has('clearing');
  const { before } = await post(`/snapshots/${saved}/restore`);
  await post(`/snapshots/${before}/take-back`);
  await agenda.goTo('private');
  writeOnDesk(desk.doc, fay.participant!, 'Written alone');
  await until('what was written alone is shown', async () => (await call(server, `${path}/reveal`, { body: { all: true }, secret: fay.token })).body.revealed > 0);
  setLocked(agenda.stage.doc, true);
  await has('lock');
  setLocked(agenda.stage.doc, false);
  await agenda.goTo('close');
  await has('close');
}

test('the history says in words, in each language, why every moment was kept', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const fay = await joinAs(server, created, 'facilitator', 'Fay', 'Évora');
  await eventfulBoard(server, created, fay);
  // The latest first; those of one millisecond as they were made.
  const words = {
    en: [
      'As the closing step began',
      'As the board was locked',
      'Before private notes were shown',
      'Before a restoring was taken back',
      'Before “Before lunch” was restored',
      'Before 12 notes were taken off',
      'Before “Pécs” was brought back',
      'Before “Global approach” was removed',
      'Kept by itself',
      'Before lunch',
    ],
    pt: [
      'Quando começou o passo de encerramento',
      'Quando o quadro foi bloqueado',
      'Antes de mostrar as notas privadas',
      'Antes de desfazer uma reposição',
      'Antes de repor «Before lunch»',
      'Antes de serem retiradas 12 notas',
      'Antes de trazer de volta «Pécs»',
      'Antes de retirar «Global approach»',
      'Guardado automaticamente',
      'Before lunch',
    ],
  };
  const { page } = await visit(chromium.browser);
  const { page: phone } = await visit(chromium.browser, PHONE);
  await joinBoard({ page }, boardLink(server, created, 'facilitator'), 'Fay', 'Évora');
  await phone.goto(boardLink(server, created, 'facilitator'));
  await phone.getByLabel('O seu nome').fill('Rui');
  await phone.getByLabel('Onde está').fill('Évora');
  await phone.keyboard.press('Enter');
  await phone.getByRole('radio', { name: 'Colunas' }).waitFor();
  await Promise.all([page, phone].map((one) => one.goto(`${server.url}/history/${created.board}`)));
  await phone.getByRole('button', { name: 'Escolher um momento' }).click();
  const list = page.getByRole('navigation', { name: 'Moments of this board' });
  const lista = phone.getByRole('navigation', { name: 'Momentos deste quadro' });
  await Promise.all([list.waitFor(), lista.waitFor()]);
  const names = (within: typeof list) => within.getByRole('listitem').locator('strong').allTextContents();
  expect(await names(list)).toEqual(words.en);
  expect(await names(lista)).toEqual(words.pt);
  await lista.getByRole('button', { name: /^Antes de repor «Before lunch» .* 0 notas · por Fay/ }).waitFor();
  expect([await violationsInBothThemes(page), await violations(phone)]).toEqual([[], []]);
  // Each is told with its notes and, where it was somebody's act, with their name; and each can be looked at.
  await list.getByRole('button', { name: /^Before 12 notes were taken off .* 12 notes · by Fay/ }).click();
  await showView(page, 'Columns');
  await page.getByText('Note 11', { exact: true }).first().waitFor();
  await list.getByRole('button', { name: /^Before “Before lunch” was restored .* 0 notes · by Fay/ }).click();
  await page.getByRole('button', { name: 'Take the restoring back' }).waitFor();
  await list.getByLabel('Only saved snapshots').check();
  expect(await names(list)).toEqual(['Before lunch']);
});

/** A phone's keyboard lies over the page without making it smaller: what is seen of the page says so. */
async function openKeyboard(page: Page, height: number): Promise<void> {
  await page.evaluate((covered) => {
    Object.defineProperty(visualViewport!, 'height', { configurable: true, get: () => innerHeight - covered });
    visualViewport!.dispatchEvent(new Event('resize'));
  }, height);
}

/** What of the thing that has the focus lies under the bar with the Save button, or beyond what is seen of the page. */
function coveredFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement!;
    const bar = document.querySelector('.report-edit-end')!;
    const box = active.getBoundingClientRect();
    const [end, seen] = [bar.getBoundingClientRect(), visualViewport!.height];
    if (end.bottom > seen + 1 || end.top < 0) return `the bar is out of sight: ${end.top} to ${end.bottom} of ${seen}`;
    if (bar.contains(active)) return '';
    return box.bottom > end.top + 1 || box.top < -1 ? `${active.outerHTML.slice(0, 100)} from ${box.top} to ${box.bottom}, the bar from ${end.top}` : '';
  });
}

test('while a report is edited, Save and whether all is saved stay in sight, over nothing that has the focus, and nobody loses edits by a slip', async () => {
  const server = await startApp();
  const created = await createTestBoard(server);
  await fillBoard(server, created);
  const snapshot = await saveSampleSnapshot(server, created);
  const { page: fay } = await visit(chromium.browser, { width: 390, height: 844 });
  await joinBoard({ page: fay }, boardLink(server, created, 'facilitator'), 'Fay', 'Évora');
  await fay.goto(`${server.url}/report/${created.board}/${snapshot}`);
  const dialog = fay.getByRole('dialog');
  const open = () => fay.getByRole('button', { name: 'Edit the report' }).click();
  for (const [width, height, keyboard] of [[390, 844, 0], [390, 844, 330], [1440, 900, 0]] as const) {
    await fay.setViewportSize({ width, height });
    await open();
    await dialog.getByText('Everything is saved').waitFor();
    await openKeyboard(fay, keyboard);
    const met: string[] = [];
    for (let i = 0; i < 40 && !met.includes('Save'); i += 1) {
      await fay.keyboard.press('Tab');
      await until('the page has scrolled', async () => (await coveredFocus(fay)) === '');
      expect(await unseenFocus(fay)).toBe('');
      met.push(await focusedName(fay));
    }
    expect(met).toEqual(expect.arrayContaining(['Introduction', 'Conclusions', 'Global approach', 'Swansea', 'Language it opens in', 'Save']));
    await openKeyboard(fay, 0);
    await fay.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }

  await open();
  const introduction = dialog.getByLabel('Introduction', { exact: true });
  await introduction.fill('Six towns met.');
  await dialog.getByRole('status').getByText('Not saved yet').waitFor();
  await introduction.fill('');
  await dialog.getByText('Everything is saved').waitFor();
  await introduction.fill('Six towns met.');
  await fay.keyboard.press('Escape');
  await dialog.getByText('You have edits that are not saved.').waitFor();
  expect(await violationsInBothThemes(fay)).toEqual([]);
  await dialog.getByRole('button', { name: 'Go on editing' }).click();
  await fay.keyboard.type(' And more.');
  expect(await introduction.inputValue()).toBe('Six towns met. And more.');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await dialog.getByRole('button', { name: 'Close without saving' }).click();
  await dialog.waitFor({ state: 'detached' });
  await open();
  await dialog.getByText('Everything is saved').waitFor();
  expect(await introduction.inputValue()).toBe('');
  await introduction.fill('Six towns met.');
  await fay.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await fay.getByText('Six towns met.').waitFor();
});
