import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readStage } from '../../shared/stage/document.ts';
import * as edit from '../../shared/stage/edit-structure.ts';
import { boardLink, canvasColumn, canvasNote, dragNote, fitBoard, joinBoard, seesNote, showView, startApp, visit, writeInColumns, writeOnCanvas } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { chooseInMenu, tabTo } from '../support/keyboard.ts';
import { kindOf, openRaw, say } from '../support/raw-client.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** A board of one approach with a facilitator and a participant, each in a browser of their own. */
async function workshop(template = 'partnership') {
  const server = await startApp();
  const board = await createTestBoard(server, template);
  const fay = await visit(chromium.browser);
  const pat = await visit(chromium.browser);
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Évora');
  await joinBoard(pat, boardLink(server, board, 'participant'), 'Pat', 'Pécs');
  await canvasColumn(pat.page, `${template === 'empty' ? 'own' : 'partnership'}/obstacles`).waitFor();
  return { server, board, fay: fay.page, pat: pat.page };
}

const choose = async (page: Page, menu: string | RegExp, item: string) => {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

describe('a facilitator changes the structure while others work', () => {
  test('on the canvas by mouse: adds, renames and removes; a removed column’s note is set aside and comes back with it', async () => {
    const { fay, pat } = await workshop();
    await choose(fay, /^Change the approach/, 'Add a column…');
    await fay.getByLabel('Name of the column').fill('Wishes');
    await fay.getByLabel('Prompts').fill('What would you try?\nWith whom?');
    await fay.getByRole('button', { name: 'Add the column' }).click();
    const wishes = pat.locator('.canvas-column', { has: pat.getByRole('heading', { name: 'Wishes' }) });
    await wishes.getByText('With whom?').waitFor();
    await fitBoard(pat);
    await fitBoard(fay);
    await writeOnCanvas(pat, (await wishes.getAttribute('data-column'))!, 'A garden');

    await choose(fay, /^Change the column: Wishes/, 'Name, sign and prompts…');
    await fay.getByLabel('Name of the column').fill('Dreams');
    await fay.getByRole('button', { name: 'Save' }).click();
    await pat.getByRole('heading', { name: 'Dreams' }).waitFor();

    await choose(fay, /^Change the column: Dreams/, 'Remove the column…');
    await fay.getByText('1 note is in it.').waitFor();
    await fay.getByRole('button', { name: 'Remove “Dreams”' }).click();
    await pat.getByText('Set aside: 1 note').waitFor({ state: 'attached' });
    expect(await pat.getByRole('heading', { name: 'Dreams' }).count()).toBe(0);
    await fitBoard(pat);
    await seesNote(pat, 'A garden');
    const back = fay.getByRole('button', { name: 'Put back' });
    await until('the way back has the focus', () => back.evaluate((button) => button === document.activeElement));
    await fay.keyboard.press('Enter');
    await pat.getByRole('heading', { name: 'Dreams' }).waitFor();
    await until('the note is in its column again', async () => (await pat.getByText('Set aside').count()) === 0);
    expect(await back.count()).toBe(0);
  });

  test('a removal saves a snapshot first, in which every note stands', async () => {
    const { server, board, fay, pat } = await workshop();
    await writeOnCanvas(pat, 'partnership/obstacles', 'Keep me');
    await seesNote(fay, 'Keep me');
    await choose(fay, /^Change the column: Obstacles/, 'Remove the column…');
    await fay.getByRole('button', { name: 'Remove “Obstacles”' }).click();
    await pat.getByText('Set aside: 1 note').waitFor({ state: 'attached' });
    const { token } = await joinAs(server, board, 'facilitator');
    const snapshots = (await call(server, `/boards/${board.board}/snapshots`, { secret: token })).body;
    expect(snapshots).toMatchObject([{ cause: 'removal', title: 'Obstacles', notes: 1 }]);
  });

  test('promise 7: in Columns view by keyboard alone', async () => {
    const { fay, pat } = await workshop('empty');
    await showView(fay, 'Columns');
    await showView(pat, 'Columns');
    await writeInColumns(pat, 'Challenges', 'Stays');
    await fay.locator('#content').focus();

    // The question the board came with, and its title.
    await tabTo(fay, /^Change the approach: Our approach/);
    await chooseInMenu(fay, 'Name and question…');
    await until('the title can be typed', () => fay.getByLabel('Name of the approach').evaluate((field) => field.isConnected));
    await fay.getByLabel('Its question').focus();
    await fay.keyboard.press('Control+a');
    await fay.keyboard.type('Who is missing here?');
    await fay.keyboard.press('Tab');
    await tabTo(fay, /^Save$/);
    await fay.keyboard.press('Enter');
    await pat.getByText('Who is missing here?').waitFor();
    await until('the focus is back at the heading', async () =>
      (await fay.evaluate(() => document.activeElement?.getAttribute('aria-label')))?.startsWith('Change the approach') === true);

    // A column moves, and is removed; its note can be moved on by menu.
    await tabTo(fay, /^Change the column: Challenges/);
    await chooseInMenu(fay, 'Move earlier');
    await until('Challenges come first', async () => (await pat.getByRole('heading', { level: 3 }).first().textContent())?.includes('Challenges') === true);
    await fay.getByRole('button', { name: /^Change the column: Challenges/ }).focus();
    await chooseInMenu(fay, 'Remove the column…');
    await fay.getByText('1 note is in it.').waitFor();
    await tabTo(fay, /^Remove “Challenges”/);
    await fay.keyboard.press('Enter');
    await pat.getByRole('heading', { name: 'Set aside' }).waitFor();
    await pat.getByRole('button', { name: 'More: Stays' }).click();
    await pat.getByRole('menuitem', { name: 'Obstacles' }).click();
    await until('nothing is set aside', async () => (await pat.getByRole('heading', { name: 'Set aside' }).count()) === 0);

    // A further approach from a template, by the menu of the board; another facilitator's later decision puts the column back.
    await fay.getByRole('button', { name: 'Change the board' }).focus();
    await chooseInMenu(fay, 'All approaches and columns…');
    await tabTo(fay, /^Add an approach/);
    await fay.keyboard.press('Enter');
    await fay.getByRole('radio', { name: 'Global approach' }).focus();
    await fay.keyboard.press('Space');
    await tabTo(fay, /^Add the approach$/);
    await fay.keyboard.press('Enter');
    await pat.getByRole('heading', { name: 'Global approach' }).waitFor();
    await tabTo(fay, /^Put back/);
    await fay.keyboard.press('Enter');
    await pat.getByRole('heading', { level: 3, name: 'Challenges' }).first().waitFor();
    await fay.keyboard.press('Escape');
  });

  test('whoever was writing for a column that is removed goes on writing, and loses no word', async () => {
    const { fay, pat } = await workshop();
    await showView(pat, 'Columns');
    await pat.getByRole('button', { name: 'Add a note: Obstacles' }).click();
    await pat.keyboard.type('Half a sent');
    await choose(fay, /^Change the column: Obstacles/, 'Remove the column…');
    await fay.getByText('There are no notes in it.').waitFor();
    await fay.getByRole('button', { name: 'Remove “Obstacles”' }).click();
    await pat.getByText('You were writing this for a column').waitFor();
    await pat.keyboard.type('ence');
    await pat.keyboard.press('Control+Enter');
    await fay.getByText('Set aside: 1 note').waitFor({ state: 'attached' });
    await fitBoard(fay);
    await seesNote(fay, 'Half a sentence');
    expect(await pat.getByText('You were writing this for a column').count()).toBe(0);

    // The one box of a phone does not turn to another column in silence.
    await pat.setViewportSize({ width: 390, height: 844 });
    await pat.getByLabel('Under').selectOption('partnership/challenges');
    await pat.getByLabel('Your note').fill('Not lost');
    await choose(fay, /^Change the column: Challenges/, 'Remove the column…');
    await fay.getByText('There are no notes in it.').waitFor();
    await fay.getByRole('button', { name: 'Remove “Challenges”' }).click();
    const lost = pat.locator('.columns-write-lost');
    await lost.getByText('The column this was for has been removed. Your note now goes to: Opportunities').waitFor();
    expect(await pat.getByLabel('Your note').inputValue()).toBe('Not lost');
    await pat.getByLabel('Under').selectOption('partnership/opportunities');
    expect(await lost.count()).toBe(0);
  });

  test('renames the board; everybody’s page and tab say so', async () => {
    const { fay, pat } = await workshop();
    await choose(fay, 'Change the board', 'Rename the board…');
    await fay.getByLabel('Title of the board').fill('The second evening');
    await fay.getByRole('button', { name: 'Save' }).click();
    await pat.getByRole('heading', { level: 1, name: 'The second evening' }).waitFor();
    await until('the tab is named anew', async () => (await pat.title()).startsWith('The second evening'));
    expect(await fay.title()).toBe(await pat.title());
  });

  test('removes the last approach, and begins anew from what stands in its place, in both views', async () => {
    const { fay, pat } = await workshop();
    await choose(fay, /^Change the approach/, 'Remove the approach…');
    await fay.getByRole('button', { name: 'Remove “Partnership approach”' }).click();
    await pat.getByText('There is no approach on this board at the moment').waitFor();
    await pat.getByRole('radio', { name: 'Columns' }).check({ force: true });
    await pat.getByText('There is no approach on this board at the moment').waitFor();
    await fay.getByRole('button', { name: 'Add an approach…' }).click();
    await fay.getByLabel('Name of the approach').fill('From here');
    await fay.getByRole('button', { name: 'Add the approach' }).click();
    await pat.getByRole('heading', { level: 2, name: 'From here' }).waitFor();
    expect(await pat.getByText('There is no approach on this board').count()).toBe(0);
  });

  test('the dialogs and menus hide nothing from axe', async () => {
    const { fay } = await workshop();
    const found: string[] = [];
    for (const [menu, item] of [
      [/^Change the approach/, 'Add an approach…'],
      [/^Change the column: Obstacles/, 'Name, sign and prompts…'],
      [/^Change the column: Obstacles/, 'Remove the column…'],
      ['Change the board', 'All approaches and columns…'],
    ] as const) {
      await choose(fay, menu, item);
      await fay.getByRole('dialog').waitFor();
      found.push(...(await violations(fay)).map((violation) => `${item}: ${violation}`));
      await fay.keyboard.press('Escape');
      await fay.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(found).toEqual([]);
  });
});

test('promise 4: a participant and a viewer find nothing to change the structure with, and the server refuses them', async () => {
  const { server, board, pat } = await workshop();
  expect(await pat.getByRole('button', { name: /^Change the/ }).count()).toBe(0);
  await showView(pat, 'Columns');
  expect(await pat.getByRole('button', { name: /^Change the/ }).count()).toBe(0);
  const { token } = await joinAs(server, board, 'participant', 'Mallory', 'Nowhere');
  const { doc } = openStock(server, `${board.board}/stage`, token);
  await until('the hostile program has read the stage', () => readStage(doc).approaches.length === 1);
  const hostile = await openRaw(server, `/sync/${board.board}/stage?token=${token}`);
  doc.once('update', (update: Uint8Array) => hostile.ws.send(say.update(update)));
  edit.removeApproach(doc, 'partnership');
  await until('it is refused', () => hostile.heard.some((message) => kindOf(message) === 'auth'));
  const { token: reader } = await joinAs(server, board, 'viewer');
  const honest = openStock(server, `${board.board}/stage`, reader);
  await honest.synced();
  expect(readStage(honest.doc).approaches.map(({ id }) => id)).toEqual(['partnership']);
});

test('the title bar counts, and a double click on it or its button zooms to the approach, for a viewer too', async () => {
  const { server, board, pat } = await workshop('both');
  await writeOnCanvas(pat, 'partnership/obstacles', 'One');
  await writeOnCanvas(pat, 'partnership/challenges', 'Two');
  const { page } = await visit(chromium.browser);
  await joinBoard({ page }, boardLink(server, board, 'viewer'));
  const region = page.getByRole('region', { name: 'Partnership approach' });
  const counts = region.getByRole('list', { name: 'Notes of this approach' });
  await until('the notes are counted', async () => (await counts.textContent())?.startsWith('2 notes') === true);
  expect(await counts.getByRole('listitem').allTextContents()).toEqual(['2 notes', 'Opportunities: 00 notes', 'Challenges: 11 note', 'Obstacles: 11 note']);

  const width = async () => (await page.locator('.canvas-approach').nth(1).boundingBox())!.width;
  await fitBoard(page);
  const small = await width();
  const title = (await page.getByRole('heading', { name: 'Global approach' }).boundingBox())!;
  await page.mouse.dblclick(title.x + title.width / 2, title.y + title.height / 2);
  await until('the approach fills the view', async () => (await width()) > small * 1.4);
  await fitBoard(page);
  await page.getByRole('button', { name: 'Zoom to this approach: Global approach' }).press('Enter');
  await until('the approach fills the view', async () => (await width()) > small * 1.4);
  expect(await page.locator('.canvas-note textarea').count()).toBe(0);
});

test('while a note is dragged, the column it would fall into and its place there are shown', async () => {
  const { pat } = await workshop();
  await writeOnCanvas(pat, 'partnership/obstacles', 'First');
  await writeOnCanvas(pat, 'partnership/opportunities', 'Dragged');
  await fitBoard(pat);
  expect(await pat.getByTestId('drop-column').count()).toBe(0);
  const first = (await canvasNote(pat, 'First').boundingBox())!;
  await dragNote(pat, canvasNote(pat, 'Dragged'), canvasNote(pat, 'First'), false);
  await pat.getByTestId('drop-column').waitFor();
  expect(await pat.getByTestId('drop-column').getAttribute('data-drop')).toBe('partnership/obstacles');
  expect(await pat.getByTestId('drop-column').textContent()).toBe('Goes to: Obstacles');
  const slot = (await pat.getByTestId('drop-slot').boundingBox())!;
  expect(Math.abs(slot.x - first.x)).toBeLessThan(2);
  expect(Math.abs(slot.y - first.y)).toBeLessThan(2);
  await pat.mouse.up();
  await until('the mark is gone', async () => (await pat.getByTestId('drop-column').count()) === 0);
  await until('it lies where the mark was, and the other behind it', async () => {
    const [dragged, other] = [(await canvasNote(pat, 'Dragged').boundingBox())!, (await canvasNote(pat, 'First').boundingBox())!];
    return Math.abs(dragged.x - slot.x) < 2 && Math.abs(dragged.y - slot.y) < 2 && other.x > dragged.x && Math.abs(dragged.y - other.y) < 2;
  });
});
