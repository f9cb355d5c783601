import { expect, test } from 'vitest';
import { setCollectingUntil } from '../../shared/stage/collecting.ts';
import { boardLink, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

test('a quick question, a parking lot, work in groups that is brought back, and notes collected until a date', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const fay = await visit(chromium.browser);
  const ana = await visit(chromium.browser);
  const bela = await visit(chromium.browser, { width: 390, height: 844 });
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Swansea');
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(bela, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  for (const { page } of [fay, ana, bela]) await showView(page, 'Columns');
  const lead = async (item: string | RegExp) => {
    await fay.page.getByRole('button', { name: 'Lead the others' }).click();
    await fay.page.getByRole('menuitem', { name: item }).click();
  };

  // Answers are seen like hands, can be changed, survive a reload, and are kept as counts.
  await lead('Ask everyone…');
  await fay.page.getByLabel('Yes or no').check();
  await fay.page.getByLabel('Question').fill('Shall we go on?');
  await fay.page.getByRole('button', { name: 'Ask', exact: true }).click();
  const poll = (page: typeof fay.page) => page.getByRole('region', { name: 'Quick question' });
  await poll(ana.page).getByRole('button', { name: /^Yes/ }).click();
  await poll(bela.page).getByRole('button', { name: /^Yes/ }).click();
  await poll(bela.page).getByRole('button', { name: /^No/ }).click();
  await poll(fay.page).getByRole('button', { name: /^No 1/ }).waitFor();
  await bela.page.reload();
  await poll(bela.page).getByRole('button', { name: /^No 1/, pressed: true }).waitFor();
  await poll(fay.page).getByText('2 answers').waitFor();
  await poll(fay.page).getByRole('button', { name: 'End and keep the result' }).click();
  await poll(ana.page).getByText('Result: 2 answers').waitFor();
  // They stay where the focus may be, and can be pressed no more.
  expect(await poll(ana.page).getByRole('button').count()).toBe(2);
  expect(await poll(ana.page).getByRole('button', { disabled: false }).count()).toBe(0);
  await poll(fay.page).getByRole('button', { name: 'Put away' }).click();
  await poll(ana.page).waitFor({ state: 'detached' });

  // Too few to choose from is said; the same choice twice is one. A question put in its place keeps what was answered.
  await lead('Ask everyone…');
  await fay.page.getByLabel('Choose from a few').check();
  await fay.page.getByLabel('What there is to choose from').fill('Bus\n Bus');
  await fay.page.getByRole('button', { name: 'Ask', exact: true }).click();
  await fay.page.getByText('Write down at least two, each on a line of its own.').waitFor();
  await fay.page.getByLabel('What there is to choose from').fill('Bus\nTrain\nBus');
  await fay.page.getByRole('button', { name: 'Ask', exact: true }).click();
  await poll(ana.page).getByRole('button', { name: /^Train/ }).click();
  await poll(fay.page).getByRole('button', { name: /^Train 1/ }).waitFor();
  expect(await poll(ana.page).getByRole('button').count()).toBe(2);
  await lead('Ask everyone…');
  await fay.page.getByLabel('Fist to five').check();
  await fay.page.getByRole('button', { name: 'Ask', exact: true }).click();
  await poll(ana.page).getByRole('button', { name: /^5/ }).click();
  await poll(fay.page).getByRole('button', { name: /^5 1/ }).waitFor();
  await poll(fay.page).getByRole('button', { name: 'End and keep the result' }).click();
  await poll(fay.page).getByRole('button', { name: 'Put away' }).click();
  await poll(ana.page).waitFor({ state: 'detached' });

  await lead('Add a parking lot');
  await ana.page.getByRole('heading', { name: 'Parking lot' }).waitFor();
  await lead('Add an ice-breaker');
  await until('everybody has the ice-breaker', async () => (await ana.page.locator('.note-lilac').count()) === 1);

  // Each place on a copy of its own, and back, under its name.
  await fay.page.getByRole('button', { name: 'Change the approach: Partnership approach', exact: true }).click();
  await fay.page.getByRole('menuitem', { name: 'Work on it in groups…' }).click();
  await fay.page.getByText('Pécs: 1 person').waitFor();
  await fay.page.getByRole('button', { name: 'Begin' }).click();
  await ana.page.getByText('Your group works in Partnership approach · Évora.').waitFor();
  await bela.page.getByText('Your group works in Partnership approach · Pécs.').waitFor();
  await ana.page.getByRole('button', { name: 'Go there' }).click();
  await writeInColumns(ana.page, 'Obstacles, Partnership approach · Évora', 'Buses stop at six');
  await fay.page.getByText('Buses stop at six').waitFor();
  await fay.page.getByRole('button', { name: 'Change the approach: Partnership approach · Évora' }).click();
  await fay.page.getByRole('menuitem', { name: 'Bring it back' }).click();
  await ana.page.getByRole('heading', { name: 'Partnership approach · Évora' }).waitFor({ state: 'detached' });
  await ana.page.getByRole('heading', { name: /^Évora/ }).waitFor();
  await ana.page.getByText('Buses stop at six').waitFor();

  // Collecting: the board says until when, and how many there are.
  await lead('Collect notes until a date…');
  await fay.page.getByRole('button', { name: 'Collect until then' }).click();
  await bela.page.getByText(/Open for your notes until .*2 notes so far from 2 people\./).waitFor();
  // Its end comes by itself, in both views, to pages that nothing is sent to.
  await showView(ana.page, 'Canvas');
  const guide = await joinAs(server, board, 'facilitator', 'Guide', 'Swansea');
  const stage = openStock(server, `${board.board}/stage`, guide.token);
  await stage.synced();
  await ana.page.getByRole('button', { name: 'Add a note' }).first().waitFor();
  setCollectingUntil(stage.doc, Date.now() + 4_000);
  await bela.page.getByText(/Open for your notes/).waitFor();
  await bela.page.locator('.board-banner').getByText(/Notes were collected until .*/).waitFor();
  for (const { page } of [ana, bela]) await until('nobody can add a note', async () => (await page.getByRole('button', { name: /^Add a note/ }).count()) === 0);
  setCollectingUntil(stage.doc, null);
  for (const { page } of [ana, bela]) await page.getByRole('button', { name: /^Add a note/ }).first().waitFor();
});
