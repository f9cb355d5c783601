import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { setLocked } from '../../shared/stage/document.ts';
import { boardLink, canvasColumn, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { violationsInBothThemes } from '../support/axe.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

const map = (page: Page) => page.getByRole('button', { name: /Map of the board/ });
/** How many colours the map shows: a map of nothing has one or two. */
const colours = (page: Page) =>
  page.locator('.canvas-map canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(new Uint32Array(data.buffer)).size;
  });
const where = async (page: Page) => (await canvasColumn(page, 'partnership/opportunities').boundingBox())!;

test('the map shows the board and leads there, by pointer and by keyboard; what is fitted leaves room for it, and stays fitted below a bar', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const { page: bela } = await visit(chromium.browser);
  await joinBoard({ page: bela }, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await showView(bela, 'Columns');
  const { page } = await visit(chromium.browser);
  await joinBoard({ page }, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await showView(page, 'Canvas');
  expect(await map(page).count()).toBe(0);
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await map(page).waitFor();
  const before = await colours(page);
  expect(before).toBeGreaterThan(6);
  await writeInColumns(bela, 'Opportunities, Global approach', 'A new paper on the map');
  await until('what another writes is on the map', async () => (await colours(page)) > before);

  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Closer' }).click();
  const start = await where(page);
  const box = (await map(page).boundingBox())!;
  await page.mouse.click(box.x + box.width - 12, box.y + box.height / 2);
  await until('the view went to the right', async () => (await where(page)).x < start.x - 400);
  const there = await where(page);
  await map(page).focus();
  await page.keyboard.press('ArrowLeft');
  await until('and back to the left', async () => (await where(page)).x > there.x + 100);
  await page.keyboard.press('Enter');
  await until('everything is shown', async () => (await where(page)).x > 0 && (await canvasColumn(page, 'global/obstacles').boundingBox())!.x < 1440);
  await until('nothing of it is under the map', async () => {
    const { x, y, height } = await where(page);
    const { x: left, y: top, width } = (await map(page).boundingBox())!;
    return y + height <= top || x >= left + width;
  });
  expect(await violationsInBothThemes(page)).toEqual([]);

  await page.getByRole('button', { name: /^Zoom to this approach: Global/ }).click();
  const rooms = async () => {
    const shown = (await page.locator('.canvas').boundingBox())!;
    const approach = (await page.getByRole('region', { name: 'Global approach' }).boundingBox())!;
    return { above: approach.y - shown.y, below: shown.y + shown.height - approach.y - approach.height, height: shown.height };
  };
  await until('one approach is shown as large as it fits', async () => Math.abs((await rooms()).below - 80) < 2);
  const { height } = await rooms();
  const { token } = await joinAs(server, board, 'facilitator', 'Fay');
  const stage = openStock(server, `${board.board}/stage`, token);
  await stage.synced();
  setLocked(stage.doc, true);
  await until('a bar above the canvas leaves it fitted', async () => {
    const { below, height: now } = await rooms();
    return now < height - 20 && Math.abs(below - 80) < 2;
  });
  await page.mouse.move(720, 450);
  await page.mouse.wheel(0, 120);
  await until('the view was moved', async () => (await rooms()).above < -60);
  const { above } = await rooms();
  setLocked(stage.doc, false);
  await until('the bar has gone', async () => (await rooms()).height === height);
  await page.waitForTimeout(400);
  expect((await rooms()).above).toBeCloseTo(above, 0);

  await page.reload();
  await map(page).waitFor();
  await page.setViewportSize({ width: 390, height: 800 });
  await until('a phone has no map', async () => (await map(page).count()) === 0);
  expect(await page.getByRole('button', { name: 'Map', exact: true }).count()).toBe(0);
});
