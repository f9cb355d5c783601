import { expect, test } from 'vitest';
import { createGroup, readNotes } from '../../shared/board/index.ts';
import { columnKey } from '../../shared/board/layout.ts';
import { boardLink, fitBoard, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

/* Promise 12, as people meet it. */

const chromium = sharedBrowser();

test('promise 12: groups are voted on in both views, what comes too late is told, and the board is put in the order of the result', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const fay = await visit(chromium.browser);
  const ana = await visit(chromium.browser, { expectErrors: /ERR_INTERNET_DISCONNECTED|WebSocket/ });
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Évora');
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Swansea');
  await showView(fay.page, 'Columns');
  for (const text of ['Trains', 'Buses', 'Libraries']) await writeInColumns(fay.page, 'Opportunities', text);
  const guide = await joinAs(server, board, 'facilitator', 'Guide', 'Pécs');
  const wire = openStock(server, `${board.board}/board`, guide.token);
  await wire.synced();
  await until('the notes are there', () => readNotes(wire.doc).notes.length === 3);
  const idOf = (text: string) => readNotes(wire.doc).notes.find((note) => note.text === text)!.id;
  createGroup(wire.doc, { title: 'Places', approach: 'partnership', column: 'opportunities', notes: [idOf('Libraries')] });
  createGroup(wire.doc, { title: 'Elsewhere', approach: 'partnership', column: 'obstacles', notes: [] });

  const columns = [columnKey('partnership', 'opportunities')];
  const terms = { question: 'Which first?', on: 'groups', columns, votes: 3, most: 3, secret: false, sites: [], facilitators: true };
  await call(server, `/boards/${board.board}/rounds`, { body: terms, secret: guide.token });
  const bar = (page: typeof fay.page) => page.getByRole('region', { name: 'Vote', exact: true });
  // Ana on the canvas, then in Columns: only the group of the column that is asked can be voted on.
  await fitBoard(ana.page);
  const more = ana.page.getByRole('button', { name: 'One more vote for: Places' });
  await more.click();
  await showView(ana.page, 'Columns');
  await more.click();
  expect(await ana.page.getByRole('button', { name: /^One more vote/ }).count()).toBe(1);
  await bar(ana.page).getByText('1 of 3 votes left').waitFor();
  await fay.page.getByRole('img', { name: '2 votes', exact: true }).waitFor();

  // The last vote is cast without a connection, and comes when all is over.
  await ana.context.setOffline(true);
  await more.click();
  await bar(ana.page).getByText('0 of 3 votes left').waitFor();
  await bar(fay.page).getByRole('button', { name: 'End and count' }).click();
  await fay.page.getByText('The vote has ended: Which first?').first().waitFor();
  expect(await fay.page.getByText('You changed your votes after').count()).toBe(0);
  await ana.context.setOffline(false);
  await ana.page.locator('.board-banner').getByText('You changed your votes after the vote “Which first?” had ended. The 2 votes you had cast before it ended were counted, the change was not.').waitFor();
  expect(await violations(ana.page)).toEqual([]);
  await ana.page.locator('.board-banner', { hasText: 'You changed' }).getByRole('button', { name: 'Close' }).click();
  await ana.page.reload();
  await ana.page.getByRole('img', { name: '2 votes', exact: true }).waitFor();
  expect(await ana.page.getByText('You changed your votes').count()).toBe(0);

  // One site's votes alone, then everybody's, and the board in their order.
  await fay.page.getByRole('button', { name: 'Votes' }).click();
  const dialog = fay.page.getByRole('dialog');
  await dialog.getByText('2 votes · 1 site').waitFor();
  await dialog.getByRole('button', { name: 'Put the board in this order' }).click();
  await dialog.getByText(/have moved: most votes first in every column\./).waitFor();
  expect(await violations(fay.page)).toEqual([]);
  await fay.page.keyboard.press('Escape');
  const order = () => ana.page.locator('[data-list="partnership/opportunities"]').innerText();
  await until('Ana has it so, too', async () => (await order()).indexOf('Places') < (await order()).indexOf('Trains'));
});
