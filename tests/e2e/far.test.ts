import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { createNote, NOTE_COLORS, PAPER, placeNote, readNotes, recolorNotes } from '../../shared/board/index.ts';
import { COLORS } from '../../client/ui/person-color.ts';
import { NOTE_SIZE } from '../../shared/board/layout.ts';
import { boardLink, canvasColumn, fitBoard, joinBoard, startApp, visit } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

const ROWS = 16;
const COUNT = ROWS * ROWS;
const STEP = { x: NOTE_SIZE.width + 40, y: NOTE_SIZE.height + 40 };
/** Beside and below the approach. */
const AT = { x: 1800, y: 0 };

/** Somebody on a canvas that shows a block of free notes as a whole, and somebody else's document of the board. */
async function farAway(dark = false) {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const { token } = await joinAs(server, board, 'participant', 'Ana');
  const other = openStock(server, `${board.board}/board`, token);
  await other.synced();
  other.doc.transact(() => {
    for (let index = 0; index < COUNT; index += 1) {
      const placement = { x: AT.x + (index % ROWS) * STEP.x, y: AT.y + Math.floor(index / ROWS) * STEP.y };
      const color = NOTE_COLORS[index % NOTE_COLORS.length]!;
      createNote(other.doc, { id: `far-${index}`, text: `Note ${index}`, color, author: null, createdAt: index, language: 'en', placement });
    }
  });
  const { page } = await visit(chromium.browser, { dark });
  await joinBoard({ page }, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await canvasColumn(page, 'partnership/opportunities').waitFor();
  await fitBoard(page);
  await page.locator(`.canvas-far[data-notes="${COUNT}"]`).waitFor();
  return { page, other, layer: page.locator('.canvas-far') };
}

/** Where a point of the board lies on the screen. */
async function onScreen(page: Page, point: { x: number; y: number }): Promise<{ x: number; y: number }> {
  return page.locator('.canvas-approach').evaluate((approach: HTMLElement, at) => {
    const box = approach.getBoundingClientRect();
    const zoom = box.width / approach.offsetWidth;
    return { x: box.x + at.x * zoom, y: box.y + at.y * zoom };
  }, point);
}

/** The middle of the right half of a note, where it is bare paper. */
const paperOf = (index: number) => ({ x: AT.x + (index % ROWS) * STEP.x + 180, y: AT.y + Math.floor(index / ROWS) * STEP.y + 120 });

/** The colour painted at a point of the screen, as `#rrggbb`. */
function painted(layer: Locator, at: { x: number; y: number }): Promise<string> {
  return layer.evaluate((canvas: HTMLCanvasElement, { x, y }) => {
    const box = canvas.getBoundingClientRect();
    const [left, top] = [((x - box.x) / box.width) * canvas.width, ((y - box.y) / box.height) * canvas.height];
    const [red, green, blue] = canvas.getContext('2d')!.getImageData(Math.floor(left), Math.floor(top), 1, 1).data;
    return `#${[red, green, blue].map((part) => part!.toString(16).padStart(2, '0')).join('')}`;
  }, at);
}

const colorOf = (index: number) => PAPER[NOTE_COLORS[index % NOTE_COLORS.length]!];

describe('far away', () => {
  test.each([false, true])('notes are painted in their colours and have no elements (dark: %s)', async (dark) => {
    const { page, layer } = await farAway(dark);
    expect(await page.locator('.canvas-note').count()).toBe(0);
    for (const index of [0, 17, COUNT - 1]) expect(await painted(layer, await onScreen(page, paperOf(index)))).toBe(colorOf(index));
  });

  test('the view moves over what is painted, what comes into it is painted too, and what others do as it happens', async () => {
    const { page, other, layer } = await farAway();
    await page.mouse.move(700, 450);
    const away = await onScreen(page, paperOf(0));
    for (let step = 0; step < 24; step += 1) await page.mouse.wheel(60, 40);
    await until('the view has moved', async () => (await onScreen(page, paperOf(0))).x < away.x - 1_000);
    for (let step = 0; step < 24; step += 1) await page.mouse.wheel(-60, -40);
    await until('it is back', async () => (await onScreen(page, paperOf(0))).x > away.x - 100);
    for (const index of [0, 5, 130, COUNT - 1]) {
      const at = await onScreen(page, paperOf(index));
      await until(`note ${index} is painted`, async () => (await painted(layer, at)) === colorOf(index));
    }

    recolorNotes(other.doc, ['far-0'], 'sky');
    const first = await onScreen(page, paperOf(0));
    await until('the note is blue', async () => (await painted(layer, first)) === PAPER.sky);
    placeNote(other.doc, 'far-0', { x: AT.x, y: AT.y - 400 });
    await until('its old place is empty', async () => (await painted(layer, first)) === '#000000');
    const moved = await onScreen(page, { x: AT.x + 180, y: AT.y - 400 + 120 });
    await until('it is painted where it lies now', async () => (await painted(layer, moved)) === PAPER.sky);

    const mark = await onScreen(page, { x: AT.x + STEP.x + 58, y: AT.y - 2 });
    other.provider.awareness.setLocalState({ editing: 'far-1' });
    // Ana was the first to join.
    await until('who writes is marked in their colour', async () => (await painted(layer, mark)) === COLORS[0]);
    other.provider.awareness.setLocalState({});
    await until('until they stop', async () => (await painted(layer, mark)) !== COLORS[0]);
  });

  test('notes are selected by a frame around them or by a click, and moved by a drag', async () => {
    const { page, other, layer } = await farAway();
    const from = await onScreen(page, { x: AT.x - 30, y: AT.y - 30 });
    const to = await onScreen(page, { x: AT.x + ROWS * STEP.x, y: AT.y + 8 * STEP.y - 30 });
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
    await page.getByRole('toolbar', { name: `The ${8 * ROWS} selected notes` }).waitFor();
    expect(await page.locator('.canvas-note').count()).toBe(0);
    const edge = await onScreen(page, { x: AT.x + 100, y: AT.y });
    const accent = await layer.evaluate((canvas) => getComputedStyle(canvas).getPropertyValue('--accent'));
    await until('its frame is painted', async () => (await painted(layer, edge)) === accent);
    await page.keyboard.press('Escape');

    const at = await onScreen(page, paperOf(40));
    await page.mouse.click(at.x, at.y);
    await page.getByRole('toolbar', { name: 'The selected note' }).waitFor();
    expect(await page.locator('.canvas-note').count()).toBe(1);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 60, at.y - 30, { steps: 6 });
    await page.mouse.up();
    const before = { x: AT.x + (40 % ROWS) * STEP.x, y: AT.y + Math.floor(40 / ROWS) * STEP.y };
    await until('the other sees where it was dropped', () => {
      const note = readNotes(other.doc).notes.find(({ id }) => id === 'far-40');
      return note !== undefined && 'x' in note.placement && note.placement.x > before.x + 100 && note.placement.y < before.y - 50;
    });
  });

  test('who begins to write in a note comes near to it; near, notes have elements and nothing is painted', async () => {
    const { page, layer } = await farAway();
    const at = await onScreen(page, paperOf(100));
    await page.mouse.dblclick(at.x, at.y);
    await page.locator('.canvas-note textarea').waitFor();
    await page.keyboard.type('!');
    await page.keyboard.press('Escape');
    const note = page.locator('.canvas-note', { hasText: 'Note 100!' });
    await note.waitFor();
    expect((await note.boundingBox())!.width).toBeGreaterThan(NOTE_SIZE.width * 0.7);
    await page.keyboard.press('Shift+Digit0');
    await page.locator('.canvas-note').first().waitFor();
    await until('nothing is painted', async () => (await layer.getAttribute('data-notes')) === '0');
    expect(await layer.isVisible()).toBe(false);
  });
});

test('a note that is new to the reader has its mark, painted as well', async () => {
  const { page, other, layer } = await farAway();
  const place = { x: AT.x, y: AT.y - STEP.y };
  /** The corner of the new note, a little inside, where its mark lies. */
  const mark = async () => {
    const { x, y } = await onScreen(page, { x: place.x + NOTE_SIZE.width, y: place.y });
    return painted(layer, { x: x - 2, y: y + 2 });
  };
  expect(await mark()).not.toBe('#0f5e5a');
  createNote(other.doc, { id: 'new', text: 'New', color: 'sun', author: null, createdAt: COUNT, language: 'en', placement: place });
  await until('it is marked', async () => (await mark()) === '#0f5e5a');
});
