import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { boardLink, joinBoard, showView, startApp, visit } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';
import { openStock } from '../support/stock-client.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { until } from '../support/until.ts';

const chromium = sharedBrowser();

/** Every screen of a board with one note and one snapshot, by name. */
async function everyScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const server = await startApp();
  const created = await createTestBoard(server, 'both');
  const { token } = await joinAs(server, created, 'facilitator', 'Ana', 'Évora');
  const writer = openStock(server, `${created.board}/board`, token);
  await writer.synced();
  writeNote(writer.doc, 'A note to look at');
  const reader = openStock(server, `${created.board}/board`, token);
  await until('the note is on the server', () => noteTexts(reader.doc).length === 1);
  const snapshot = (await call(server, `/boards/${created.board}/snapshots`, { body: { title: 'First' }, secret: token })).body;

  await page.goto(server.url);
  await page.locator('form').waitFor();
  await look('home');
  await page.locator('input[name]').or(page.locator('form input[type=text], form input:not([type])')).first().waitFor();
  const fields = page.locator('form .input');
  await fields.nth(0).fill('A board');
  await fields.nth(1).fill('A workshop');
  await page.locator('form button[type=submit]').click();
  await page.locator('.link-card').first().waitFor();
  await look('links');

  await page.goto(boardLink(server, created, 'facilitator'));
  await page.locator('form .input').first().waitFor();
  await look('join');
  await page.locator('form .input').nth(0).fill('Rita');
  await page.locator('form .input').nth(1).fill('Lleida');
  await page.keyboard.press('Enter');
  await page.locator('[data-column]').first().waitFor();
  await look('canvas');
  const views = page.locator('input[name=view]');
  await views.nth(1).check({ force: true });
  await page.getByText('A note to look at').first().waitFor();
  await look('columns');
  await page.locator('.board-people').click();
  await look('people');
  await page.keyboard.press('Escape');
  await page.locator('.board-share').click();
  await page.getByRole('dialog').waitFor();
  await look('share');
  await page.keyboard.press('Escape');
  await page.locator('button:has(.lucide-camera)').click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('link').first().waitFor();
  await look('snapshots');
  await page.goto(`${server.url}/report/${created.board}/${snapshot.id}#${created.links.viewer}`);
  await page.getByText('A note to look at').filter({ visible: true }).first().waitFor();
  await look('report');
  await page.goto(`${server.url}/board/${created.board}#wrong`);
  await page.getByRole('alert').waitFor();
  await look('refusal');
}

const REFUSED_ON_PURPOSE = /status of 403/;

describe.each([
  { language: 'en-GB', dark: false },
  { language: 'en-GB', dark: true },
  { language: 'pt-PT', dark: false },
  { language: 'pt-PT', dark: true },
])('every screen, $language, dark: $dark', (options) => {
  test('axe finds nothing, and promise 6: no request leaves our own server', async () => {
    const visitor = await visit(chromium.browser, { ...options, expectErrors: REFUSED_ON_PURPOSE });
    const found: string[] = [];
    const seen = new Set<string>();
    await everyScreen(visitor.page, async (screen) => {
      seen.add(screen);
      found.push(...(await violations(visitor.page)).map((violation) => `${screen}: ${violation}`));
      const lang = await visitor.page.evaluate(() => document.documentElement.lang);
      expect(lang).toBe(options.language.slice(0, 2));
    });
    expect(found).toEqual([]);
    expect(seen.size).toBe(10);
    const own = new URL(visitor.page.url()).host;
    const outside = visitor.requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:') && new URL(url).host !== own);
    expect(visitor.requests.length).toBeGreaterThan(20);
    expect(outside).toEqual([]);
  });
});

test('a second visit on the same device is the same person; another link of the same board is another role', async () => {
  const server = await startApp();
  const created = await createTestBoard(server, 'global');
  const ana = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, created, 'participant'), 'Ana', 'Évora');
  await ana.page.goto(server.url);
  await ana.page.getByText('Learning city').first().waitFor();
  await ana.page.goto(boardLink(server, created, 'participant'));
  await showView(ana.page, 'Columns');
  expect(await ana.page.getByRole('button', { name: 'Share' }).count()).toBe(0);
  await ana.page.goto(boardLink(server, created, 'facilitator'));
  expect(await ana.page.getByLabel('Your name').inputValue()).toBe('Ana');
});
