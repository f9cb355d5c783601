import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { boardLink, canvasNote, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

async function boardOf(name: string) {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const { page } = await visit(chromium.browser);
  await joinBoard({ page }, boardLink(server, board, 'participant'), name, 'Évora');
  return { server, board, page };
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
const keyboardMap = (page: Page) => page.getByRole('dialog', { name: 'Keyboard' });

describe('shortcuts', () => {
  test('? shows the keyboard map in both views, the menu too, and Escape gives the focus back', async () => {
    const { page } = await boardOf('Ana');
    for (const view of ['Canvas', 'Columns'] as const) {
      await showView(page, view);
      await page.getByRole('button', { name: 'Snapshots and reports' }).focus();
      await page.keyboard.press('?');
      await keyboardMap(page).getByText('Change between Canvas and Columns').waitFor();
      await page.keyboard.press('Escape');
      await keyboardMap(page).waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Snapshots and reports');
    }

    for (const [item, title] of [['Keyboard shortcuts', 'Keyboard'], ['How this board talks to you', 'How this board talks to you']] as const) {
      await page.getByRole('button', { name: 'Settings' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: item }).press('Enter');
      await page.getByRole('dialog', { name: title }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await focused(page)).toBe('Settings');
    }
  });

  test('lead through the columns, from note to note and from column to column', async () => {
    const { page } = await boardOf('Ana');
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await writeInColumns(page, 'Opportunities, Partnership approach', 'first');
    await writeInColumns(page, 'Challenges, Partnership approach', 'second');
    await page.getByRole('button', { name: 'Settings' }).focus();
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('Edit: first');
    await page.keyboard.press('j');
    expect(await focused(page)).toBe('Edit: second');
    await page.keyboard.press('k');
    expect(await focused(page)).toBe('Edit: first');
    await page.keyboard.press('Shift+J');
    expect(await focused(page)).toMatch(/^Challenges/);
    await page.keyboard.press('n');
    await page.keyboard.type('no n is lost: ?');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('listitem').filter({ hasText: 'no n is lost: ?' }).first().waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  test('of a single key can be switched off on this device: then they do nothing, also on the canvas', async () => {
    const { page } = await boardOf('Ana');
    const pressedTool = () => page.getByRole('toolbar', { name: 'Tools' }).locator('> [aria-pressed=true]').getAttribute('aria-label');
    await showView(page, 'Canvas');
    await page.keyboard.press('d');
    expect(await pressedTool()).toMatch(/^Draw/);
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('menuitem', { name: 'How this board talks to you' }).click();
    await page.getByRole('checkbox', { name: 'Shortcuts of a single key' }).uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await showView(page, 'Canvas');
    for (const key of ['d', '?', 'o', 'e', 'n', ',']) await page.keyboard.press(key);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await pressedTool()).toBe('Select');
    expect(await page.getByRole('radio', { name: 'Canvas' }).isChecked()).toBe(true);
    // Those with Ctrl stay.
    await showView(page, 'Columns');
    await writeInColumns(page, 'Opportunities, Partnership approach', 'gone again');
    await showView(page, 'Canvas');
    await canvasNote(page, 'gone again').waitFor();
    await page.keyboard.press('Control+z');
    await canvasNote(page, 'gone again').waitFor({ state: 'detached' });
  });
});
