import { expect, test } from 'vitest';
import { boardLink, joinBoard, seesNote, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|WebSocket/;

test('offline one goes on writing; the page tells how many changes wait, and then that they are saved', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const ana = await visit(chromium.browser, { expectErrors: OFFLINE });
  const bela = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(bela, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await showView(ana.page, 'Columns');
  await writeInColumns(ana.page, 'Opportunities, Partnership approach', 'before');
  await ana.page.getByText('Saved', { exact: true }).waitFor();

  await ana.context.setOffline(true);
  await ana.page.getByText(/You can go on writing/).waitFor();
  await writeInColumns(ana.page, 'Challenges, Partnership approach', 'while away');
  await ana.page.getByText('1 change waits', { exact: true }).waitFor();
  await writeInColumns(ana.page, 'Challenges, Global approach', 'and more');
  await ana.page.getByText('2 changes wait', { exact: true }).waitFor();
  // A sentence is one change, not as many as it has letters.
  await ana.page.getByRole('button', { name: 'Edit: before' }).click();
  await ana.page.keyboard.type(' one went away');
  await ana.page.keyboard.press('Escape');
  await ana.page.getByText('3 changes wait', { exact: true }).waitFor();

  await ana.context.setOffline(false);
  await ana.page.getByText('Saved', { exact: true }).waitFor();
  await seesNote(bela.page, 'while away');
  await seesNote(bela.page, 'and more');
  await seesNote(bela.page, 'before one went away');
});

test('what was written while the server was away survives closing the page', async () => {
  const first = await startApp();
  const board = await createTestBoard(first, 'both');
  const ana = await visit(chromium.browser, { expectErrors: OFFLINE });
  await joinBoard(ana, boardLink(first, board, 'participant'), 'Ana', 'Évora');
  await showView(ana.page, 'Columns');
  await writeInColumns(ana.page, 'Opportunities, Partnership approach', 'before');
  await first.end('SIGKILL');
  await ana.page.getByText(/You can go on writing/).waitFor();
  await writeInColumns(ana.page, 'Challenges, Partnership approach', 'kept in the browser');
  await ana.page.close();

  const second = await startApp(first.dataDir, String(first.port));
  const page = await ana.context.newPage();
  await page.goto(`${second.url}/board/${board.board}`);
  await page.getByText('kept in the browser').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  const viewer = await visit(chromium.browser);
  await joinBoard(viewer, boardLink(second, board, 'viewer'));
  await seesNote(viewer.page, 'kept in the browser');
  expect(await viewer.page.locator('.canvas-note').count()).toBe(2);
});
