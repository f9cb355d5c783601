import type { Page } from 'playwright-core';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { boardLink, canvasNote, columnCount, fitBoard, joinBoard, seesNote, showView, startApp, visit, writeInColumns, writeOnCanvas } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

async function anaAndBela() {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const ana = await visit(chromium.browser);
  const bela = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(bela, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  return { server, board, ana: ana.page, bela: bela.page };
}

const slip = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text }).first();

test('a board written by a newer version is shown read-only in both views, with a sentence that says so', async () => {
  const { server, board, ana } = await anaAndBela();
  await showView(ana, 'Columns');
  await writeInColumns(ana, 'Challenges', 'From today');
  const { token } = await joinAs(server, board, 'facilitator', 'Newer', 'Future');
  const newer = openStock(server, `${board.board}/stage`, token);
  await newer.synced();
  newer.doc.getMap('meta').set('schemaVersion', 99);

  await ana.getByText('This board was written with a newer version of Plenary.').waitFor();
  await slip(ana, 'From today').waitFor();
  const writing = () => ana.getByRole('button', { name: /^(Add a note|Edit|More|Undo)/ }).count();
  await until('nothing to write with is left in columns', async () => (await writing()) === 0);
  await showView(ana, 'Canvas');
  await seesNote(ana, 'From today');
  expect(await ana.getByRole('button', { name: /^(Add a note|Note|Draw|Undo)/ }).count()).toBe(0);
  await ana.reload();
  await ana.getByText('This board was written with a newer version of Plenary.').waitFor();
  await seesNote(ana, 'From today');
});

test('promise 5: records of a broken client take nothing else down in either view, and both say how many there are', async () => {
  const { server, board, ana, bela } = await anaAndBela();
  await showView(ana, 'Columns');
  await writeInColumns(ana, 'Challenges', 'Sound');
  const { token } = await joinAs(server, board, 'participant', 'Broken', 'Nowhere');
  const broken = openStock(server, `${board.board}/board`, token);
  await broken.synced();
  broken.doc.transact(() => {
    const notes = broken.doc.getMap('notes');
    const fields: [string, unknown][] = [['author', null], ['createdAt', 1], ['language', 'en']];
    notes.set('number', 42);
    notes.set('words', 'no record at all');
    notes.set('color', new Y.Map<unknown>([['text', new Y.Text('x')], ['color', 'infrared'], ...fields]));
    notes.set('list', new Y.Array());
    notes.set('void', new Y.Map<unknown>([['text', new Y.Text('nowhere to be')], ['color', 'sun'], ...fields]));
    for (const key of ['number', 'words', 'color', 'list']) {
      broken.doc.getArray('placements/1').push([{ key, val: { approach: 'partnership', column: 'challenges', order: 'a0' }, turn: 1 }]);
    }
    broken.doc.getArray('placements/1').push([null, 3, 'x', { key: 'void', val: { x: 'left', y: Number.MAX_VALUE }, turn: 1 }, { key: 'ghost', val: { x: 1, y: 1 }, turn: -1 }]);
    broken.doc.getMap('placements/2').set('not', 'a list');
  });
  for (const page of [ana, bela]) await page.getByText('5 notes cannot be read by this version of Plenary.').waitFor();
  await writeInColumns(ana, 'Challenges', 'Still writing');
  await seesNote(bela, 'Still writing');
  await writeOnCanvas(bela, 'partnership/opportunities', 'Still drawing');
  await slip(ana, 'Still drawing').waitFor();
  for (const page of [ana, bela]) await page.reload();
  await slip(ana, 'Sound').waitFor();
  await seesNote(bela, 'Sound');
});

test('in columns, who types in a note that another deletes is told, and one click puts it back with all that was typed', async () => {
  const { ana, bela } = await anaAndBela();
  await showView(ana, 'Columns');
  await writeInColumns(ana, 'Challenges', 'Contested');
  await seesNote(bela, 'Contested');
  await fitBoard(bela);
  await ana.getByRole('button', { name: 'Edit: Contested' }).click();
  await ana.getByLabel(/Text of the note/).waitFor();
  await ana.keyboard.type(' and');
  await seesNote(bela, 'Contested and');
  await canvasNote(bela, 'Contested').click();
  await bela.keyboard.press('Delete');
  await ana.getByText('Someone deleted the note you were writing in').first().waitFor();
  // What is typed on is no answer.
  await ana.keyboard.type(' so on');
  await ana.getByRole('button', { name: 'Put it back' }).click();
  await seesNote(bela, 'Contested and');
  await ana.getByLabel(/Text of the note/).waitFor();
  await ana.keyboard.type(' again');
  await seesNote(bela, 'Contested and again');
});

test('promise 3: undo and redo go back and forth across both views, and leave what another did to the same note', async () => {
  const { ana, bela } = await anaAndBela();
  await showView(ana, 'Columns');
  await writeInColumns(ana, 'Challenges', 'Shared');
  await ana.getByRole('button', { name: 'More: Shared' }).click();
  await ana.getByRole('menuitemradio', { name: 'Blue' }).click();
  await showView(ana, 'Canvas');
  await fitBoard(ana);
  await canvasNote(ana, 'Shared').click();
  await ana.getByRole('toolbar', { name: 'The selected note' }).getByRole('button', { name: 'Move to a column' }).click();
  await ana.getByRole('menuitem', { name: 'Obstacles' }).click();
  const count = (column: string) => columnCount(bela, `partnership/${column}`);
  await until('it has moved', async () => (await count('obstacles')) === '1');
  await fitBoard(bela);
  await canvasNote(bela, 'Shared').dblclick();
  await bela.keyboard.type(' by Béla');
  await bela.keyboard.press('Escape');
  await seesNote(ana, 'Shared by Béla');

  await showView(ana, 'Columns');
  await ana.getByRole('button', { name: 'Undo' }).click();
  await until('the move of the canvas is undone in columns', async () => (await count('challenges')) === '1');
  await showView(ana, 'Canvas');
  const color = () => canvasNote(bela, 'Shared').evaluate((note) => note.style.background);
  expect(await color()).toContain('sky');
  await ana.getByRole('button', { name: 'Undo' }).click();
  await until('the colour of the columns is undone on the canvas', async () => (await color()).includes('sun'));
  await seesNote(bela, 'Shared by Béla');
  await showView(ana, 'Columns');
  await ana.getByRole('button', { name: 'Redo' }).click();
  await ana.getByRole('button', { name: 'Redo' }).click();
  await until('both are there again', async () => (await count('obstacles')) === '1' && (await color()).includes('sky'));
  await seesNote(bela, 'Shared by Béla');
});
