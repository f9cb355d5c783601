import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardLink, joinBoard, seesNote, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { skewClock, timersApart } from '../support/clocks.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

const HOUR = 3_600_000;

test('a facilitator leads through the agenda: everybody sees the step in their language, the same time whatever their clock, and may do what it allows', async () => {
  const server = await startApp();
  const board = await createTestBoard(server);
  const fay = await visit(chromium.browser);
  const rui = await visit(chromium.browser, { language: 'pt-PT', width: 390, height: 844 });
  const eye = await visit(chromium.browser);
  await skewClock(fay.context, 3 * HOUR);
  await skewClock(rui.context, -50 * HOUR);
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Swansea');
  await rui.page.goto(boardLink(server, board, 'participant'));
  await rui.page.getByLabel('O seu nome').fill('Rui');
  await rui.page.getByLabel('Onde está').fill('Évora');
  await rui.page.getByRole('button', { name: 'Entrar no quadro' }).click();
  await rui.page.getByRole('radio', { name: 'Colunas' }).waitFor();
  await joinBoard(eye, boardLink(server, board, 'viewer'));

  // Before the start nobody is told anything, and everybody may write.
  expect(await rui.page.getByRole('region', { name: 'Passo da agenda' }).count()).toBe(0);
  await fay.page.getByRole('button', { name: 'Agenda and timer' }).click();
  const dialog = fay.page.getByRole('dialog', { name: 'Agenda' });
  expect(await violations(fay.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change Write for yourself' }).click();
  await fay.page.getByLabel('Minutes').fill('2');
  await fay.page.getByLabel('Instruction in Português').fill('Escreva em silêncio.');
  await fay.page.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: 'Remove Reveal and read' }).click();
  await dialog.getByRole('button', { name: 'Start the agenda' }).click();

  const bar = fay.page.getByRole('region', { name: 'Step of the agenda' });
  await bar.getByText('Step 1 of 8').waitFor();
  await rui.page.getByText('Boas-vindas').first().waitFor();
  await eye.page.getByText('Say who is here').first().waitFor();
  await bar.getByRole('button', { name: 'Next: Write for yourself' }).click();
  await rui.page.getByRole('region', { name: 'Passo da agenda' }).getByText('Escreva em silêncio.').waitFor();
  await until('it is told in words', async () => String(await rui.page.locator('[aria-live=polite]').textContent()).includes('Novo passo: Escrever para si'));

  // Participants look back, never ahead.
  await rui.page.getByRole('button', { name: 'Os passos até agora' }).click();
  const soFar = rui.page.getByRole('dialog', { name: 'Os passos até agora' });
  expect(await soFar.getByRole('listitem').count()).toBe(2);
  await rui.page.keyboard.press('Escape');

  // Ready, seen by site, and still ready after a reload.
  await bar.getByRole('button', { name: '0 of 1 ready' }).waitFor();
  await rui.page.getByRole('button', { name: 'Já terminei' }).click();
  await bar.getByRole('button', { name: '1 of 1 ready' }).waitFor();
  await rui.page.reload();
  await rui.page.getByRole('button', { name: 'Terminado' }).waitFor();
  await bar.getByRole('button', { name: '1 of 1 ready' }).waitFor();

  // The time: the same to within 200 ms on clocks days apart, also for a page that was just reloaded.
  await bar.getByRole('button', { name: 'Start' }).click();
  await bar.getByRole('button', { name: 'One minute more' }).click();
  const apart = await timersApart([{ page: fay.page, wrongBy: 3 * HOUR }, { page: rui.page, wrongBy: -50 * HOUR }, eye], 6.5);
  expect(Math.max(...apart)).toBeLessThanOrEqual(200);
  await bar.getByRole('button', { name: 'Pause' }).click();
  await until('it stands still everywhere', async () => (await rui.page.locator('.timer').getAttribute('data-tone')) === 'still');

  // In a step in which notes stay as they are, nobody but facilitators can write; in the next they can.
  await fay.page.getByRole('button', { name: 'Agenda and timer' }).first().click();
  await dialog.getByRole('button', { name: 'Go to Vote' }).click();
  await rui.page.getByText('as notas ficam como estão').waitFor();
  expect(await rui.page.getByRole('button', { name: /^Adicionar nota/ }).count()).toBe(0);
  await showView(fay.page, 'Columns');
  await writeInColumns(fay.page, 'Opportunities, Partnership approach', 'From the facilitator');
  await rui.page.getByRole('listitem').filter({ hasText: 'From the facilitator' }).first().waitFor();
  await bar.getByRole('button', { name: 'Next: Talk it over' }).click();
  await rui.page.getByRole('button', { name: /^Adicionar nota/ }).first().waitFor();
  expect(await violations(rui.page)).toEqual([]);
});

test('a facilitator leads everybody’s eyes, sees the board as participants do, and a room sees it on its big screen', async () => {
  const server = await startApp();
  const board = await createTestBoard(server);
  const fay = await visit(chromium.browser);
  const ana = await visit(chromium.browser);
  const wall = await visit(chromium.browser, { width: 1920, height: 1080 });
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Swansea');
  await ana.page.goto(boardLink(server, board, 'participant'));
  await ana.page.getByLabel('Your name').fill('Ana');
  await ana.page.getByLabel('Where you are').fill('Évora');
  await ana.page.getByLabel('I write for a room of people').check();
  await ana.page.getByRole('button', { name: 'Join the board' }).click();
  await ana.page.getByText('Give a number').waitFor();
  await ana.page.getByLabel('How many people').fill('12');
  await ana.page.getByRole('button', { name: 'Join the board' }).click();
  await showView(ana.page, 'Columns');
  await ana.page.getByRole('button', { name: 'For the room (12)' }).waitFor();
  await writeInColumns(ana.page, 'Obstacles, Global approach', 'Buses stop at six');
  await ana.page.getByRole('listitem').filter({ hasText: 'Said in the room' }).first().waitFor();

  // The big screen of a computer that was never there: by one link it looks on and shows the way in.
  await wall.page.goto(`${server.url}/screen/${board.board}#${board.links.viewer}.${board.links.participant}`);
  await wall.page.getByText('Buses stop at six').waitFor();
  await wall.page.getByRole('img', { name: 'QR code to join the board' }).waitFor();
  expect(new URL(wall.page.url()).hash).toBe('');

  // One site's notes alone.
  await seesNote(fay.page, 'Buses stop at six');
  await showView(fay.page, 'Columns');
  await writeInColumns(fay.page, 'Opportunities, Partnership approach', 'A note from Swansea');
  await fay.page.getByRole('button', { name: /people are here/ }).click();
  await fay.page.getByText('English · 12 people · as Ana said · 1 here').waitFor();
  await fay.page.getByRole('button', { name: 'Show only the notes from Évora' }).click();
  await fay.page.keyboard.press('Escape');
  await fay.page.getByText('Only 1 note from Évora is shown.').waitFor();
  expect(await fay.page.getByText('A note from Swansea').isVisible()).toBe(false);
  await fay.page.getByRole('button', { name: 'Show all' }).click();
  await fay.page.getByText('A note from Swansea').waitFor();

  // A note is shown to everybody, in whichever view they are.
  await showView(ana.page, 'Canvas');
  const slip = fay.page.getByRole('listitem').filter({ hasText: 'Buses stop at six' }).last();
  await slip.locator('[data-part=menu]').click();
  await fay.page.getByRole('menuitem', { name: 'Show to everyone' }).click();
  await ana.page.getByText('Fay shows: Buses stop at six').first().waitFor();
  await ana.page.locator('.canvas-note [data-spot]').waitFor();
  await wall.page.getByText('Fay shows').waitFor();
  await fay.page.getByRole('button', { name: 'End showing it' }).click();
  await until('nothing is shown any more', async () => (await ana.page.locator('[data-spot]').count()) === 0);

  // Following, left by moving oneself.
  await showView(fay.page, 'Canvas');
  await fay.page.getByRole('button', { name: 'Lead the others' }).click();
  await fay.page.getByRole('menuitem', { name: 'Let everyone follow me' }).click();
  await ana.page.getByText('You follow Fay.').waitFor();
  const zoomOf = (page: Page) => page.locator('.tl-container').evaluate((element) => Number(getComputedStyle(element).getPropertyValue('--tl-zoom')));
  await fay.page.getByRole('button', { name: 'Show the whole board' }).click();
  await fay.page.getByRole('button', { name: 'Closer' }).click();
  await fay.page.getByRole('button', { name: 'Closer' }).click();
  await until('the view is the same', async () => Math.abs((await zoomOf(ana.page)) / (await zoomOf(fay.page)) - 1) < 0.15);
  await ana.page.mouse.move(700, 500);
  await ana.page.mouse.wheel(0, 200);
  await ana.page.getByText('Fay leads.').waitFor();
  await fay.page.getByRole('button', { name: 'Stop leading' }).click();
  await until('nobody leads', async () => (await ana.page.getByText('Fay leads.').count()) === 0);

  // As a participant sees it, and back.
  await fay.page.getByRole('button', { name: 'Lead the others' }).click();
  await fay.page.getByRole('menuitem', { name: 'See it as a participant' }).click();
  await fay.page.getByText('This is what participants see.').waitFor();
  expect(await fay.page.getByRole('button', { name: 'Agenda and timer' }).count()).toBe(0);
  await fay.page.getByRole('button', { name: 'Back to facilitating' }).click();
  await fay.page.getByRole('button', { name: 'Agenda and timer' }).waitFor();
});
