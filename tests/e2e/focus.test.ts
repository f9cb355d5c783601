import { expect, test } from 'vitest';
import { createNote, deleteNotes, placeInColumn, placeNote, readNotes, recolorNotes, restoreNote } from '../../shared/board/index.ts';
import { setLocked } from '../../shared/stage/document.ts';
import { boardLink, joinBoard, showView, startApp, visit } from '../support/app.ts';
import { focusedName } from '../support/keyboard.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** Ana in the columns, before notes a, b, c under opportunities, and the document by which Béla changes them. */
async function anaAndOthers() {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const { token } = await joinAs(server, board, 'participant', 'Béla', 'Pécs');
  const bela = openStock(server, `${board.board}/board`, token);
  await bela.synced();
  const { doc } = bela;
  const facilitator = await joinAs(server, board, 'facilitator', 'Fay', 'Swansea');
  const stage = openStock(server, `${board.board}/stage`, facilitator.token);
  await stage.synced();
  const write = (text: string, index?: number, column = 'opportunities') =>
    createNote(doc, { text, color: 'sun', author: null, createdAt: 0, language: 'en', placement: placeInColumn(doc, 'partnership', column, index) });
  const [a, b, c] = [write('a'), write('b'), write('c')] as [string, string, string];
  const { page } = await visit(chromium.browser);
  await joinBoard({ page }, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await showView(page, 'Columns');
  await page.getByText('c', { exact: true }).waitFor();
  const order = () => page.locator('[data-list="partnership/opportunities"] .note').evaluateAll((notes) => notes.map((note) => note.querySelector('textarea')?.value ?? note.querySelector('.note-text')!.textContent));
  const shows = (what: string, texts: string[]) => until(what, async () => (await order()).join() === texts.join());
  /** Locks the board or unlocks it, as a facilitator does, and waits until Ana sees it. */
  const lock = async (locked: boolean) => {
    setLocked(stage.doc, locked);
    await page.getByText('The facilitator has locked the board').waitFor({ state: locked ? 'visible' : 'detached' });
  };
  return { doc, page, write, a, b, c, shows, lock };
}

test('the focus stays with its note while others put notes around it, move them, and move the note itself', async () => {
  const { doc, page, write, a, b, c, shows } = await anaAndOthers();
  await page.getByRole('button', { name: 'More: b' }).focus();
  const stays = async (what: string, texts: string[]) => {
    await shows(what, texts);
    expect([what, await focusedName(page)]).toEqual([what, 'More: b']);
  };
  write('first', 0);
  await stays('one was put before it', ['first', 'a', 'b', 'c']);
  placeNote(doc, a, placeInColumn(doc, 'partnership', 'opportunities', 4, a));
  await stays('one was moved behind it', ['first', 'b', 'c', 'a']);
  deleteNotes(doc, [c]);
  await stays('the next one was deleted', ['first', 'b', 'a']);
  restoreNote(doc, c, placeInColumn(doc, 'partnership', 'opportunities', 0));
  await stays('it came back elsewhere', ['c', 'first', 'b', 'a']);
  recolorNotes(doc, [b], 'rose');
  placeNote(doc, b, placeInColumn(doc, 'partnership', 'opportunities', 0, b));
  await stays('the note itself was moved up', ['b', 'c', 'first', 'a']);
  placeNote(doc, b, placeInColumn(doc, 'partnership', 'obstacles'));
  await stays('the note itself was moved to another column', ['c', 'first', 'a']);
});

test('who presses undo until nothing is left keeps the focus on it; where the note that has it is deleted, it goes to the neighbour, and from the last to the column', async () => {
  const { doc, page, a, b, c, shows } = await anaAndOthers();
  await page.keyboard.press('n');
  await page.keyboard.type('mine');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('mine', { exact: true }).waitFor({ state: 'detached' });
  expect(await focusedName(page)).toBe('Undo');
  expect(await page.getByRole('button', { name: 'Undo', exact: true }).getAttribute('aria-disabled')).toBe('true');

  await page.getByRole('button', { name: 'Edit: b' }).focus();
  deleteNotes(doc, [b]);
  await shows('b is gone', ['a', 'c']);
  expect(await focusedName(page)).toBe('Edit: c');
  deleteNotes(doc, [c]);
  await shows('c is gone', ['a']);
  expect(await focusedName(page)).toBe('Edit: a');
  deleteNotes(doc, [a]);
  await shows('a is gone', []);
  expect(await focusedName(page)).toBe('Add a note: Opportunities');
});

test('who writes in a note keeps the caret when others move it, and in an open menu nothing is lost either', async () => {
  const { doc, page, b, c, shows } = await anaAndOthers();
  await page.getByRole('button', { name: 'Edit: b' }).click();
  await page.keyboard.type('efore');
  await page.keyboard.press('Home');
  placeNote(doc, b, placeInColumn(doc, 'partnership', 'opportunities', 0, b));
  await shows('it is the first', ['before', 'a', 'c']);
  await page.keyboard.type('Long ');
  await shows('the words came where the caret was', ['Long before', 'a', 'c']);
  placeNote(doc, b, placeInColumn(doc, 'partnership', 'challenges'));
  await shows('it is in another column', ['a', 'c']);
  await page.keyboard.type('and ');
  await until('the caret went along', () => readNotes(doc).notes.some((note) => note.text === 'Long and before'));
  await page.keyboard.press('Escape');
  expect(await focusedName(page)).toBe('Edit: Long and before');

  await page.getByRole('button', { name: 'More: c' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).waitFor();
  deleteNotes(doc, [c]);
  await shows('c is gone', ['a']);
  await until('the focus is with the neighbour', async () => (await focusedName(page)) === 'More: a');
});

test('when the board is locked and unlocked, the focus stays where one was, and what was being written comes back', async () => {
  const { page, lock } = await anaAndOthers();
  for (const button of ['React: b', 'More: b']) {
    await page.getByRole('button', { name: button }).focus();
    await lock(true);
    expect(await focusedName(page)).toMatch(/^b/);
    await lock(false);
    expect(await focusedName(page)).toMatch(/^b/);
  }
  // Nor does a note that one was writing in take the focus back.
  await page.getByRole('button', { name: 'Edit: a' }).click();
  await lock(true);
  await page.keyboard.press('j');
  await lock(false);
  expect(await focusedName(page)).toMatch(/^b/);
  await page.keyboard.press('j');
  expect(await focusedName(page)).toBe('Edit: c');
  await page.keyboard.press('n');
  await page.keyboard.type('Half a sen');
  await lock(true);
  expect(await focusedName(page)).toMatch(/^Opportunities/);
  await lock(false);
  expect(await page.getByLabel('New note: Opportunities').inputValue()).toBe('Half a sen');
});
