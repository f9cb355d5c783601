import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startApp, visit } from '../support/app.ts';
import { chooseInMenu, focusedName, tabTo } from '../support/keyboard.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';

const chromium = sharedBrowser();

/** The mouse is out of reach: whatever is pressed by a pointer fails the test. */
async function noMouse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('pointerdown', () => console.error('Somebody used a mouse.'), { capture: true });
  });
}

async function joinByKeys(page: Page, name: string, site: string): Promise<void> {
  await page.getByLabel('Your name').waitFor();
  await tabTo(page, /^Your name/);
  await page.keyboard.type(name);
  await tabTo(page, /^Where you are/);
  await page.keyboard.type(site);
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Canvas' }).waitFor();
}

test('promise 7: a whole workshop by keyboard alone, for who facilitates and for who takes part', async () => {
  const server = await startApp();
  const { page: fay, context } = await visit(chromium.browser);
  const { page: pat } = await visit(chromium.browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await noMouse(fay);
  await noMouse(pat);

  // A board is made.
  await fay.goto(server.url);
  await fay.getByLabel('Title of the board').waitFor();
  await tabTo(fay, /Both approaches|Partnership approach|Global approach|Empty board/);
  for (let i = 0; i < 4 && !(await fay.getByRole('radio', { name: 'Partnership approach' }).isChecked()); i += 1) await fay.keyboard.press('ArrowDown');
  await tabTo(fay, /^Title of the board/);
  await fay.keyboard.type('By keys');
  await tabTo(fay, /^Workshop/);
  await fay.keyboard.type('Spring');
  await tabTo(fay, /^Create the board/);
  await fay.keyboard.press('Enter');
  await until('the focus is on what is told first', async () => (await focusedName(fay)) === 'Your board is ready');

  // Its link is shared, and the board opened.
  await tabTo(fay, /^Copy Participant link/);
  await fay.keyboard.press('Enter');
  await until('it is copied', async () => (await focusedName(fay)).startsWith('Copied'));
  const link = await fay.evaluate(() => navigator.clipboard.readText());
  await tabTo(fay, /^Open the board/, true);
  await fay.keyboard.press('Enter');
  await joinByKeys(fay, 'Fay', 'Swansea');
  await pat.goto(link);
  await joinByKeys(pat, 'Pat', 'Pécs');

  // Both go to the columns; Pat writes a note, edits it, moves it to another column and up in it.
  for (const page of [fay, pat]) {
    await page.locator('[data-column]').first().waitFor();
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 3, name: /Obstacles/ }).waitFor();
  }
  await pat.keyboard.press('n');
  await pat.keyboard.type('Who pays');
  await pat.keyboard.press('Control+Enter');
  await pat.keyboard.press('Escape');
  await fay.getByText('Who pays').waitFor();
  await pat.keyboard.press('k');
  expect(await focusedName(pat)).toBe('Edit: Who pays');
  await pat.keyboard.press('Enter');
  await pat.keyboard.type(' for the bus?');
  await pat.keyboard.press('Escape');
  expect(await focusedName(pat)).toBe('Edit: Who pays for the bus?');
  await fay.keyboard.press('n');
  await fay.keyboard.type('The weather');
  await fay.keyboard.press('Control+Enter');
  await fay.keyboard.press('Escape');
  await pat.getByText('The weather').waitFor();
  await tabTo(pat, /^More: Who pays/);
  await chooseInMenu(pat, 'Obstacles');
  await until('the focus went along', async () => (await focusedName(pat)) === 'More: Who pays for the bus?');
  const inObstacles = (page: Page) => page.getByRole('region', { name: /^Obstacles/ }).locator('.note-text').allTextContents();
  await until('Fay sees it there', async () => (await inObstacles(fay)).join() === 'Who pays for the bus?');
  await tabTo(fay, /^More: The weather/, true);
  await chooseInMenu(fay, 'Obstacles');
  await until('both are there', async () => (await inObstacles(pat)).length === 2);
  await chooseInMenu(pat, 'Move later');
  await until('Pat’s is the second', async () => (await inObstacles(fay)).join() === 'The weather,Who pays for the bus?');
  await pat.keyboard.press('Control+z');
  await until('and the first again', async () => (await inObstacles(fay)).join() === 'Who pays for the bus?,The weather');

  // Fay locks the board: Pat reads that, and reads on.
  await tabTo(fay, /^Lock the board/);
  await fay.keyboard.press('Enter');
  await pat.getByText('The facilitator has locked the board').waitFor();
  await pat.keyboard.press('n');
  expect(await pat.locator('textarea').count()).toBe(0);
  await pat.keyboard.press('k');
  await until('notes can still be reached', async () => /Who pays|The weather/.test(await focusedName(pat)));
  expect(await focusedName(fay)).toBe('Unlock the board');
  await fay.keyboard.press('Enter');
  await pat.getByRole('button', { name: /Add a note/ }).first().waitFor();

  // A snapshot, and its report, read and taken home.
  await tabTo(fay, /^Snapshots and reports/);
  await fay.keyboard.press('Enter');
  await tabTo(fay, /^Save snapshot/);
  await fay.keyboard.press('Enter');
  await fay.getByRole('link', { name: /Open report/ }).waitFor();
  await tabTo(fay, /^Open report/);
  const [report] = await Promise.all([context.waitForEvent('page'), fay.keyboard.press('Enter')]);
  await report.getByRole('heading', { level: 1 }).waitFor();
  expect(await report.getByText('Who pays for the bus?').count()).toBeGreaterThan(0);
  await tabTo(report, /^Download/);
  const [download] = await Promise.all([report.waitForEvent('download'), chooseInMenu(report, /HTML/)]);
  expect(download.suggestedFilename()).toMatch(/\.html$/);
  await fay.bringToFront();
  await fay.keyboard.press('Escape');
  expect(await focusedName(fay)).toBe('Snapshots and reports');
});
