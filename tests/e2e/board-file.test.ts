import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boardLink, joinBoard, showView, startApp, visit } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** A board that was deleted is refused, which browsers report. */
const REFUSED = /status of 4(00|10)/;

test('a facilitator takes a board along as a file and opens it elsewhere; deletes it by its title, and brings it back', async () => {
  const [server, elsewhere] = [await startApp(), await startApp()];
  const board = await createTestBoard(server, 'partnership');
  const fay = await visit(chromium.browser, { expectErrors: REFUSED });
  const pat = await visit(chromium.browser, { expectErrors: REFUSED });
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Évora');
  await joinBoard(pat, boardLink(server, board, 'participant'), 'Pat', 'Pécs');
  await showView(fay.page, 'Columns');
  const { page } = fay;
  const add = page.getByRole('button', { name: /^Add a note: / }).first();
  await add.click();
  await page.keyboard.type('A bus in the evening');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');

  const open = async () => {
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('menuitem', { name: 'Keep, export, delete…' }).click();
  };
  await open();
  await page.getByText('This board is kept until somebody deletes it.').waitFor();
  expect(await violations(page)).toEqual([]);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Export' }).click()]);
  expect(download.suggestedFilename()).toBe('Learning city.plenary');
  const file = { name: 'Learning city.plenary', mimeType: 'application/zip', buffer: readFileSync((await download.path())!) };

  const other = await visit(chromium.browser, { expectErrors: REFUSED });
  await other.page.goto(elsewhere.url);
  await other.page.getByTestId('import').setInputFiles({ ...file, buffer: file.buffer.subarray(0, 900) });
  await other.page.getByText('This file is damaged or not complete.').waitFor();
  await other.page.getByTestId('import').setInputFiles(file);
  await other.page.getByText('Learning city · Spring meeting').waitFor();
  await other.page.getByRole('link', { name: /Open/ }).first().click();
  await other.page.getByLabel('Your name').fill('Bea');
  await other.page.getByLabel('Where you are').fill('Lleida');
  await other.page.getByRole('button', { name: 'Join the board' }).click();
  await showView(other.page, 'Columns');
  await other.page.getByText('A bus in the evening').first().waitFor();

  await page.getByRole('button', { name: 'Delete…' }).click();
  const title = page.getByLabel('Title of the board');
  await title.fill('learning');
  await page.getByRole('button', { name: 'Delete the board' }).click();
  await page.getByText('This is not the title of the board.').waitFor();
  await title.fill('Learning city');
  await page.getByRole('button', { name: 'Delete the board' }).click();
  await page.getByRole('heading', { name: /This board has been deleted/ }).waitFor();
  await pat.page.getByRole('heading', { name: /This board has been deleted/ }).waitFor();
  expect(await pat.page.getByRole('button', { name: 'Bring the board back' }).count()).toBe(0);
  await page.reload();
  await page.getByRole('button', { name: 'Bring the board back' }).click();
  await page.getByText('A bus in the evening').first().waitFor();
  await pat.page.reload();
  await pat.page.getByRole('radio', { name: 'Canvas' }).waitFor();
});
