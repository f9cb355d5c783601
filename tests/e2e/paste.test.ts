import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardLink, canvasColumn, canvasNote, fitBoard, joinBoard, seesNote, showView, startApp, visit } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

async function anaAndAWatcher(view: 'Canvas' | 'Columns') {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const ana = await visit(chromium.browser);
  await ana.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const watcher = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(watcher, boardLink(server, board, 'viewer'));
  await showView(watcher.page, 'Columns');
  await showView(ana.page, view);
  return { ana: ana.page, watcher: watcher.page };
}

/** Puts something on the clipboard as programs do, in several formats at once. */
function copy(page: Page, formats: Record<string, string>) {
  return page.evaluate(async (texts) => {
    const picture = async () => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 4;
      return new Promise<Blob>((resolve) => canvas.toBlob((blob) => resolve(blob!), 'image/png'));
    };
    const blobs = await Promise.all(
      Object.entries(texts).map(async ([type, text]) => [type, type === 'image/png' ? await picture() : new Blob([text], { type })] as const),
    );
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  }, formats);
}

/** The notes of a column in their order, as the Columns view of another reads them. */
function textsIn(page: Page, column: string): Promise<string[]> {
  return page.getByRole('region', { name: column }).or(page.locator(`section:has(h3:has-text("${column}"))`)).first().locator('.note-text').allTextContents();
}

async function hover(page: Page, column: string) {
  const box = (await canvasColumn(page, column).boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height * 0.7);
}

test('on the canvas, several pasted lines become notes of the column under the pointer, in order, in one step of undo', async () => {
  const { ana, watcher } = await anaAndAWatcher('Canvas');
  await copy(ana, { 'text/plain': 'First idea\nSecond idea\n\nThird idea\n' });
  await fitBoard(ana);
  await hover(ana, 'partnership/challenges');
  await ana.keyboard.press('Control+v');
  await until('another reads them in order', async () => String(await textsIn(watcher, 'Challenges')) === 'First idea,Second idea,Third idea');
  await ana.getByText('3 notes added from what you pasted.').first().waitFor();
  await ana.getByRole('toolbar', { name: 'The 3 selected notes' }).waitFor();

  await ana.keyboard.press('Control+z');
  await until('all are gone', async () => (await watcher.locator('.note-text').count()) === 0);
  await ana.keyboard.press('Control+Shift+z');
  await until('all are back', async () => (await watcher.locator('.note-text').count()) === 3);
});

test('what was pasted as several notes can be one note instead', async () => {
  const { ana, watcher } = await anaAndAWatcher('Canvas');
  await copy(ana, { 'text/plain': 'A verse\nof two lines' });
  await fitBoard(ana);
  await hover(ana, 'partnership/opportunities');
  await ana.keyboard.press('Control+v');
  await ana.getByRole('button', { name: 'Make it one note' }).click();
  const verse = 'A verse\nof two lines';
  await until('it is one', async () => String(await textsIn(watcher, 'Opportunities')) === verse);
  expect(await ana.getByTestId('pasted').count()).toBe(0);

  // By keyboard alone: the notice names the key and leaves the focus with the notes.
  await hover(ana, 'partnership/opportunities');
  await ana.keyboard.press('Control+v');
  await ana.getByRole('button', { name: 'Make it one note' }).filter({ hasText: 'Ctrl' }).waitFor();
  await ana.keyboard.press('Control+j');
  await until('it is one, too', async () => String(await textsIn(watcher, 'Opportunities')) === [verse, verse].join());
  expect(await ana.getByTestId('pasted').count()).toBe(0);
  await copy(ana, { 'text/plain': 'Pasted next' });
  await ana.keyboard.press('Control+v');
  await until('the canvas still has the keyboard', async () => (await textsIn(watcher, 'Opportunities')).includes('Pasted next'));
});

test('cells of a spreadsheet become notes, though a picture and a table come with them; beside the approaches they lie as a table', async () => {
  const { ana, watcher } = await anaAndAWatcher('Canvas');
  await copy(ana, {
    'text/plain': 'North\tSouth\n"two\nlines"\tEast\n',
    'text/html': '<table><tr><td>North</td><td>South</td></tr><tr><td>two<br>lines</td><td>East</td></tr></table>',
    'image/png': '',
  });
  await fitBoard(ana);
  for (let i = 0; i < 2; i += 1) await ana.getByRole('button', { name: 'Farther' }).click();
  await ana.mouse.move(60, 300);
  await ana.keyboard.press('Control+v');
  await seesNote(ana, 'East');
  const at = async (text: string) => (await canvasNote(ana, text).first().boundingBox())!;
  const [north, south, east] = [await at('North'), await at('South'), await at('East')];
  expect(south.y).toBe(north.y);
  expect(south.x).toBeGreaterThan(north.x);
  expect(east.x).toBe(south.x);
  expect(east.y).toBeGreaterThan(south.y);
  await until('the watcher reads all', async () => String((await watcher.locator('.note-text').allTextContents()).sort()) === String(['East', 'North', 'South', 'two\nlines'].sort()));
});

test('in columns a pasted list is offered as notes, and stays one note for whoever wants that', async () => {
  const { ana, watcher } = await anaAndAWatcher('Columns');
  await copy(ana, { 'text/plain': '• Bread\n• Milk\n• Honey' });
  await ana.getByRole('button', { name: 'Add a note: Challenges' }).click();
  await ana.keyboard.press('Control+v');
  await ana.getByRole('button', { name: 'Add 3 notes' }).click();
  await until('three notes, in order', async () => String(await textsIn(watcher, 'Challenges')) === 'Bread,Milk,Honey');
  // The slip is empty again and has the focus.
  expect(await ana.evaluate(() => (document.activeElement as HTMLTextAreaElement).value)).toBe('');
  await ana.keyboard.press('Control+v');
  await ana.getByRole('button', { name: 'Add as one note' }).click();
  await until('and one more', async () => (await textsIn(watcher, 'Challenges')).length === 4);
  await ana.getByRole('button', { name: 'Undo' }).first().click();
  await ana.getByRole('button', { name: 'Undo' }).first().click();
  await until('two steps took back all', async () => (await watcher.locator('.note-text').count()) === 0);
});

test('of a list that is too long the first notes are made, and how many were left out is said', async () => {
  const { ana, watcher } = await anaAndAWatcher('Columns');
  await copy(ana, { 'text/plain': Array.from({ length: 230 }, (_, i) => `Line ${i} of a list that is longer than one note may be`).join('\n') });
  await ana.getByRole('button', { name: 'Add a note: Obstacles' }).click();
  await ana.keyboard.press('Control+v');
  await ana.getByText('You pasted 230 lines. At most 200 become notes at once.').first().waitFor();
  await ana.getByRole('button', { name: 'Add 200 notes' }).click();
  await until('200 are there', async () => (await watcher.locator('.note-text').count()) === 200);
});
