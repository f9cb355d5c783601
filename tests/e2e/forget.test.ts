import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardLink, clientIsKept, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_FAILED|WebSocket|40[13]/;

/** Everything this device keeps that names a board: databases, and keys and values of its storage. */
function traces(page: Page, board: string): Promise<string[]> {
  return page.evaluate(async (id) => {
    const databases = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    const stored = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).map(([key, value]) => `${key}: ${value}`));
    return [...databases, ...stored].filter((text) => text.includes(id));
  }, board);
}

async function anaOnABoard() {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const ana = await visit(chromium.browser, { expectErrors: OFFLINE });
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await showView(ana.page, 'Columns');
  await writeInColumns(ana.page, 'Opportunities', 'Stays with the others');
  await ana.page.getByText('Saved', { exact: true }).waitFor();
  return { server, board, ana };
}

test('a board forgotten on a device leaves nothing there, and everything on the server', async () => {
  const { server, board, ana } = await anaOnABoard();
  const { page } = ana;
  await page.getByRole('button', { name: 'Add a note: Challenges' }).click();
  await page.keyboard.type('a draft');
  expect((await traces(page, board.board)).length).toBeGreaterThan(3);
  // Another tab has it open, too: it lets go of it.
  const second = await ana.context.newPage();
  await second.goto(`${server.url}/board/${board.board}`);
  await second.getByText('Stays with the others').first().waitFor();

  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Forget this board on this device' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget this board on this device?' });
  await dialog.getByText('Everything you wrote here has reached the server.').waitFor();
  await dialog.getByRole('button', { name: 'Forget it' }).click();
  await page.waitForURL(`${server.url}/`);
  await second.getByText('This device has forgotten the board.').waitFor();
  await until('nothing is left', async () => (await traces(page, board.board)).length === 0);

  await page.goto(`${server.url}/board/${board.board}`);
  await page.getByText('use the link the facilitator sent you').waitFor();
  const viewer = await visit(chromium.browser);
  await joinBoard(viewer, boardLink(server, board, 'viewer'));
  await showView(viewer.page, 'Columns');
  await viewer.page.getByText('Stays with the others').waitFor();
});

test('before it is forgotten, one is told what has not reached the server, after a reload and on the start page, too', async () => {
  const { server, board, ana } = await anaOnABoard();
  const { page } = ana;
  await clientIsKept(page, /index-.*\.js/);
  await ana.context.setOffline(true);
  await page.getByText(/You can go on writing/).waitFor();
  await writeInColumns(page, 'Challenges', 'only here');
  const pill = page.getByText(/^\d+ changes? waits?$/);
  await pill.waitFor();
  const waiting = await pill.textContent();
  await page.reload();
  await page.getByText('only here').first().waitFor();
  await until('what waits is still told', async () => (await pill.textContent()) === waiting);

  await page.goto(server.url);
  await page.getByRole('button', { name: 'Forget on this device: Learning city' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/made here ha(s|ve) not reached the server/).waitFor();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect((await traces(page, board.board)).length).toBeGreaterThan(2);

  await ana.context.setOffline(false);
  await page.getByRole('link', { name: 'Learning city' }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Forget on this device: Learning city' }).click();
  await dialog.getByText('Everything you wrote here has reached the server.').waitFor();
  await dialog.getByRole('button', { name: 'Forget it' }).click();
  await until('nothing is left', async () => (await traces(page, board.board)).length === 0);
  expect(await page.getByRole('link', { name: 'Learning city' }).count()).toBe(0);
});

test('whoever is removed from a board keeps no copy of it', async () => {
  const { server, board, ana } = await anaOnABoard();
  const fay = await visit(chromium.browser);
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Cardiff');
  const databases = () => ana.page.evaluate(async () => (await indexedDB.databases()).length);
  expect(await databases()).toBeGreaterThan(0);
  await fay.page.getByRole('button', { name: /people are here/ }).click();
  await fay.page.getByRole('button', { name: 'Manage Ana' }).click();
  await fay.page.getByRole('menuitem', { name: 'Remove from the board' }).click();
  await fay.page.getByRole('button', { name: 'Remove Ana' }).click();
  await ana.page.getByText('The facilitator has removed you from this board.').waitFor();
  await until('the copy is gone', async () => (await databases()) === 0);
});
