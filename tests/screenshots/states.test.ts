import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createNote, NOTE_COLORS, placeInColumn } from '../../shared/board/index.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import { boardLink, fitBoard, joinBoard, showView, startApp, visit } from '../support/app.ts';
import type { VisitorOptions } from '../support/browser.ts';
import { fillBoard } from '../support/sample-workshop.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { call, joinAs } from '../support/workshop.ts';

/* Pictures of the states a board can be in, for docs/screenshots. Not part of `npm test`. */

const chromium = sharedBrowser();
const FOLDER = process.env.SCREENSHOTS ?? join(import.meta.dirname, '../../docs/screenshots');

async function sampleBoard() {
  mkdirSync(FOLDER, { recursive: true });
  const server = await startApp();
  const body = { template: 'both', title: 'Where do we go next?', workshop: 'Autumn meeting of the six sites', language: 'en' };
  const created = (await call<CreatedBoard>(server, '/boards', { body })).body;
  await fillBoard(server, created);
  const come = async (options: VisitorOptions & { role?: 'facilitator' | 'participant' | 'viewer' } = {}) => {
    const { role = 'participant', ...rest } = options;
    const visitor = await visit(chromium.browser, { ...rest, expectErrors: /ERR_/ });
    const who = role === 'viewer' ? [] : ['Maria Alves', 'Évora'];
    await visitor.page.goto(boardLink(server, created, role));
    if (who.length > 0) {
      await visitor.page.locator('form .input').first().fill(who[0]!);
      await visitor.page.locator('form .input').nth(1).fill(who[1]!);
      await visitor.page.locator('form button[type=submit]').click();
    }
    await visitor.page.locator('input[name=view]').first().waitFor({ state: 'attached' });
    return visitor;
  };
  return { server, created, come };
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}

test('a board in use: read-only, searched, a note in detail, offline', async () => {
  const { come } = await sampleBoard();
  const { page: reader } = await come({ role: 'viewer' });
  await showView(reader, 'Canvas');
  await shoot(reader, 'read-only-1440');
  const { page, context } = await come({ role: 'facilitator' });
  await showView(page, 'Canvas');
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await fitBoard(page);
  await shoot(page, 'map-1440');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('calendar');
  await page.locator('.find').getByRole('listbox').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await shoot(page, 'search-1440');
  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.getByRole('complementary', { name: 'Note' }).waitFor();
  await shoot(page, 'note-1440');
  await page.keyboard.press('Escape');
  await context.setOffline(true);
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await showView(page, 'Columns');
  await page.getByRole('button', { name: /^Add a note: Obstacles, Global/ }).click();
  await page.keyboard.type('Written while the line is down');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await page.getByText(/changes? waits?/).first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, 'offline-1440');
  expect(await page.title()).toContain('Where do we go next?');
});

test('thousands of notes, seen as a whole; and none', async () => {
  const { server, created, come } = await sampleBoard();
  const { token } = await joinAs(server, created, 'participant', 'Crowd', 'Iași');
  const crowd = openStock(server, `${created.board}/board`, token);
  await crowd.synced();
  crowd.doc.transact(() => {
    const columns = ['opportunities', 'challenges', 'obstacles'];
    for (let i = 0; i < 900; i += 1) {
      const placement = placeInColumn(crowd.doc, i % 2 ? 'global' : 'partnership', columns[i % 3]!);
      createNote(crowd.doc, { text: 'A thought that somebody had '.repeat(1 + (i % 3)), color: NOTE_COLORS[i % NOTE_COLORS.length]!, author: null, createdAt: i, language: 'en', placement });
    }
  });
  const { page } = await come();
  await showView(page, 'Canvas');
  await fitBoard(page);
  await shoot(page, 'crowded-1440');
  const empty = (await call<CreatedBoard>(server, '/boards', { body: { template: 'partnership', title: 'Empty', workshop: 'Nobody yet', language: 'en' } })).body;
  const { page: first } = await visit(chromium.browser);
  await joinBoard({ page: first }, boardLink(server, empty, 'facilitator'), 'Maria', 'Évora');
  await showView(first, 'Canvas');
  await shoot(first, 'empty-1440');
  await showView(first, 'Columns');
  await shoot(first, 'empty-columns-1440');
  expect(await first.locator('.note').count()).toBe(0);
});

test('groups: open, folded, selected in columns', async () => {
  const { come } = await sampleBoard();
  const { page } = await come({ role: 'facilitator' });
  await showView(page, 'Canvas');
  await shoot(page, 'groups-1440');
  await page.getByRole('button', { name: /^Fold the group/ }).first().click();
  await shoot(page, 'folded-1440');
  for (let i = 0; i < 2; i += 1) await page.getByRole('button', { name: 'Farther' }).click();
  await shoot(page, 'groups-far-1440');
  await showView(page, 'Columns');
  await page.keyboard.press('s');
  await page.getByRole('checkbox').nth(2).check({ force: true });
  await shoot(page, 'select-1440');
  await page.setViewportSize({ width: 390, height: 844 });
  await shoot(page, 'select-390');
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.press('s');
  await shoot(page, 'facilitator-320');
  expect(await page.getByRole('checkbox').count()).toBe(0);
});

test('on a phone, in Portuguese, the canvas', async () => {
  const { come } = await sampleBoard();
  const { page } = await come({ width: 390, height: 844, phone: true, language: 'pt-PT', role: 'facilitator' });
  await shoot(page, 'pt-390');
  await page.locator('input[name=view]').nth(0).check({ force: true });
  await page.locator('[data-column]').first().waitFor();
  await shoot(page, 'pt-canvas-390');
  await page.getByRole('button', { name: 'Mostrar o quadro inteiro' }).click();
  await shoot(page, 'pt-canvas-fit-390');
  const { page: desk } = await come({ width: 1024, height: 768, dark: true, language: 'pt-PT', role: 'facilitator' });
  await desk.locator('input[name=view]').nth(0).check({ force: true });
  await desk.locator('[data-column]').first().waitFor();
  await shoot(desk, 'pt-canvas-1024-dark');
  expect(await desk.evaluate(() => document.documentElement.lang)).toBe('pt');
});
