import { expect, test } from 'vitest';
import { boardLink, canvasColumn, joinBoard, seesNote, showView, startApp, visit, writeOnCanvas } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

test('a facilitator locks the board: participants read until it is unlocked, in both views', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const fay = await visit(chromium.browser);
  const pat = await visit(chromium.browser);
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Évora');
  await joinBoard(pat, boardLink(server, board, 'participant'), 'Pat', 'Pécs');
  await canvasColumn(pat.page, 'partnership/opportunities').getByRole('button').waitFor();

  // Whoever types on while it is locked types into nothing: no letter is taken for a shortcut.
  await canvasColumn(pat.page, 'partnership/opportunities').getByRole('button', { name: 'Add a note' }).click();
  await pat.page.locator('.canvas-note textarea').waitFor();
  await Promise.all([pat.page.keyboard.type('Why?'.repeat(40), { delay: 20 }), fay.page.getByRole('button', { name: 'Lock the board' }).click()]);
  await pat.page.getByText('The facilitator has locked the board').waitFor();
  await until('the canvas has no tools', async () => (await pat.page.getByRole('toolbar', { name: 'Tools' }).count()) === 0);
  expect(await canvasColumn(pat.page, 'partnership/opportunities').getByRole('button').count()).toBe(0);
  expect(await pat.page.getByRole('dialog', { name: 'Keyboard' }).count()).toBe(0);
  await showView(pat.page, 'Columns');
  expect(await pat.page.getByRole('button', { name: /Add a note/ }).count()).toBe(0);
  await writeOnCanvas(fay.page, 'partnership/opportunities', 'Said meanwhile');
  await pat.page.getByText('Said meanwhile').waitFor();

  await fay.page.getByRole('button', { name: 'Unlock the board' }).click();
  await pat.page.getByRole('button', { name: /Add a note/ }).first().waitFor();
  await showView(pat.page, 'Canvas');
  await writeOnCanvas(pat.page, 'partnership/challenges', 'Said after');
  await seesNote(fay.page, 'Said after');
});
