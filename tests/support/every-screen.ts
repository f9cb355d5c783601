import type { Page } from 'playwright-core';
import { boardLink, startApp } from './app.ts';
import { noteTexts, writeNote } from './notes.ts';
import { openStock } from './stock-client.ts';
import { until } from './until.ts';
import { call, createTestBoard, joinAs } from './workshop.ts';

export const SCREENS = 16;

/** The last screen is a link that is refused, which the browser reports. */
export const REFUSED_ON_PURPOSE = /status of 403/;

/**
 * Leads to every screen of a board with one note and one snapshot, in whatever language the page is.
 * @param look called on each, with its name
 */
export async function everyScreen(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
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
  const views = page.locator('input[name=view]');
  await views.first().waitFor({ state: 'attached' });
  await views.nth(0).check({ force: true });
  await page.locator('[data-column]').first().waitFor();
  await look('canvas');
  await views.nth(1).check({ force: true });
  await page.getByText('A note to look at').first().waitFor();
  await look('columns');
  await page.keyboard.press('?');
  await page.locator('.key-map').waitFor();
  await look('keyboard map');
  await page.keyboard.press('Escape');
  await page.locator('button:has(.lucide-settings)').click();
  await page.getByRole('menu').waitFor();
  await look('settings menu');
  await page.locator('[role=menuitem]:has(.lucide-message-square-text)').click();
  await page.locator('.choice').waitFor();
  await look('settings');
  await page.keyboard.press('Escape');
  await page.locator('.board-people').click();
  await look('people');
  await page.keyboard.press('Escape');
  await page.locator('.board-share').click();
  await page.getByRole('dialog').waitFor();
  await look('share');
  await page.keyboard.press('Escape');
  // On a narrow screen it stands in the menu.
  if ((await page.locator('button:has(.lucide-camera)').count()) === 0) await page.locator('button:has(.lucide-settings)').click();
  await page.locator(':is(button, [role=menuitem]):has(.lucide-camera)').click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('link').first().waitFor();
  await look('snapshots');
  await page.keyboard.press('Escape');
  await page.locator('button:has(.lucide-settings)').click();
  await page.locator('[role=menuitem]:has(.lucide-archive)').click();
  await page.locator('.keeping .button').last().click();
  await look('keeping');
  await page.goto(`${server.url}/history/${created.board}`);
  await page.locator('.columns-view [data-note]').first().waitFor();
  await look('history');
  await page.locator('.history-bar button:has(.lucide-git-compare-arrows)').click();
  await page.locator('.history-compare select').first().waitFor();
  await page.locator('.history-empty, .history-change').first().waitFor();
  await look('comparison');
  await page.goto(`${server.url}/report/${created.board}/${snapshot.id}#${created.links.viewer}`);
  await page.getByText('A note to look at').filter({ visible: true }).first().waitFor();
  await look('report');
  await page.goto(`${server.url}/board/${created.board}#wrong`);
  await page.getByRole('alert').waitFor();
  await look('refusal');
}
