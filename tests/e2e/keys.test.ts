import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { boardLink, canvasNote, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { chooseInOpenMenu } from '../support/keyboard.ts';
import { until } from '../support/until.ts';
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

  test('move notes where a pointer would drag them: earlier, later, and out of the columns, in both views', async () => {
    const { page } = await boardOf('Ana');
    const texts = () => page.locator('[data-list="partnership/opportunities"] [data-note] .note-text').allInnerTexts();
    await showView(page, 'Columns');
    for (const text of ['first', 'second', 'third']) await writeInColumns(page, 'Opportunities, Partnership approach', text);
    await page.getByRole('button', { name: 'Edit: third' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await until('it is second', async () => (await texts()).join(' ') === 'first third second');
    expect(await focused(page)).toBe('Edit: third');
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowDown');
    await until('it is second again', async () => (await texts()).join(' ') === 'first third second');

    await showView(page, 'Canvas');
    await canvasNote(page, 'first').click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByText('Moved. Now 3 of 3.').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Move to a column' }).focus();
    await page.keyboard.press('Enter');
    await chooseInOpenMenu(page, 'Outside the columns');
    await page.getByText(/1 note moved out of the columns/).waitFor({ state: 'attached' });

    // Written in on the canvas, with the history of the board and not that of the browser.
    await canvasNote(page, 'second').click();
    await page.keyboard.press('Enter');
    await page.keyboard.type(' thoughts');
    await page.keyboard.press('Control+z');
    await page.getByText('Undone.').waitFor({ state: 'attached' });
    await canvasNote(page, 'second').getByRole('textbox').waitFor();
    await page.keyboard.press('Control+y');
    await page.getByText('Done again.').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');

    await showView(page, 'Columns');
    expect(await texts()).toEqual(['third', 'second thoughts']);
    await page.locator('[data-list=free]').getByText('first').waitFor();
    await page.getByRole('button', { name: 'More: third' }).focus();
    await page.keyboard.press('Enter');
    await chooseInOpenMenu(page, 'Outside the columns');
    await page.locator('[data-list=free]').getByText('third').waitFor();
    expect(await texts()).toEqual(['second thoughts']);
  });

  test('write notes outside the columns and put them in order there, without the canvas', async () => {
    const { page } = await boardOf('Ana');
    await showView(page, 'Columns');
    for (const text of ['first', 'second', 'third']) await writeInColumns(page, 'outside the columns', text);
    await page.keyboard.press('s');
    await page.locator('[data-list=free]').getByRole('checkbox', { name: /^Select all/ }).press('Space');
    for (const way of ['Tidy into a grid', 'Align left', 'Equal gaps top to bottom']) {
      await page.getByRole('button', { name: 'Arrange', exact: true }).press('Enter');
      await chooseInOpenMenu(page, way);
      await page.getByText(way === 'Tidy into a grid' ? '3 notes tidied.' : `Arranged: ${way}.`).waitFor({ state: 'attached' });
    }

    await showView(page, 'Canvas');
    const corners = async () => {
      const boxes = await Promise.all(['first', 'second', 'third'].map((text) => canvasNote(page, text).boundingBox()));
      return boxes.map((box) => ({ x: Math.round(box!.x), y: Math.round(box!.y) })).sort((a, b) => a.y - b.y);
    };
    await page.getByRole('button', { name: 'Show the whole board' }).click();
    await until('they stand in one line, one below the other', async () => {
      const [top, middle, bottom] = await corners();
      return top!.x === bottom!.x && top!.x === middle!.x && bottom!.y > top!.y && Math.abs(top!.y + bottom!.y - 2 * middle!.y) <= 2;
    });
    // Each way was one step, and is taken back as one, from either view.
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await until('they stand in the grid', async () => new Set((await corners()).map(({ x }) => x)).size === 2);
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
