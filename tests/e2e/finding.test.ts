import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { boardLink, canvasColumn, canvasNote, joinBoard, seesNote, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { violationsInBothThemes } from '../support/axe.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

const FIRST = 'Opportunities, Partnership approach';
const LAST = 'Obstacles, Global approach';

/** A board of both approaches on which Béla, in columns, has written these notes before Ana comes. */
async function boardWith(notes: readonly (readonly [place: string, text: string])[], view: 'Canvas' | 'Columns') {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const { page: bela } = await visit(chromium.browser);
  await joinBoard({ page: bela }, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await showView(bela, 'Columns');
  for (const [place, text] of notes) await writeInColumns(bela, place, text);
  const { page: ana } = await visit(chromium.browser);
  await joinBoard({ page: ana }, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await showView(ana, view);
  const last = notes.at(-1)?.[1];
  if (last) await (view === 'Canvas' ? seesNote(ana, last) : inColumns(ana, last).waitFor());
  return { server, board, ana, bela };
}

const inColumns = (page: Page, text: string) => page.locator('.columns-view .note-slot').filter({ hasText: text });
const results = (page: Page) => page.locator('.find').getByRole('listbox').getByRole('option');
const marked = (page: Page) => page.locator('[data-here]');
const unreadMarks = (page: Page) => page.locator('[data-unread]');
const focusedNote = (page: Page) => page.evaluate(() => document.activeElement?.closest('[data-note]')?.textContent ?? '');
const nextUnread = (page: Page) => page.getByRole('button', { name: /next note you have not seen/ });

/** How many points of the sheet that shows notes from afar have the colour of the mark. */
const paintedMarks = (page: Page) =>
  page.locator('.canvas-far').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) if (data[i] === 0x0f && data[i + 1] === 0x5e && data[i + 2] === 0x5a) count += 1;
    return count;
  });

/** Whether an element lies within what the screen shows below the head of the board. */
async function isOnScreen(page: Page, element: ReturnType<Page['locator']>): Promise<boolean> {
  const box = (await element.boundingBox())!;
  const { width, height } = page.viewportSize()!;
  return box.x >= 0 && box.y >= 50 && box.x + box.width <= width && box.y + box.height <= height;
}

const NOTES = [
  [FIRST, 'Uma ligação à escola'],
  [FIRST, 'Nothing of the kind'],
  ['Challenges, Global approach', 'Iskola és könyvtár'],
  [LAST, 'Escola tancada a l’estiu'],
] as const;

describe('promise 7: the search by keyboard alone', () => {
  test('on the canvas: arrows and Enter lead from note to note, Escape ends on the note', async () => {
    const { ana, bela } = await boardWith(NOTES, 'Canvas');
    await canvasColumn(ana, 'partnership/opportunities').waitFor();
    await ana.keyboard.press('Control+f');
    await ana.keyboard.type('ESCOLA');
    await until('two notes are found', async () => (await results(ana).count()) === 2);
    expect(await results(ana).nth(1).textContent()).toMatch(/Escola tancada.*Béla · Pécs.*Obstacles, Global approach/);
    expect(await marked(ana).count()).toBe(0);

    await ana.keyboard.press('ArrowDown');
    await until('the first is marked', async () => (await marked(ana).count()) === 1 && /ligação/.test((await marked(ana).textContent())!));
    expect(await isOnScreen(ana, marked(ana))).toBe(true);
    await ana.keyboard.press('Enter');
    await until('the second is marked', async () => /tancada/.test((await marked(ana).textContent()) ?? ''));
    await until('it is on the screen', () => isOnScreen(ana, marked(ana)));
    await ana.keyboard.press('Enter');
    await until('round to the first', async () => /ligação/.test((await marked(ana).textContent()) ?? ''));
    await ana.keyboard.press('Shift+F3');
    await until('and back', async () => /tancada/.test((await marked(ana).textContent()) ?? ''));
    await ana.keyboard.press('Escape');
    expect(await ana.getByRole('search').count()).toBe(0);
    await ana.getByRole('toolbar', { name: 'The selected note' }).waitFor();
    // The keyboard is with the note: Delete is meant for it.
    await ana.keyboard.press('Delete');
    await until('it is deleted', async () => (await canvasNote(ana, 'tancada').count()) === 0);
    await until('it is deleted for others', async () => (await inColumns(bela, 'tancada').count()) === 0);
    expect(await inColumns(bela, 'ligação').count()).toBe(1);
  });

  test('far away, the canvas comes near enough to read what was found', async () => {
    const { ana } = await boardWith(NOTES, 'Canvas');
    await ana.keyboard.press('Control+f');
    await ana.keyboard.type('konyvtar');
    await until('it is found', async () => (await results(ana).count()) === 1);
    for (let i = 0; i < 4; i += 1) await ana.getByRole('button', { name: 'Farther' }).click();
    await ana.keyboard.press('F3');
    await until('it can be read', async () => ((await marked(ana).boundingBox())?.width ?? 0) > 120);
    expect(await isOnScreen(ana, marked(ana))).toBe(true);
  });

  test('in columns: the page scrolls to the note, marks it, and Escape leaves the focus on it', async () => {
    const { ana } = await boardWith(NOTES, 'Columns');
    await ana.keyboard.press('/');
    await ana.keyboard.type('pecs escola');
    await until('two notes are found', async () => (await results(ana).count()) === 2);
    await until('the number is spoken', async () => /2 notes found/.test((await ana.getByRole('status').allTextContents()).join(' ')));
    await ana.keyboard.press('ArrowUp');
    await until('the last is marked', async () => /tancada/.test((await marked(ana).textContent()) ?? ''));
    expect(await isOnScreen(ana, marked(ana))).toBe(true);
    // Whoever hears the page is told by the field which result it is.
    expect(await ana.evaluate(() => document.getElementById(document.activeElement?.getAttribute('aria-activedescendant') ?? '')?.textContent)).toMatch(/tancada/);
    await ana.keyboard.press('Escape');
    expect(await ana.getByRole('search').count()).toBe(0);
    expect(await focusedNote(ana)).toMatch(/tancada/);
    await ana.keyboard.press('Tab');
    // Its own buttons come next.
    expect(await ana.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/: Escola tancada/);
  });

  test('Ctrl + F also from within a note that is written in; once more in the field, it is the browser’s own', async () => {
    const { ana } = await boardWith(NOTES, 'Columns');
    await ana.getByRole('button', { name: 'Edit: Nothing of the kind' }).click();
    await ana.keyboard.press('Control+End');
    await ana.keyboard.type(' / u m');
    await ana.keyboard.press('Control+f');
    const field = ana.getByRole('combobox', { name: /Search in notes/ });
    await until('the field has the focus', () => field.evaluate((element) => element === document.activeElement));
    await inColumns(ana, 'Nothing of the kind / u m').waitFor();
    const taken = () =>
      ana.evaluate(
        () =>
          new Promise<boolean>((resolve) => {
            addEventListener('keydown', (event) => event.key === 'f' && resolve(event.defaultPrevented), { once: true });
            document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true }));
          }),
      );
    expect(await taken()).toBe(false);
  });

  test('what others write or delete is found or gone while one looks; the view may be changed in between', async () => {
    const { ana, bela } = await boardWith(NOTES, 'Columns');
    await ana.keyboard.press('Control+f');
    await ana.keyboard.type('escola');
    await until('two notes are found', async () => (await results(ana).count()) === 2);
    await writeInColumns(bela, LAST, 'Escola nova');
    await until('there are three', async () => (await results(ana).count()) === 3);
    await ana.keyboard.press('ArrowDown');
    await ana.keyboard.press('ArrowDown');
    await ana.keyboard.press('ArrowDown');
    await until('the new one is marked', async () => /nova/.test((await marked(ana).textContent()) ?? ''));
    await showView(ana, 'Canvas');
    await until('it is marked there', async () => (await marked(ana).count()) === 1 && /nova/.test((await marked(ana).textContent())!));
    await until('and on the screen', () => isOnScreen(ana, marked(ana)));
    await bela.getByRole('button', { name: 'More: Escola nova' }).click();
    await bela.getByRole('menuitem', { name: 'Delete' }).click();
    await until('two are left', async () => (await results(ana).count()) === 2);
  });

  test('a search is narrowed to an author, a site or one’s own notes', async () => {
    const { server, board, ana } = await boardWith(NOTES, 'Columns');
    await writeInColumns(ana, FIRST, 'Escola de Ana');
    await ana.keyboard.press('Escape');
    await ana.getByRole('radio', { name: 'Columns' }).focus();
    await ana.keyboard.press('m');
    await until('her own note is found', async () => (await results(ana).count()) === 1);
    expect(await results(ana).textContent()).toMatch(/Escola de Ana/);
    await ana.getByRole('button', { name: 'My notes', pressed: true }).press('Enter');
    await ana.getByLabel('By', { exact: true }).selectOption({ label: 'Béla' });
    await until('his four are found', async () => (await results(ana).count()) === 4);
    await ana.getByLabel('From', { exact: true }).selectOption({ label: 'Évora' });
    await ana.getByText('Nothing found.').first().waitFor();
    await ana.getByRole('button', { name: 'Search among all notes' }).click();
    await ana.keyboard.press('Control+f');
    await ana.keyboard.type('evora');
    await until('the site finds her note', async () => (await results(ana).count()) === 1);

    const { page: viewer } = await visit(chromium.browser);
    await joinBoard({ page: viewer }, boardLink(server, board, 'viewer'));
    await showView(viewer, 'Columns');
    await viewer.keyboard.press('Control+f');
    await viewer.keyboard.type('escola');
    await until('a viewer finds all three', async () => (await results(viewer).count()) === 3);
    expect(await viewer.getByRole('button', { name: 'My notes' }).count()).toBe(0);
    await viewer.keyboard.press('ArrowDown');
    await viewer.keyboard.press('Escape');
    expect(await focusedNote(viewer)).toMatch(/ligação/);
  });
});

test('beside the details of a note: where there is no room for both, the one that has the focus is in front', async () => {
  const { server, board } = await boardWith(NOTES, 'Columns');
  const { page } = await visit(chromium.browser, { width: 1100, height: 800 });
  await joinBoard({ page }, boardLink(server, board, 'participant'), 'Carys', 'Swansea');
  await showView(page, 'Columns');
  const field = page.getByRole('combobox', { name: /Search in notes/ });
  const details = page.getByRole('complementary', { name: 'Note' });
  /** Whether the middle of an element is what a pointer meets there. */
  const isInFront = (element: typeof field) =>
    element.evaluate((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      return node.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('iskola');
  await until('the note is found', async () => (await results(page).count()) === 1);
  expect(await isInFront(field)).toBe(true);
  await page.locator('[data-note] [data-part="comments"]').first().click();
  await details.waitFor();
  await until('the details are in front', () => isInFront(details));
  await page.getByRole('radio', { name: 'Columns' }).focus();
  await page.keyboard.press('Control+f');
  await until('the search is in front again', () => isInFront(field));
  await page.setViewportSize({ width: 1440, height: 900 });
  await until('there is room for both', async () => (await isInFront(field)) && (await isInFront(details)));
});

describe('notes one has not seen', () => {
  test('on the first visit none; what comes while one is away is marked until it was on the screen for a moment', async () => {
    const { ana, bela } = await boardWith(NOTES, 'Columns');
    expect(await nextUnread(ana).count()).toBe(0);
    const address = ana.url();
    await until('the visit is kept', () => ana.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('plenary.seen/'))));
    await ana.goto('about:blank');
    await writeInColumns(bela, FIRST, 'Near the top');
    await writeInColumns(bela, LAST, 'Far below');
    await bela.getByRole('button', { name: 'Edit: Iskola' }).click();
    await bela.keyboard.press('Control+End');
    await bela.keyboard.type(', changed');
    await bela.keyboard.press('Escape');
    await ana.goto(address);
    await inColumns(ana, 'Far below').waitFor();
    await until('three are new, or two when the first was seen already', async () => /^[23] new/.test((await nextUnread(ana).getAttribute('aria-label')) ?? ''));
    await inColumns(ana, 'Near the top').scrollIntoViewIfNeeded();
    await until('what was looked at is marked no more', async () => (await inColumns(ana, 'Near the top').locator('[data-unread]').count()) === 0);
    expect(await inColumns(ana, 'Far below').locator('[data-unread]').textContent()).toBe('New');
    expect(await inColumns(ana, 'changed').locator('[data-unread]').count()).toBe(1);
    expect(await inColumns(ana, 'Nothing of the kind').locator('[data-unread]').count()).toBe(0);

    await until('what was seen is kept', () => ana.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(true), 1_300))));
    await ana.reload();
    await inColumns(ana, 'Far below').waitFor();
    await until('two are new after the reload', async () => (await nextUnread(ana).getAttribute('aria-label'))?.startsWith('2 new') === true);
  });

  test('promise 7: the next one by keyboard in columns; it takes the focus and is seen', async () => {
    const { ana, bela } = await boardWith(NOTES, 'Columns');
    await writeInColumns(bela, 'Challenges, Global approach', 'Second');
    await writeInColumns(bela, LAST, 'Third');
    await until('both are new', async () => (await nextUnread(ana).getAttribute('aria-label'))?.startsWith('2 new') === true);
    await ana.keyboard.press('u');
    expect(await focusedNote(ana)).toMatch(/Second/);
    await until('how many are left is spoken', async () =>
      /Challenges, Global approach\. 1 more new note/.test((await ana.getByRole('status').allTextContents()).join(' ')),
    );
    await ana.keyboard.press('u');
    expect(await focusedNote(ana)).toMatch(/Third/);
    expect(await isOnScreen(ana, marked(ana))).toBe(true);
    await until('none is left', async () => (await nextUnread(ana).count()) === 0 && (await unreadMarks(ana).count()) === 0);
    await writeInColumns(ana, FIRST, 'My own is not new to me');
    await until('to the other it is', async () => (await nextUnread(bela).count()) === 1);
    expect(await nextUnread(ana).count()).toBe(0);
  });

  test('on the canvas, too small to read counts as not seen; the button leads there', async () => {
    const { ana, bela } = await boardWith(NOTES, 'Canvas');
    for (let i = 0; i < 3; i += 1) await ana.getByRole('button', { name: 'Farther' }).click();
    expect(await paintedMarks(ana)).toBe(0);
    await writeInColumns(bela, LAST, 'Fresh');
    await until('it is marked', async () => (await paintedMarks(ana)) > 5);
    await ana.waitForTimeout(1_800);
    expect(await nextUnread(ana).getAttribute('aria-label')).toMatch(/^1 new/);
    await nextUnread(ana).click();
    await until('it was led to', async () => /Fresh/.test((await marked(ana).textContent()) ?? ''));
    await until('near enough to read', async () => ((await marked(ana).boundingBox())?.width ?? 0) > 120);
    await until('it is seen', async () => (await unreadMarks(ana).count()) === 0);
    await writeInColumns(bela, LAST, 'Beside it');
    await until('what comes into sight is seen by itself', async () => (await nextUnread(ana).count()) === 0 && (await canvasNote(ana, 'Beside it').count()) === 1);
  });
});

test('axe finds nothing on the open search, light and dark', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const { page: bela } = await visit(chromium.browser);
  await joinBoard({ page: bela }, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await showView(bela, 'Columns');
  await writeInColumns(bela, LAST, 'Escola');
  const { page } = await visit(chromium.browser, { language: 'pt-PT' });
  await page.goto(boardLink(server, board, 'viewer'));
  await page.locator('[data-column]').first().waitFor();
  for (const view of [0, 1]) {
    await page.locator('input[name=view]').nth(view).check({ force: true });
    await (view === 0 ? seesNote(page, 'Escola') : inColumns(page, 'Escola').waitFor());
    await page.keyboard.press('Control+f');
    for (const text of ['', 'pecs escola', 'xyzzy']) {
      await page.getByRole('combobox').first().fill(text);
      await page.waitForTimeout(50);
      expect(await violationsInBothThemes(page)).toEqual([]);
    }
  }
});

test('on a phone the search gives way to the note that was chosen', async () => {
  const { server, board } = await boardWith(NOTES, 'Columns');
  const { page } = await visit(chromium.browser, { width: 390, height: 844, phone: true });
  await joinBoard({ page }, boardLink(server, board, 'participant'), 'Carys', 'Swansea');
  for (const view of ['Columns', 'Canvas'] as const) {
    await showView(page, view);
    await page.getByRole('button', { name: 'Search' }).tap();
    await page.getByRole('combobox', { name: /Search in notes/ }).fill('tancada');
    await results(page).first().tap();
    await until('the list is folded', async () => !(await page.getByRole('listbox').isVisible()));
    await until('the note is in sight', () => isOnScreen(page, marked(page)));
    const panel = (await page.getByRole('search').boundingBox())!;
    expect((await marked(page).boundingBox())!.y).toBeGreaterThan(panel.y + panel.height);
    await page.getByRole('button', { name: 'Close the search' }).tap();
  }
});
