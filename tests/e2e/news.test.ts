import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { createGroup } from '../../shared/board/index.ts';
import { renameColumn } from '../../shared/stage/edit-structure.ts';
import type { Loudness } from '../../client/settings/preferences.ts';
import { boardLink, canvasNote, joinBoard, seesNote, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { openStock } from '../support/stock-client.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** A participant, and all that the live region has said to them so far. */
async function listener(server: { url: string }, board: Awaited<ReturnType<typeof createTestBoard>>, name: string, loudness: Loudness) {
  const visitor = await visit(chromium.browser);
  await visitor.page.addInitScript((stored) => {
    localStorage.setItem('plenary.preferences', stored);
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (target instanceof Element && target.matches('[aria-live]')) for (const node of addedNodes) heard.push(node.textContent ?? '');
      }
    }).observe(document, { subtree: true, childList: true });
  }, JSON.stringify({ loudness }));
  await joinBoard(visitor, boardLink(server, board, 'participant'), name, 'Évora');
  return { page: visitor.page, heard: () => visitor.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard) };
}

async function edit(page: Page, text: string, more: string): Promise<void> {
  await page.getByRole('button', { name: `Edit: ${text}` }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(more);
  await page.keyboard.press('Escape');
}

test('each hears of the others in batches, as loudly as they chose, in both views, and never of themselves', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const sums = await listener(server, board, 'Sofia', 'batches');
  const own = await listener(server, board, 'Olga', 'mine');
  const none = await listener(server, board, 'Nuno', 'off');
  await showView(none.page, 'Columns');
  await showView(own.page, 'Columns');
  await showView(sums.page, 'Canvas');
  await writeInColumns(own.page, 'Obstacles, Global approach', 'Of Olga');
  await until('who wants summaries hears of it on the canvas', async () => (await sums.heard()).some((said) => said.includes('1 new note under Obstacles, Global approach')));

  await writeInColumns(none.page, 'Challenges, Global approach', 'Of Nuno');
  await edit(none.page, 'Of Olga', ', and more');
  await until('who wants their own notes hears of that one', async () => (await own.heard()).includes('Nuno edited a note of yours: “Of Olga, and more”.'));
  await until('who wants summaries hears of both, later', async () => (await sums.heard()).some((said) => said.includes('1 new note under Challenges, Global approach.') && said.includes('Nuno edited 1 note.')));

  // What notes lie in is told as well: a group, and what becomes of the columns.
  const guide = await joinAs(server, board, 'facilitator', 'Guide', 'Évora');
  const [boardDoc, stageDoc] = [openStock(server, `${board.board}/board`, guide.token), openStock(server, `${board.board}/stage`, guide.token)];
  await Promise.all([boardDoc.synced(), stageDoc.synced()]);
  createGroup(boardDoc.doc, { approach: 'global', column: 'obstacles', title: 'Schools', notes: [] });
  renameColumn(stageDoc.doc, 'global', 'challenges', { name: 'Doubts' });
  await until('who wants summaries hears of both', async () => {
    const said = (await sums.heard()).join(' ');
    return said.includes('New group: “Schools”.') && said.includes('The column “Challenges, Global approach” is now called “Doubts, Global approach”.');
  });

  const told = (said: string[]) => said.filter((sentence) => /new note|edited|added under/.test(sentence));
  expect(told(await none.heard())).toEqual([]);
  expect(told(await own.heard())).toHaveLength(1);
  expect(told(await sums.heard())).toHaveLength(2);
});

test('who wants everything hears the words, once the writer is done, and chooses so in the settings', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const ana = await listener(server, board, 'Ana', 'off');
  const bela = await listener(server, board, 'Béla', 'off');
  await showView(ana.page, 'Columns');
  await ana.page.getByRole('button', { name: 'Settings' }).click();
  await ana.page.getByRole('menuitem', { name: 'How this board talks to you' }).click();
  await ana.page.getByRole('radio', { name: 'Everything, as it happens' }).check();
  await ana.page.keyboard.press('Escape');

  await showView(bela.page, 'Canvas');
  await bela.page.locator('[data-column="partnership/obstacles"]').getByRole('button').click();
  await bela.page.keyboard.type('Slowly written');
  await seesNote(bela.page, 'Slowly');
  await ana.page.getByText('Slowly written').waitFor();
  // Longer than the pause after which news are told: the note is still in the making.
  await ana.page.waitForTimeout(2_500);
  expect((await ana.heard()).filter((said) => said.includes('Slowly'))).toEqual([]);
  await bela.page.keyboard.press('Escape');
  await until('it is told', async () => (await ana.heard()).includes('Béla added under Obstacles, Partnership approach: “Slowly written”.'));
});

test('a note is in the language of its writer, for whoever reads it aloud: on the canvas, in columns, in the report', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const { page: rita } = await visit(chromium.browser, { language: 'pt-PT' });
  const { page: fay } = await visit(chromium.browser);
  await joinBoard({ page: fay }, boardLink(server, board, 'facilitator'), 'Fay', 'Swansea');
  await rita.goto(boardLink(server, board, 'participant'));
  await rita.getByLabel('O seu nome').fill('Rita');
  await rita.locator('form .input').nth(1).fill('Évora');
  await rita.keyboard.press('Enter');
  await rita.locator('[data-column="partnership/obstacles"]').getByRole('button').click();
  await rita.keyboard.type('Pouco tempo');
  await rita.keyboard.press('Escape');
  await canvasNote(fay, 'Pouco tempo').waitFor();
  expect(await canvasNote(fay, 'Pouco tempo').locator('[lang=pt]').count()).toBe(1);
  await showView(fay, 'Columns');
  expect(await fay.locator('.note-text', { hasText: 'Pouco tempo' }).getAttribute('lang')).toBe('pt');
  await fay.getByRole('button', { name: 'Snapshots and reports' }).click();
  await fay.getByRole('button', { name: 'Save snapshot' }).click();
  const [report] = await Promise.all([fay.context().waitForEvent('page'), fay.getByRole('link', { name: /Open report/ }).click()]);
  await report.locator('.report-note-text', { hasText: 'Pouco tempo' }).first().waitFor();
  expect(await report.locator('.report-note-text', { hasText: 'Pouco tempo' }).first().getAttribute('lang')).toBe('pt');
});
