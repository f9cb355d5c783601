import { expect, test } from 'vitest';
import { boardLink, fitBoard, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();
const LONG = `It begins here. ${'And it goes on for a while, about the town and everybody in it. '.repeat(30)}This is the end.`;

async function boardWithALongNote() {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const ana = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await showView(ana.page, 'Columns');
  await writeInColumns(ana.page, 'Opportunities', 'x');
  await ana.page.getByRole('button', { name: 'Edit: x' }).click();
  await ana.page.getByLabel(/Text of the note/).fill(LONG);
  await ana.page.keyboard.press('Escape');
  return { server, board, ana: ana.page };
}

test('a long note can be read in full on the canvas: by its button, by double click and by Enter, also by who may only read', async () => {
  const { server, board, ana } = await boardWithALongNote();
  await showView(ana, 'Canvas');
  const { page: viewer } = await visit(chromium.browser);
  await joinBoard({ page: viewer }, boardLink(server, board, 'viewer'));
  for (const page of [ana, viewer]) {
    await page.getByRole('button', { name: /^Read all: It begins here/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Note by Ana · Évora' });
    await dialog.getByText('This is the end.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }
  const note = viewer.locator('.canvas-note').first();
  await note.dblclick({ position: { x: 30, y: 20 } });
  await viewer.getByRole('dialog').getByText('This is the end.').waitFor();
  await viewer.keyboard.press('Escape');
  await fitBoard(viewer);
  await note.click({ position: { x: 20, y: 10 } });
  await viewer.keyboard.press('Enter');
  await viewer.getByRole('dialog').getByText('This is the end.').waitFor();
  expect(await viewer.locator('textarea').count()).toBe(0);
});

test('on a phone it is read by a tap on the canvas, and stands in full in columns', async () => {
  const { server, board } = await boardWithALongNote();
  const { page } = await visit(chromium.browser, { width: 390, height: 780, phone: true });
  await joinBoard({ page }, boardLink(server, board, 'viewer'));
  const text = page.locator('.note-text').first();
  await text.waitFor();
  expect(await text.textContent()).toBe(LONG);
  expect(await text.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true);
  await showView(page, 'Canvas');
  await page.getByRole('button', { name: /^Read all/ }).tap();
  await page.getByRole('dialog').getByText('This is the end.').waitFor();
});
