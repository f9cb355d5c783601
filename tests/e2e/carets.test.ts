import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardLink, canvasColumn, canvasNote, columnCount, fitBoard, joinBoard, seesNote, showView, startApp, visit, writeOnCanvas } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** Ana and Béla on one board with a note that says 'middle'. */
async function twoAtOneNote(viewOfBela: 'Canvas' | 'Columns') {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const ana = await visit(chromium.browser);
  const bela = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(bela, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await canvasColumn(ana.page, 'partnership/opportunities').waitFor();
  await writeOnCanvas(ana.page, 'partnership/opportunities', 'middle');
  await seesNote(bela.page, 'middle');
  await fitBoard(ana.page);
  await showView(bela.page, viewOfBela);
  return { ana: ana.page, bela: bela.page };
}

const area = (page: Page) => page.getByLabel(/Text of the note/);

async function openOnCanvas(page: Page) {
  await page.keyboard.press('Escape');
  await canvasNote(page, 'middle').dblclick();
  await area(page).waitFor();
}

async function openInColumns(page: Page) {
  await page.getByRole('button', { name: 'Edit: middle' }).click();
  await area(page).waitFor();
}

/** What stands before the caret of somebody else, as this page shows it. */
async function before(page: Page, name: string): Promise<string | null> {
  return page.locator('.carets-text').evaluate((mirror, who) => {
    let text = '';
    for (const child of mirror.children) {
      if (child.classList.contains('caret') && child.textContent === who) return text;
      if (!child.classList.contains('caret')) text += child.textContent;
    }
    return null;
  }, name);
}

test('promise 2: two type in one note, on the canvas and in columns; each sees the other’s caret, by name, where it is', async () => {
  const { ana, bela } = await twoAtOneNote('Columns');
  await openOnCanvas(ana);
  await openInColumns(bela);
  await ana.keyboard.press('Control+Home');
  await bela.keyboard.press('Control+End');
  for (let i = 0; i < 6; i += 1) {
    await ana.keyboard.type('a');
    await bela.keyboard.type('b');
  }
  await until('both read the same', async () => (await area(ana).inputValue()) === 'aaaaaamiddlebbbbbb' && (await area(bela).inputValue()) === 'aaaaaamiddlebbbbbb');
  await until('Béla sees Ana’s caret', async () => (await before(bela, 'Ana')) === 'aaaaaa');
  await until('Ana sees Béla’s caret', async () => (await before(ana, 'Béla')) === 'aaaaaamiddlebbbbbb');

  // Béla's caret rests; what Ana types pushes it on, and it does not jump.
  await ana.keyboard.type('!');
  await until('it has moved on with its letter', async () => (await before(ana, 'Béla')) === 'aaaaaa!middlebbbbbb');
  expect(await area(bela).evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBe(19);

  // The mirror's letters lie on those of the area: a caret at the end stands as far right as the text does.
  const box = (await ana.locator('.caret').boundingBox())!;
  const inside = (await area(ana).boundingBox())!;
  expect(box.x).toBeGreaterThan(inside.x);
  expect(box.x).toBeLessThan(inside.x + inside.width);

  await bela.keyboard.press('Escape');
  await until('the caret is gone with its owner', async () => (await ana.locator('.caret').count()) === 0);
});

test('a selection of another is shown, and a screen reader hears once that they write here', async () => {
  const { ana, bela } = await twoAtOneNote('Columns');
  await openOnCanvas(ana);
  const heard: string[] = [];
  await ana.exposeFunction('hear', (message: string) => heard.push(message));
  await ana.evaluate(() => {
    const region = document.querySelector('.visually-hidden[role=status]')!;
    new MutationObserver(() => (globalThis as unknown as { hear(message: string): void }).hear(region.textContent ?? '')).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await openInColumns(bela);
  await bela.keyboard.press('Control+a');
  await until('the selection is marked', async () => (await ana.locator('.carets-text span[style*="background"]').textContent().catch(() => '')) === 'middle');
  await bela.keyboard.type('all new');
  await until('the words have come', async () => (await area(ana).inputValue()) === 'all new');
  await until('it was said', () => heard.includes('Béla is writing here'));
  expect(heard.filter((message) => message.includes('Béla is writing here'))).toHaveLength(1);
});

test('while one edits a note another moves it: the editor stays open, and both happen', async () => {
  const { ana, bela } = await twoAtOneNote('Columns');
  await openOnCanvas(ana);
  await ana.keyboard.type(' and');
  await bela.getByRole('button', { name: /^More: middle/ }).click();
  await bela.getByRole('menuitem', { name: 'Challenges' }).click();
  await until('it has moved', async () => (await columnCount(ana, 'partnership/challenges')) === '1');
  await ana.keyboard.type(' more');
  expect(await area(ana).inputValue()).toBe('middle and more');
  await ana.keyboard.press('Escape');
  await bela.getByRole('listitem').filter({ hasText: 'middle and more' }).first().waitFor();

  // And the other way round: in columns it is written in while it is dragged on the canvas.
  await bela.getByRole('button', { name: 'Edit: middle and more' }).click();
  await area(bela).waitFor();
  await ana.getByRole('toolbar', { name: 'The selected note' }).getByRole('button', { name: 'Move to a column' }).click();
  await ana.getByRole('menuitem', { name: 'Obstacles' }).click();
  await until('it has moved again', async () => (await columnCount(ana, 'partnership/obstacles')) === '1');
  await bela.keyboard.type(', still typing');
  await seesNote(ana, 'middle and more, still typing');
  expect(await area(bela).inputValue()).toBe('middle and more, still typing');
});
