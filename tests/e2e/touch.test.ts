import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { boardLink, canvasNote, joinBoard, seesNote, showView, startApp, visit } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

interface Finger {
  from: [number, number];
  to: [number, number];
}

/** Moves fingers over the screen together, as a hand does. */
async function swipe(page: Page, fingers: Finger[]): Promise<void> {
  const touch: CDPSession = await page.context().newCDPSession(page);
  const STEPS = 8;
  const at = (share: number) => fingers.map(({ from, to }, id) => ({ id, x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share }));
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= STEPS; step += 1) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / STEPS) });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await touch.detach();
}

describe.each([
  { width: 390, height: 844 },
  { width: 320, height: 640 },
])('on a phone of $width px, with a thumb', (size) => {
  test('a note is read, written, edited, moved and deleted, the box to write in is always there, and the canvas is moved with one finger and zoomed with two', async () => {
    const server = await startApp();
    const board = await createTestBoard(server, 'both');
    const { page: watcher } = await visit(chromium.browser);
    await joinBoard({ page: watcher }, boardLink(server, board, 'viewer'));
    // tldraw takes touches that the browser has already begun to scroll by, and is told that it cannot.
    const phone = await visit(chromium.browser, { ...size, phone: true, expectErrors: /passive event listener|Ignored attempt to cancel a touchend/ });
    const { page } = phone;
    await joinBoard(phone, boardLink(server, board, 'participant'), 'Ana', 'Évora');
    const box = page.getByLabel('Your note');
    const atTheBottom = async () => {
      const { y, height } = (await box.boundingBox())!;
      expect(y).toBeGreaterThan(size.height / 2);
      expect(y + height).toBeLessThanOrEqual(size.height);
    };
    await atTheBottom();
    await page.getByRole('button', { name: 'Add a note: Obstacles, Partnership approach' }).tap();
    await page.keyboard.type('By thumb');
    await page.getByRole('button', { name: 'Add', exact: true }).tap();
    await seesNote(watcher, 'By thumb');

    await page.getByRole('button', { name: 'Edit: By thumb' }).tap();
    await page.keyboard.type(' alone');
    await page.getByRole('heading', { name: /^Obstacles/ }).first().tap();
    await seesNote(watcher, 'By thumb alone');
    await page.getByRole('button', { name: 'More: By thumb alone' }).tap();
    await page.getByRole('group', { name: /Global approach/ }).getByRole('menuitem', { name: 'Challenges' }).tap();
    await page.locator('[data-list="global/challenges"]').getByText('By thumb alone').waitFor();
    await atTheBottom();
    await page.getByRole('button', { name: 'More: By thumb alone' }).tap();
    await page.getByRole('menuitem', { name: 'Delete' }).tap();
    await page.getByRole('button', { name: 'Undo' }).last().tap();
    await page.locator('[data-list="global/challenges"]').getByText('By thumb alone').waitFor();
    await atTheBottom();

    await page.getByLabel('Under').selectOption('partnership/opportunities');
    await page.getByLabel('Your note').fill('Do not drag me');
    await page.getByRole('button', { name: 'Add', exact: true }).tap();
    await showView(page, 'Canvas');
    const note = canvasNote(page, 'Do not drag me');
    await note.waitFor();
    const place = async () => (await note.boundingBox())!;
    const before = await place();
    const [x, y] = [size.width / 2, size.height / 2];
    await swipe(page, [{ from: [before.x + 20, Math.min(before.y + 20, y)], to: [before.x + 20, Math.min(before.y + 20, y) - 80] }]);
    await until('the view has moved under one finger', async () => (await place()).y < before.y - 40);
    const moved = await place();
    expect(moved.width).toBeCloseTo(before.width, 0);
    await swipe(page, [{ from: [x - 30, y], to: [x - 90, y] }, { from: [x + 30, y], to: [x + 90, y] }]);
    await until('it is nearer by two fingers', async () => (await place()).width > moved.width * 1.5);
    const near = await place();
    await swipe(page, [{ from: [x - 90, y], to: [x - 30, y] }, { from: [x + 90, y], to: [x + 30, y] }]);
    await until('and farther', async () => (await place()).width < near.width * 0.7);

    // A tap takes a note in hand, with all that can be done with it; a tap beside it lets go.
    const bar = page.getByRole('toolbar', { name: 'The selected note' });
    const tap = async () => {
      const { x: left, y: top, width, height } = await place();
      await page.touchscreen.tap(left + width / 2, top + height / 2);
    };
    await page.reload();
    await note.waitFor();
    await tap();
    await bar.waitFor();
    const selected = await place();
    const acts = (await bar.boundingBox())!;
    expect(acts.y + acts.height <= selected.y || acts.y >= selected.y + selected.height).toBe(true);
    await page.touchscreen.tap(size.width - 30, selected.y + selected.height / 2);
    await bar.waitFor({ state: 'detached' });
    const standing = await place();
    await swipe(page, [{ from: [x, y], to: [x, y + 60] }]);
    await until('the view moves again', async () => (await place()).y > standing.y + 30);
    await tap();
    await bar.getByRole('button', { name: 'Edit the text' }).tap();
    await page.keyboard.type('You may tap me. ');
    await page.keyboard.press('Escape');
    await showView(page, 'Columns');
    await page.locator('[data-list="partnership/opportunities"]').getByText(/You may tap me\./).waitFor();
  });
});
