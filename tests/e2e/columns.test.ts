import { describe, expect, test } from 'vitest';
import { boardLink, canvasNote, joinBoard, seesNote, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { tabTo } from '../support/keyboard.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

async function boardWithAna() {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const ana = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  return { server, board, ana: ana.page };
}

describe('promise 7: the columns by keyboard alone', () => {
  test('reach, add, edit, move by menu, recolour, delete and undo; the canvas of another shows each', async () => {
    const { server, board, ana } = await boardWithAna();
    const { page: watcher } = await visit(chromium.browser);
    await joinBoard({ page: watcher }, boardLink(server, board, 'viewer'));
    await showView(ana, 'Columns');
    await ana.reload();
    await ana.getByRole('heading', { level: 2 }).first().waitFor();

    await tabTo(ana, /^Add a note: Challenges, Partnership/);
    await ana.keyboard.press('Enter');
    await ana.keyboard.type('Without a mouse');
    await ana.keyboard.press('Control+Enter');
    await seesNote(watcher, 'Without a mouse');
    await ana.keyboard.press('Escape');

    await tabTo(ana, /^Edit: Without a mouse/, true);
    await ana.keyboard.press('Enter');
    await ana.keyboard.press('Control+End');
    await ana.keyboard.type(', by keys');
    await ana.keyboard.press('Escape');
    await seesNote(watcher, 'Without a mouse, by keys');

    await tabTo(ana, /^More: Without a mouse/);
    await ana.keyboard.press('Enter');
    await ana.locator('[role=menuitem][data-highlighted]').waitFor();
    await ana.keyboard.press('End');
    await ana.getByRole('menuitem', { name: 'Delete' }).and(ana.locator('[data-highlighted]')).waitFor();
    await ana.keyboard.press('Enter');
    await until('it is deleted', async () => (await canvasNote(watcher, 'Without a mouse').count()) === 0);
    await ana.keyboard.press('Control+z');
    await seesNote(watcher, 'Without a mouse');
  });
});

test('what another adds is announced and takes the focus from nobody; promise 2: two people who type in one note at once find both their words in it, each caret where it was; a viewer finds nothing to write with', async () => {
  const { server, board, ana } = await boardWithAna();
  const { page: bela } = await visit(chromium.browser);
  await joinBoard({ page: bela }, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await showView(ana, 'Columns');
  await showView(bela, 'Columns');
  await ana.getByRole('button', { name: 'Add a note: Opportunities, Partnership approach' }).click();
  await ana.keyboard.type('I am writ');
  await writeInColumns(bela, 'Opportunities, Partnership approach', 'From Béla');
  await ana.getByRole('listitem').filter({ hasText: 'From Béla' }).first().waitFor();
  await ana.keyboard.type('ing');
  await until('it is announced', async () => /1 new note/.test((await ana.getByRole('status').allTextContents()).join(' ')));
  expect(await ana.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe('I am writing');

  await ana.keyboard.press('Control+Enter');
  await ana.keyboard.press('Escape');
  await writeInColumns(ana, 'Obstacles, Global approach', 'middle');
  const open = async (page: typeof ana) => {
    await page.getByRole('button', { name: 'Edit: middle' }).click();
    await page.getByLabel(/Text of the note/).waitFor();
  };
  await open(ana);
  await open(bela);
  await ana.keyboard.press('Control+Home');
  await bela.keyboard.press('Control+End');
  for (let i = 0; i < 10; i += 1) {
    await ana.keyboard.type('a');
    await bela.keyboard.type('b');
  }
  const value = (page: typeof ana) => page.getByLabel(/Text of the note/).inputValue();
  await until('both are the same', async () => (await value(ana)) === (await value(bela)) && (await value(ana)).length === 26);
  expect(await value(ana)).toBe(`${'a'.repeat(10)}middle${'b'.repeat(10)}`);

  const { page } = await visit(chromium.browser);
  await joinBoard({ page }, boardLink(server, board, 'viewer'));
  await showView(page, 'Columns');
  await page.getByText('middle').first().waitFor();
  expect(await page.locator('textarea, [contenteditable=true]').count()).toBe(0);
  expect(await page.getByRole('button', { name: /Add|Edit|More:/ }).count()).toBe(0);
});

test('on a phone of 320 px nothing is wider than the screen, and a note is written with the box below', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const phone = await visit(chromium.browser, { width: 320, height: 640, phone: true });
  const { page } = phone;
  await page.goto(server.url);
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(await tooWide()).toBe(false);
  await page.goto(boardLink(server, board, 'participant'));
  await page.getByLabel('Your name').waitFor();
  expect(await tooWide()).toBe(false);
  await joinBoard(phone, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  // A phone opens in columns, and loads nothing of the canvas for it.
  expect(phone.requests.filter((url) => /CanvasView/.test(url))).toEqual([]);
  await page.getByLabel('Your note').fill('Written with a thumb');
  await page.getByRole('button', { name: 'Add', exact: true }).tap();
  await page.getByRole('listitem').filter({ hasText: 'Written with a thumb' }).first().waitFor();
  expect(await tooWide()).toBe(false);
});
