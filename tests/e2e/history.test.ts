import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardLink, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

const PLACE = 'Opportunities, Partnership approach';
const note = (page: Page, text: string) => page.locator('.columns-view [data-note]').filter({ hasText: text });

/** Where the button to write in the first column is called so. */
const firstColumn = async (page: Page) => (await page.getByRole('button', { name: /^Add a note: / }).first().getAttribute('aria-label'))?.replace('Add a note: ', '') ?? PLACE;

/** Fay facilitates and Pat takes part, each in a browser of their own, both in Columns. */
async function workshop() {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const [fay, pat] = [await visit(chromium.browser), await visit(chromium.browser)];
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Évora');
  await joinBoard(pat, boardLink(server, board, 'participant'), 'Pat', 'Pécs');
  await showView(fay.page, 'Columns');
  await showView(pat.page, 'Columns');
  return { server, board, fay: fay.page, pat: pat.page };
}

test('a facilitator looks at an earlier moment, sees what changed, restores it while somebody writes, and takes it back', async () => {
  const { fay, pat } = await workshop();
  const place = await firstColumn(pat);
  await writeInColumns(pat, place, 'A bus in the evening');
  await note(fay, 'A bus in the evening').waitFor();
  await fay.getByRole('button', { name: 'Snapshots and reports' }).click();
  await fay.getByLabel('Title of the snapshot').fill('Before lunch');
  await fay.getByLabel('Remark (optional)').fill('Everybody was there');
  await fay.getByRole('button', { name: 'Save snapshot' }).click();
  await fay.getByRole('heading', { name: 'Before lunch' }).waitFor();
  await fay.getByText('Everybody was there').waitFor();
  await fay.keyboard.press('Escape');
  await writeInColumns(pat, place, 'From the afternoon');
  await note(fay, 'From the afternoon').waitFor();

  await fay.getByRole('button', { name: 'Snapshots and reports' }).click();
  await fay.getByRole('link', { name: 'History of the board' }).click();
  const list = fay.getByRole('navigation', { name: 'Moments of this board' });
  await list.getByRole('button', { name: /Before lunch.*1 note.*by Fay.*Everybody was there/ }).click();
  await note(fay, 'A bus in the evening').waitFor();
  expect(await note(fay, 'From the afternoon').count()).toBe(0);
  expect(await fay.getByRole('button', { name: /^Add a note/ }).count()).toBe(0);
  await fay.getByRole('radio', { name: 'Canvas' }).check({ force: true });
  await fay.locator('.canvas-note').filter({ hasText: 'evening' }).waitFor();
  expect(await violations(fay)).toEqual([]);
  await fay.getByRole('radio', { name: 'Columns' }).check({ force: true });
  // By keyboard alone: the moment after it is the board as it is now.
  await fay.getByRole('button', { name: 'Newer moment' }).press('Enter');
  await note(fay, 'From the afternoon').waitFor();
  await fay.getByRole('button', { name: 'Older moment' }).press('Enter');

  await fay.getByRole('button', { name: 'Compare…' }).click();
  const added = fay.getByRole('listitem').filter({ hasText: 'From the afternoon' });
  await added.getByText('Added', { exact: true }).waitFor();
  expect(await fay.getByRole('listitem').filter({ hasText: 'A bus in the evening' }).count()).toBe(0);
  expect(await violations(fay)).toEqual([]);
  await fay.getByRole('button', { name: 'The other way around' }).click();
  await added.getByText('Removed', { exact: true }).waitFor();
  await fay.getByRole('button', { name: 'End the comparison' }).click();

  await fay.getByRole('button', { name: 'Restore…' }).click();
  expect(await violations(fay)).toEqual([]);
  await fay.getByRole('button', { name: 'Restore on this board' }).click();
  await fay.getByText('The board says again what it said then.').first().waitFor();
  await until('Pat sees it', async () => (await note(pat, 'From the afternoon').count()) === 0);
  await writeInColumns(pat, place, 'Written since');
  await fay.getByRole('button', { name: 'Take the restoring back' }).first().click();
  await note(pat, 'From the afternoon').waitFor();
  await note(pat, 'Written since').waitFor();
  await note(fay, 'Written since').waitFor();
  expect(await list.getByRole('button', { name: /^Before “Before lunch” was restored/ }).count()).toBe(1);
});

test('a new board is made of a moment; a participant looks only at what was saved for them, also on a phone', async () => {
  const { server, board, fay, pat } = await workshop();
  await writeInColumns(pat, await firstColumn(pat), 'A bus in the evening');
  await note(fay, 'A bus in the evening').waitFor();
  await fay.getByRole('button', { name: 'Snapshots and reports' }).click();
  await fay.getByLabel('Title of the snapshot').fill('Before lunch');
  await fay.getByRole('button', { name: 'Save snapshot' }).click();
  await fay.getByRole('heading', { name: 'Before lunch' }).waitFor();
  await fay.goto(`${server.url}/history/${board.board}`);
  await fay.getByRole('button', { name: 'Restore…' }).click();
  await fay.getByLabel('As a new board').check();
  await fay.getByLabel('Title of the new board').fill('Second round');
  await fay.getByRole('button', { name: 'Make the new board' }).click();
  await fay.getByText('Second round · Spring meeting').waitFor();
  await fay.getByRole('link', { name: /Open/ }).first().click();
  await fay.getByLabel('Your name').fill('Fay');
  await fay.getByLabel('Where you are').fill('Évora');
  await fay.getByRole('button', { name: 'Join the board' }).click();
  await note(fay, 'A bus in the evening').waitFor();

  await pat.setViewportSize({ width: 390, height: 844 });
  await pat.goto(`${server.url}/history/${board.board}`);
  await note(pat, 'A bus in the evening').waitFor();
  expect(await pat.getByRole('button', { name: 'Restore…' }).count()).toBe(0);
  await pat.getByRole('button', { name: 'Choose a moment' }).click();
  const moments = pat.getByRole('dialog').getByRole('button', { name: /note/ });
  expect(await moments.count()).toBe(1);
  await moments.first().click();
  await note(pat, 'A bus in the evening').waitFor();
});
