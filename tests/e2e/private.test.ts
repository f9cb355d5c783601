import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boardLink, canvasNote, fitBoard, joinBoard, seesNote, showView, startApp, visit, writeInColumns, writeOnCanvas } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { lead } from '../support/private-step.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

/* Promise 11, as people meet it. */

const chromium = sharedBrowser();

test('promise 11: what Ana writes privately she sees in both views, and nobody else before it is shown; what she wrote offline comes late', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const fay = await visit(chromium.browser);
  const ana = await visit(chromium.browser, { expectErrors: /ERR_INTERNET_DISCONNECTED|WebSocket/ });
  const vic = await visit(chromium.browser);
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Évora');
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Swansea');
  await joinBoard(vic, boardLink(server, board, 'viewer'));
  const database = { url: server.url, database: join(server.dataDir, 'plenary.db') };
  const leader = await lead(database, board, await joinAs(server, board, 'facilitator', 'Guide', 'Évora'));
  const bar = (page: typeof fay.page) => page.getByRole('region', { name: 'Private notes' });

  await leader.goTo('private');
  await bar(ana.page).getByText('Everyone writes privately now').waitFor();
  await bar(vic.page).getByText('People are writing privately now').waitFor();
  await fitBoard(ana.page);
  await writeOnCanvas(ana.page, 'partnership/opportunities', 'Old mill');
  await canvasNote(ana.page, 'Old mill').getByText('Private').waitFor();
  await showView(ana.page, 'Columns');
  await writeInColumns(ana.page, 'Challenges', 'Nobody has time');
  const own = ana.page.getByRole('listitem').filter({ hasText: 'Nobody has time' });
  await own.getByText('Private', { exact: true }).waitFor();
  await bar(ana.page).getByText('You have written 2 notes.').waitFor();
  await bar(fay.page).getByText('2 private notes are waiting in all (Swansea 2)').waitFor();
  expect(await violations(ana.page)).toEqual([]);

  await ana.page.reload();
  await ana.page.getByText('Saved', { exact: true }).waitFor();
  await own.getByText('Private', { exact: true }).waitFor();
  // Ana's own laptop may be the one at the projector of her room.
  const projector = await ana.context.newPage();
  await projector.goto(`${server.url}/screen/${board.board}`);
  await projector.getByRole('heading', { name: 'Write for yourself' }).waitFor();
  for (const page of [fay.page, vic.page]) await showView(page, 'Columns');
  for (const page of [fay.page, vic.page, projector]) expect(await page.getByText(/Old mill|Nobody has time/).count()).toBe(0);

  // The room's big screen tells how many there are, by site, and nothing else.
  await vic.page.goto(`${server.url}/screen/${board.board}`);
  await vic.page.getByRole('heading', { name: '2 notes written, not shown yet' }).waitFor();
  expect(await vic.page.locator('.screen-counts').innerText()).toMatch(/^Swansea\s+2$/);
  expect(await vic.page.locator('.screen-note').count()).toBe(0);
  expect(await violations(vic.page)).toEqual([]);
  await vic.page.goto(boardLink(server, board, 'viewer'));

  await bar(fay.page).getByRole('button', { name: 'Show everyone’s notes' }).click();
  await fay.page.getByRole('dialog').getByText('2 private notes').waitFor();
  await fay.page.getByRole('button', { name: 'Show them' }).click();
  for (const { page } of [fay, vic, ana]) {
    const note = page.getByRole('listitem').filter({ hasText: 'Nobody has time' });
    await note.getByText('Ana · Swansea').waitFor();
    await until('it is private no more', async () => (await note.getByText('Private', { exact: true }).count()) === 0);
  }

  await ana.context.setOffline(true);
  await writeInColumns(ana.page, 'Obstacles', 'Written on the train');
  await bar(fay.page).getByRole('button', { name: 'Show everyone’s notes' }).click();
  await fay.page.getByRole('button', { name: 'Show them' }).click();
  await leader.goTo('discuss');
  await ana.context.setOffline(false);
  await bar(ana.page).getByText('1 of your notes is still private.').waitFor();
  await projector.getByRole('heading', { name: '2 notes' }).waitFor();
  expect(await projector.getByText('Written on the train').count()).toBe(0);
  await bar(ana.page).getByRole('button', { name: 'Show my note' }).click();
  await vic.page.getByRole('listitem').filter({ hasText: 'Written on the train' }).getByText('Arrived late').waitFor();
  await showView(fay.page, 'Canvas');
  await fitBoard(fay.page);
  await seesNote(fay.page, 'Written on the train');
});
