import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardLink, startApp, visit } from '../support/app.ts';
import { chooseInMenu, focusedName, hears, joinByKeys, noMouse, tabTo, unseenFocus } from '../support/keyboard.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

test('promise 7: a whole workshop by keyboard alone, for who facilitates and for who takes part', async () => {
  const server = await startApp();
  const { page: fay, context } = await visit(chromium.browser);
  const { page: pat } = await visit(chromium.browser);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await noMouse(fay);
  await noMouse(pat);

  // A board is made.
  await fay.goto(server.url);
  await fay.getByLabel('Title of the board').waitFor();
  await tabTo(fay, /Both approaches|Partnership approach|Global approach|Empty board/);
  for (let i = 0; i < 4 && !(await fay.getByRole('radio', { name: 'Partnership approach' }).isChecked()); i += 1) await fay.keyboard.press('ArrowDown');
  await tabTo(fay, /^Title of the board/);
  await fay.keyboard.type('By keys');
  await tabTo(fay, /^Workshop/);
  await fay.keyboard.type('Spring');
  await tabTo(fay, /^Create the board/);
  await fay.keyboard.press('Enter');
  await until('the focus is on what is told first', async () => (await focusedName(fay)) === 'Your board is ready');

  // Its link is shared, and the board opened.
  await tabTo(fay, /^Copy Participant link/);
  await fay.keyboard.press('Enter');
  await until('it is copied', async () => (await focusedName(fay)).startsWith('Copied'));
  const link = await fay.evaluate(() => navigator.clipboard.readText());
  await tabTo(fay, /^Open the board/, true);
  await fay.keyboard.press('Enter');
  await joinByKeys(fay, 'Fay', 'Swansea');
  await pat.goto(link);
  await joinByKeys(pat, 'Pat', 'Pécs');

  // Both go to the columns; Pat writes a note, edits it, moves it to another column and up in it.
  for (const page of [fay, pat]) {
    await page.locator('[data-column]').first().waitFor();
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 3, name: /Obstacles/ }).waitFor();
  }
  await pat.keyboard.press('n');
  await pat.keyboard.type('Who pays');
  await pat.keyboard.press('Control+Enter');
  await pat.keyboard.press('Escape');
  await fay.getByText('Who pays').waitFor();
  await pat.keyboard.press('k');
  expect(await focusedName(pat)).toBe('Edit: Who pays');
  await pat.keyboard.press('Enter');
  await pat.keyboard.type(' for the bus?');
  await pat.keyboard.press('Escape');
  expect(await focusedName(pat)).toBe('Edit: Who pays for the bus?');
  await fay.keyboard.press('n');
  await fay.keyboard.type('The weather');
  await fay.keyboard.press('Control+Enter');
  await fay.keyboard.press('Escape');
  await pat.getByText('The weather').waitFor();
  await tabTo(pat, /^More: Who pays/);
  await chooseInMenu(pat, 'Obstacles');
  await until('the focus went along', async () => (await focusedName(pat)) === 'More: Who pays for the bus?');
  const inObstacles = (page: Page) => page.getByRole('region', { name: /^Obstacles/ }).locator('.note-text').allTextContents();
  await until('Fay sees it there', async () => (await inObstacles(fay)).join() === 'Who pays for the bus?');
  await tabTo(fay, /^More: The weather/, true);
  await chooseInMenu(fay, 'Obstacles');
  await until('both are there', async () => (await inObstacles(pat)).length === 2);
  await chooseInMenu(pat, 'Move later');
  await until('Pat’s is the second', async () => (await inObstacles(fay)).join() === 'The weather,Who pays for the bus?');
  await pat.keyboard.press('Control+z');
  await until('and the first again', async () => (await inObstacles(fay)).join() === 'Who pays for the bus?,The weather');

  // Fay locks the board: Pat reads that, and reads on.
  await tabTo(fay, /^Lock the board/);
  await fay.keyboard.press('Enter');
  await pat.getByText('The facilitator has locked the board').waitFor();
  await pat.keyboard.press('n');
  expect(await pat.locator('textarea').count()).toBe(0);
  await pat.keyboard.press('k');
  await until('notes can still be reached', async () => /Who pays|The weather/.test(await focusedName(pat)));
  expect(await focusedName(fay)).toBe('Unlock the board');
  await fay.keyboard.press('Enter');
  await pat.getByRole('button', { name: /Add a note/ }).first().waitFor();

  // A snapshot, and its report, read and taken home.
  await tabTo(fay, /^Snapshots and reports/);
  await fay.keyboard.press('Enter');
  await tabTo(fay, /^Save snapshot/);
  await fay.keyboard.press('Enter');
  await fay.getByRole('link', { name: /Open report/ }).waitFor();
  await tabTo(fay, /^Open report/);
  const [report] = await Promise.all([context.waitForEvent('page'), fay.keyboard.press('Enter')]);
  await report.getByRole('heading', { level: 1 }).waitFor();
  expect(await report.getByText('Who pays for the bus?').count()).toBeGreaterThan(0);
  await tabTo(report, /^Download/);
  const [download] = await Promise.all([report.waitForEvent('download'), chooseInMenu(report, /HTML/)]);
  expect(download.suggestedFilename()).toMatch(/\.html$/);
  await fay.bringToFront();
  await fay.keyboard.press('Escape');
  expect(await focusedName(fay)).toBe('Snapshots and reports');
});

test('promise 7: an agenda from its first step to the report by keyboard alone: timer, private writing, reveal, groups, a question, a vote, reactions, comments, an action; the focus is always seen, and what happens is told', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const { page: fay, context } = await visit(chromium.browser);
  const { page: pat } = await visit(chromium.browser);
  for (const page of [fay, pat]) await noMouse(page);
  await fay.goto(boardLink(server, board, 'facilitator'));
  await joinByKeys(fay, 'Fay', 'Swansea');
  await pat.goto(boardLink(server, board, 'participant'));
  await joinByKeys(pat, 'Pat', 'Pécs');
  for (const page of [fay, pat]) {
    await page.locator('[data-column]').first().waitFor();
    await page.keyboard.press('o');
    await page.getByRole('heading', { level: 3, name: /Obstacles/ }).waitFor();
  }

  /** Neither has lost the focus. */
  const seen = async () => {
    for (const page of [fay, pat]) await expect.poll(() => unseenFocus(page), { timeout: 10_000 }).toBe('');
  };
  /** Goes there with Tab and presses Enter. */
  const press = async (page: Page, name: RegExp, back = false) => {
    await tabTo(page, name, back);
    expect(await unseenFocus(page)).toBe('');
    await page.keyboard.press('Enter');
  };
  // On a new page, to what it is about.
  for (const page of [fay, pat]) await press(page, /^Skip to content/);
  const open = async (page: Page, name: RegExp) => {
    await press(page, name);
    await page.getByRole('dialog').waitFor();
  };
  const close = async (page: Page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await seen();
  };
  const next = async (title: string) => {
    await press(fay, new RegExp(`^Next: ${title}`));
    await hears(pat, `New step: ${title}`);
    await seen();
  };
  const write = async (page: Page, text: string) => {
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
    await page.locator('.note-text', { hasText: text }).waitFor();
  };
  const goToNote = async (page: Page, text: string) => {
    for (let i = 0; i < 12 && !(await focusedName(page)).endsWith(text); i += 1) await page.keyboard.press(i < 6 ? 'j' : 'k');
    expect(await focusedName(page)).toContain(text);
    expect(await unseenFocus(page)).toBe('');
  };

  // The agenda begins; in its second step Pat writes privately, while the time runs.
  await tabTo(fay, /^Agenda and timer/, true);
  await fay.keyboard.press('Enter');
  await fay.getByRole('dialog').waitFor();
  await press(fay, /^Start the agenda/);
  await hears(pat, 'New step: Welcome');
  await seen();
  expect(await focusedName(fay)).toBe('Agenda and timer');
  await next('Write for yourself');
  expect(await focusedName(fay)).toBe('Next: Reveal and read');
  await press(fay, /^Start$/, true);
  await hears(fay, 'The timer is running');
  await fay.getByRole('button', { name: 'Pause' }).waitFor();
  expect(await focusedName(fay)).toBe('Pause');
  await press(fay, /^One minute more|^1 min/);
  await hears(fay, 'One minute more');
  await press(fay, /^Pause$/, true);
  await hears(fay, 'The timer is stopped');
  await pat.keyboard.press('n');
  await write(pat, 'Who pays for the bus?');
  await write(pat, 'Buses stop at six');
  await pat.keyboard.press('Escape');
  await seen();
  expect(await pat.getByText('Private', { exact: true }).count()).toBe(2);
  expect(await fay.getByText('Who pays for the bus?').count()).toBe(0);
  await press(pat, /^I’m ready/, true);
  await hears(pat, 'You are ready');
  await fay.getByRole('button', { name: '1 of 1 ready' }).waitFor();
  await open(fay, /^1 of 1 ready/);
  await close(fay);

  // All notes are shown at once.
  await next('Reveal and read');
  await open(fay, /^Show everyone’s notes/);
  expect(await focusedName(fay)).toBe('Show them');
  await fay.keyboard.press('Enter');
  await hears(fay, '2 notes are on the board now.');
  await fay.locator('.note-text', { hasText: 'Who pays for the bus?' }).waitFor();
  await until('nothing is private any more', async () => (await pat.getByText('Private', { exact: true }).count()) === 0);
  await seen();
  await next('Write on the board');
  await pat.keyboard.press('n');
  await write(pat, 'Libraries');
  await pat.keyboard.press('Escape');
  await hears(fay, /new note/);

  // Two of them become a group.
  await next('Put together');
  await fay.keyboard.press('s');
  for (const text of ['Who pays for the bus?', 'Buses stop at six']) {
    await goToNote(fay, text);
    await fay.keyboard.press(' ');
  }
  await fay.getByText('2 selected').waitFor();
  await fay.keyboard.press('Control+g');
  await fay.getByRole('dialog').waitFor();
  await fay.keyboard.type('Buses');
  await fay.keyboard.press('Enter');
  await hears(fay, 'Group “Buses” with 2 notes.');
  await pat.getByRole('button', { name: /^Buses/ }).waitFor();
  await seen();

  // A question to everybody, and its result.
  await tabTo(fay, /^Lead the others/, true);
  await chooseInMenu(fay, 'Ask everyone…');
  await fay.getByRole('dialog').waitFor();
  await tabTo(fay, /^Question/);
  await fay.keyboard.type('Is this clear?');
  await fay.keyboard.press('Enter');
  await hears(pat, 'A question to everybody: Is this clear?');
  await seen();
  await press(pat, /^4/, true);
  await hears(pat, 'You answered: 4');
  await fay.getByText('1 answer', { exact: true }).waitFor();
  await press(fay, /^End and keep the result/);
  await hears(pat, /Result of Is this clear\?:.* 4: 1/);
  expect(await focusedName(pat)).toMatch(/^4/);
  await press(fay, /^Put away/);
  await pat.locator('.poll').waitFor({ state: 'detached' });
  await seen();

  // A vote, to its result.
  await next('Vote');
  await open(fay, /^Start a vote/);
  await fay.keyboard.press('Control+a');
  await fay.keyboard.type('What first?');
  await tabTo(fay, /^Most for one note/);
  await fay.keyboard.press('Control+a');
  await fay.keyboard.type('2');
  await fay.keyboard.press('Enter');
  await hears(pat, 'A vote has begun: What first?');
  await seen();
  await press(pat, /^One more vote for: Libraries/);
  await pat.keyboard.press('Enter');
  await hears(pat, 'Libraries: 2 votes of yours, 1 left.');
  await pat.keyboard.press('Enter');
  await hears(pat, 'No more than 2 votes for each.');
  await fay.getByText('1 person has voted').waitFor();
  await press(fay, /^End and count/, true);
  await hears(pat, 'The vote has ended: What first?');
  await seen();
  expect(await focusedName(pat)).toContain('Libraries');
  await open(pat, /^See the result/);
  await pat.getByText('2 votes · 1 site').waitFor();
  await close(pat);

  // Pat reacts and comments; Fay is told.
  await next('Talk it over');
  await goToNote(pat, 'Libraries');
  await pat.keyboard.press('r');
  await until('the signs are there', async () => (await focusedName(pat)) === 'I agree');
  await pat.keyboard.press('Enter');
  await hears(pat, 'You reacted: I agree.');
  await until('back at the note', async () => (await focusedName(pat)) === 'React: Libraries');
  await pat.keyboard.press('c');
  await tabTo(pat, /^Your comment/);
  await pat.keyboard.type('Ours closes at six.');
  await pat.keyboard.press('Control+Enter');
  await hears(pat, 'Your comment is there.');
  await pat.keyboard.press('Escape');
  await until('back at the note', async () => (await focusedName(pat)) === 'React: Libraries');
  await hears(fay, /comment/);
  await seen();

  // An action, by whom and when.
  await next('Agree on actions');
  await tabTo(fay, /^More: Libraries/);
  await chooseInMenu(fay, 'Action…');
  await press(fay, /^Make it an action/);
  await hears(fay, 'The note is now an action.');
  await seen();
  await tabTo(fay, /^Who sees to it/);
  await fay.keyboard.type('Pat');
  await tabTo(fay, /^By when/);
  await fay.keyboard.type('11112026');
  await fay.keyboard.press('Enter');
  await hears(fay, 'Pat sees to it.');
  await hears(fay, /^By .*11 Nov/);
  await fay.keyboard.press('Escape');
  await pat.getByText(/11 Nov/).first().waitFor();
  await seen();

  // The end, a snapshot and its report.
  await next('Close');
  await press(fay, /^End the agenda/);
  await hears(pat, 'The agenda has ended.');
  await seen();
  await open(fay, /^Snapshots and reports/);
  await press(fay, /^Save snapshot/);
  await fay.getByRole('link', { name: /Open report/ }).waitFor();
  await tabTo(fay, /^Open report/);
  const [report] = await Promise.all([context.waitForEvent('page'), fay.keyboard.press('Enter')]);
  await report.getByRole('heading', { level: 1 }).waitFor();
  for (const text of ['Buses', 'What first?', 'Ours closes at six.', 'Pat']) expect(await report.getByText(text).count()).toBeGreaterThan(0);
});
