import { join } from 'node:path';
import { expect, test } from 'vitest';
import { boardLink, canvasNote, fitBoard, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { lead } from '../support/private-step.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

/* Promise 12, as people meet it. */

const chromium = sharedBrowser();

test('promise 12: a round from its question to its result: by keyboard and on the canvas, secret until the end', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const fay = await visit(chromium.browser);
  const ana = await visit(chromium.browser);
  const ben = await visit(chromium.browser);
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Évora');
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Swansea');
  await joinBoard(ben, boardLink(server, board, 'participant'), 'Ben', 'Pécs');
  for (const { page } of [fay, ana]) await showView(page, 'Columns');
  for (const text of ['Buses', 'Libraries', 'Markets']) await writeInColumns(fay.page, 'Opportunities', text);

  await fay.page.getByRole('button', { name: 'Votes' }).click();
  await fay.page.getByRole('button', { name: 'Start a vote' }).click();
  await fay.page.getByLabel('Question').fill('What first?');
  await fay.page.getByLabel('Votes for each person').fill('3');
  await fay.page.getByLabel('Most for one note').fill('5');
  await fay.page.getByRole('button', { name: 'Start the vote' }).click();
  await fay.page.getByText('No more than each person has.').waitFor();
  await fay.page.getByLabel('Most for one note').fill('2');
  expect(await violations(fay.page)).toEqual([]);
  await fay.page.getByRole('button', { name: 'Start the vote' }).click();

  const bar = (page: typeof fay.page) => page.getByRole('region', { name: 'Vote', exact: true });
  await bar(ana.page).getByText('What first?').waitFor();
  await bar(ana.page).getByText('3 of 3 votes left').waitFor();
  // Ana by keyboard alone.
  const more = (text: string) => ana.page.getByRole('button', { name: `One more vote for: ${text}` });
  await more('Libraries').focus();
  await ana.page.keyboard.press('Enter');
  await ana.page.keyboard.press('Enter');
  await ana.page.getByRole('status').getByText('Libraries: 2 votes of yours, 1 left.').waitFor();
  await ana.page.keyboard.press('Enter');
  await ana.page.getByRole('status').getByText('No more than 2 votes for each.').waitFor();
  await more('Buses').press('Enter');
  await more('Markets').press('Enter');
  await ana.page.getByRole('status').getByText('You have no votes left. Take one back first.').waitFor();
  await ana.page.getByRole('button', { name: 'One vote less for: Buses' }).press('Enter');
  await bar(ana.page).getByText('1 of 3 votes left').waitFor();
  expect(await violations(ana.page)).toEqual([]);
  // Ben on the canvas.
  await fitBoard(ben.page);
  await canvasNote(ben.page, 'Libraries').getByRole('button', { name: 'One more vote for: Libraries' }).click();
  await canvasNote(ben.page, 'Markets').getByRole('button', { name: 'One more vote for: Markets' }).click();
  await bar(fay.page).getByText('2 people have voted').waitFor();
  expect(await fay.page.locator('.vote-count').count()).toBe(0);
  // A vote on what somebody deletes is not spent, nor lost when it comes back.
  await more('Buses').press('Enter');
  await bar(ana.page).getByText('0 of 3 votes left').waitFor();
  await fay.page.getByRole('button', { name: 'More: Buses' }).click();
  await fay.page.getByRole('menuitem', { name: 'Delete' }).click();
  await bar(ana.page).getByText('1 of 3 votes left').waitFor();
  await fay.page.keyboard.press('Control+z');
  await bar(ana.page).getByText('0 of 3 votes left').waitFor();
  await ana.page.getByRole('button', { name: 'One vote less for: Buses' }).press('Enter');
  await bar(ana.page).getByText('1 of 3 votes left').waitFor();
  // In a step that takes no votes the round pauses, until the facilitator lets it take them.
  const leader = await lead({ url: server.url, database: join(server.dataDir, 'plenary.db') }, board, await joinAs(server, board, 'facilitator', 'Guide', 'Évora'));
  await leader.goTo('discuss');
  await bar(ana.page).getByText('The vote pauses in this step.').waitFor();
  expect(await more('Markets').count()).toBe(0);
  await ana.page.getByRole('listitem').filter({ hasText: 'Libraries' }).getByRole('img', { name: '2 votes of yours' }).waitFor();
  expect(await violations(ana.page)).toEqual([]);
  await bar(fay.page).getByRole('button', { name: 'Take votes in this step' }).click();
  await more('Markets').waitFor();
  expect(await bar(ana.page).getByText('The vote pauses').count()).toBe(0);
  await leader.goTo(null);
  // What one has voted is there after a reload, and may still be changed.
  await ana.page.reload();
  await bar(ana.page).getByText('1 of 3 votes left').waitFor();

  await bar(fay.page).getByRole('button', { name: 'End and count' }).click();
  await ana.page.getByRole('listitem').filter({ hasText: 'Libraries' }).getByRole('img', { name: '3 votes' }).waitFor();
  await canvasNote(ben.page, 'Libraries').getByRole('img', { name: '3 votes' }).waitFor();
  await until('nobody can vote any more', async () => (await ana.page.getByRole('button', { name: /One more vote/ }).count()) === 0);

  await ana.page.getByRole('button', { name: 'Votes' }).click();
  const dialog = ana.page.getByRole('dialog');
  await dialog.getByText('2 people voted, from 2 sites.').waitFor();
  await dialog.getByText('3 votes · 2 sites').waitFor();
  await dialog.getByRole('radio', { name: 'Table by site' }).check();
  const cells = (row: number) => dialog.getByRole('row').nth(row).getByRole('cell').allInnerTexts();
  await until('the table tells the same', async () => JSON.stringify([await cells(1), await cells(2)]) === JSON.stringify([['3', '2', '1', '2'], ['1', '1', '1', '0']]));
  expect(await violations(ana.page)).toEqual([]);
  await ana.page.keyboard.press('Escape');
  await ana.page.getByLabel('Order of the notes').selectOption('votes');
  await until('most votes come first', async () => {
    const texts = await ana.page.locator('[data-list="partnership/opportunities"] .note-text').allInnerTexts();
    return JSON.stringify(texts) === JSON.stringify(['Libraries', 'Markets', 'Buses']);
  });
});
