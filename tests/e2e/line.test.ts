import { expect, test } from 'vitest';
import { canvasColumn, canvasNote, dragNote, fitBoard, joinBoard, seesNote, showView, startApp, visit, writeInColumns, writeOnCanvas } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';

const chromium = sharedBrowser();

/** What a browser says while its server is gone. */
const SERVER_GONE = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket/;

test('the whole line: a board is made, written by two people in both views, survives kill -9, and becomes a report', async () => {
  let server = await startApp();
  const ana = await visit(chromium.browser, { expectErrors: SERVER_GONE });

  // A facilitator makes a board and gets three links.
  await ana.page.goto(server.url);
  await ana.page.getByRole('radio', { name: /Both approaches/ }).check();
  await ana.page.getByLabel('Title of the board').fill('Where do we go next?');
  await ana.page.getByLabel('Workshop').fill('Autumn meeting');
  await ana.page.getByRole('button', { name: 'Create the board' }).click();
  await ana.page.getByRole('heading', { name: 'Your board is ready' }).waitFor();
  const link = (role: string) => ana.page.getByRole('textbox', { name: `${role} link` }).inputValue();
  const links = { facilitator: await link('Facilitator'), participant: await link('Participant'), viewer: await link('Viewer') };
  expect(new Set(Object.values(links)).size).toBe(3);
  expect(await ana.page.locator('svg[role=img]').count()).toBeGreaterThanOrEqual(1);

  await joinBoard(ana, links.facilitator, 'Ana Sousa', 'Évora');
  const bela = await visit(chromium.browser, { expectErrors: SERVER_GONE });
  await joinBoard(bela, links.participant, 'Béla Kiss', 'Pécs');
  const viewer = await visit(chromium.browser, { expectErrors: SERVER_GONE });
  await joinBoard(viewer, links.viewer);
  expect(new URL(ana.page.url()).hash).toBe('');

  // Who is here is seen by site.
  await ana.page.getByRole('button', { name: /people are here/ }).click();
  await ana.page.getByRole('heading', { name: 'Pécs' }).waitFor();
  await ana.page.getByText('Ana Sousa (you)').waitFor();
  await ana.page.keyboard.press('Escape');

  // Ana writes on the canvas; Béla sees it with her name and site, and the viewer does too.
  await writeOnCanvas(ana.page, 'partnership/opportunities', 'Evening courses at the health centre');
  for (const other of [bela, viewer]) {
    await seesNote(other.page, 'Evening courses at the health centre');
    const note = canvasNote(other.page, 'Evening courses at the health centre');
    expect(await note.textContent()).toContain('Ana Sousa');
    expect(await note.textContent()).toContain('Évora');
  }

  // Béla writes in the columns; Ana sees it on the canvas at once.
  await showView(bela.page, 'Columns');
  await writeInColumns(bela.page, 'Challenges, Global approach', 'Who looks after the children?');
  await seesNote(ana.page, 'Who looks after the children?');
  await bela.page.getByText('Evening courses at the health centre').waitFor();

  // Ana drags her note to another approach; the columns show it there.
  await fitBoard(ana.page);
  await dragNote(ana.page, canvasNote(ana.page, 'Evening courses at the health centre'), canvasColumn(ana.page, 'global/obstacles'));
  const obstacles = bela.page.getByRole('region', { name: /Obstacles/ }).filter({ hasText: 'Evening courses' });
  await obstacles.waitFor();

  // A viewer has nothing to write with.
  expect(await viewer.page.getByRole('button', { name: /Add a note/ }).count()).toBe(0);
  expect(await viewer.page.getByRole('toolbar', { name: 'Tools' }).count()).toBe(0);

  // The server is killed while Béla writes; nothing of it is lost.
  await bela.page.getByRole('button', { name: 'Add a note: Opportunities, Partnership approach' }).click();
  const dataDir = server.dataDir;
  const port = String(server.port);
  for (let i = 0; i < 12; i += 1) {
    await bela.page.keyboard.type(`thought number ${i}`);
    await bela.page.keyboard.press('Control+Enter');
    if (i === 5) await server.end('SIGKILL');
  }
  await bela.page.getByText(/You can go on writing/).waitFor();
  server = await startApp(dataDir, port);
  for (const person of [ana, viewer]) {
    for (let i = 0; i < 12; i += 1) await seesNote(person.page, `thought number ${i}`);
  }

  // A reload is the same person, and all is there.
  await ana.page.reload();
  await canvasColumn(ana.page, 'partnership/opportunities').waitFor();
  await until('all notes are drawn again', async () => (await ana.page.locator('.canvas-note').count()) === 14);
  await ana.page.getByRole('button', { name: /people are here/ }).click();
  await ana.page.getByText('Ana Sousa (you)').waitFor();
  await ana.page.keyboard.press('Escape');

  // A snapshot, and its report as the viewer reads it.
  await ana.page.getByRole('button', { name: 'Snapshots and reports' }).click();
  await ana.page.getByLabel('Title of the snapshot').fill('First round');
  await ana.page.getByRole('button', { name: 'Save snapshot' }).click();
  await ana.page.getByRole('link', { name: /Open report/ }).waitFor();
  await viewer.page.getByRole('button', { name: 'Snapshots and reports' }).click();
  const href = await viewer.page.getByRole('link', { name: /Open report/ }).getAttribute('href');
  await viewer.page.goto(server.url + href);
  await viewer.page.getByRole('heading', { name: /Where do we go next|First round/ }).first().waitFor();
  const report = viewer.page.getByRole('main');
  for (const words of ['Evening courses at the health centre', 'Who looks after the children?', 'thought number 11', 'Ana Sousa', 'Pécs', 'UNESCO feedback in the Xploit Final Event']) {
    await report.getByText(words).filter({ visible: true }).first().waitFor();
  }
  await report.locator('svg').first().waitFor();
});
