import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boardLink, canvasColumn, joinBoard, startApp, visit } from '../support/app.ts';
import type { VisitorOptions } from '../support/browser.ts';
import { fillBoard, saveSampleSnapshot } from '../support/sample-workshop.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { call } from '../support/workshop.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';

/* Takes the pictures of docs/screenshots: `npm run screenshots`. Not part of `npm test`. */

const chromium = sharedBrowser();
const FOLDER = join(import.meta.dirname, '../../docs/screenshots');

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844, phone: true },
] as const;

test.each(SIZES.flatMap((size) => [{ ...size, dark: false }, { ...size, dark: true }]))('screens at $width px, dark: $dark', async (options) => {
  mkdirSync(FOLDER, { recursive: true });
  const server = await startApp();
  const board = { template: 'both', title: 'Where do we go next?', workshop: 'Autumn meeting of the six sites', language: 'en' };
  const created = (await call<CreatedBoard>(server, '/boards', { body: board })).body;
  await fillBoard(server, created);
  const snapshot = await saveSampleSnapshot(server, created);
  const { page } = await visit(chromium.browser, options as VisitorOptions);
  const shoot = async (name: string, fullPage = false) => {
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(FOLDER, `${name}-${options.width}${options.dark ? '-dark' : ''}.png`), fullPage });
  };

  await page.goto(server.url);
  await page.getByLabel('Title of the board').waitFor();
  await shoot('home', true);
  await page.goto(boardLink(server, created, 'facilitator'));
  await page.getByLabel('Your name').waitFor();
  await shoot('join');
  await joinBoard({ page }, boardLink(server, created, 'facilitator'), 'Maria Alves', 'Évora');
  const others = [];
  for (const [name, site] of [['Kovács Béla', 'Pécs'], ['Carys Llŷr', 'Swansea']] as const) {
    const other = await visit(chromium.browser);
    await joinBoard(other, boardLink(server, created, 'participant'), name, site);
    others.push(other.page);
  }
  await page.getByRole('radio', { name: 'Columns' }).check({ force: true });
  await page.getByText('The health centre wants to open').first().waitFor();
  await shoot('columns');
  await page.getByRole('radio', { name: 'Canvas' }).check({ force: true });
  await canvasColumn(page, 'partnership/opportunities').waitFor();
  for (const [index, other] of others.entries()) await other.mouse.move(420 + index * 520, 430 + index * 90);
  await shoot('canvas');
  await page.locator('.board-share').click();
  await page.getByRole('dialog').waitFor();
  await shoot('share');
  await page.keyboard.press('Escape');
  await page.goto(`${server.url}/report/${created.board}/${snapshot}#${created.links.viewer}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await shoot('report');
  expect(await page.title()).toContain('Where do we go next?');
});
