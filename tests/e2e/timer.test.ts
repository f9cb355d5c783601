import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { setTimer } from '../../shared/stage/timer.ts';
import { boardLink, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { skewClock, timersApart } from '../support/clocks.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

const HOUR = 3_600_000;

/** Counts the tones that a person's pages play. */
async function hear(context: BrowserContext): Promise<(page: Page) => Promise<number>> {
  await context.addInitScript(() => {
    let tones = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      tones += 1;
      start.call(this, when);
    };
    Object.assign(globalThis, { tones: () => tones });
  });
  return (page) => page.evaluate(() => (globalThis as unknown as { tones: () => number }).tones());
}

test('the timer is right again after a lost connection; its end is heard by all but those who have switched the sound off, and locks nothing', async () => {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const fay = await visit(chromium.browser);
  const ana = await visit(chromium.browser, { expectErrors: /ERR_INTERNET_DISCONNECTED|WebSocket/ });
  const ben = await visit(chromium.browser);
  await skewClock(ana.context, -7 * HOUR);
  const tonesOf = await hear(ana.context);
  await hear(ben.context);
  await joinBoard(fay, boardLink(server, board, 'facilitator'), 'Fay', 'Swansea');
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(ben, boardLink(server, board, 'participant'), 'Ben', 'Pécs');

  // Ana’s line is lost: her time goes on, and what Fay does to it meanwhile is there when the line is back.
  await fay.page.getByRole('button', { name: 'Agenda and timer' }).click();
  await fay.page.getByRole('button', { name: 'Start the agenda' }).click();
  const bar = fay.page.getByRole('region', { name: 'Step of the agenda' });
  await bar.getByRole('button', { name: 'Start', exact: true }).click();
  const time = ({ page }: { page: Page }) => page.getByRole('timer').locator('span').first().innerText();
  await until('Ana’s time runs', async () => (await time(ana)).startsWith('9:5'));
  await ana.context.setOffline(true);
  await ana.page.getByText(/You can go on writing/).waitFor();
  await bar.getByRole('button', { name: 'One minute more' }).click();
  const before = await time(ana);
  await until('Ana’s time goes on', async () => (await time(ana)) !== before && (await time(ana)).startsWith('9:'));
  expect(await time(fay)).toMatch(/^10:/);
  await ana.context.setOffline(false);
  await until('Ana has the minute, too', async () => (await time(ana)).startsWith('10:'));
  const [apart] = await timersApart([fay, { page: ana.page, wrongBy: -7 * HOUR }], 5.5);
  expect(apart).toBeLessThanOrEqual(200);

  // Ben wants no sound.
  await ben.page.getByRole('button', { name: 'Settings' }).click();
  await ben.page.getByRole('menuitem', { name: 'How this board talks to you' }).click();
  await ben.page.getByRole('checkbox', { name: /sound/i }).uncheck();
  await ben.page.keyboard.press('Escape');

  const leader = openStock(server, `${board.board}/stage`, (await joinAs(server, board, 'facilitator', 'Guide', 'Évora')).token);
  await leader.synced();
  setTimer(leader.doc, { state: 'running', length: 60_000, endsAt: Date.now() + 3_000 });
  for (const { page } of [fay, ana, ben]) await page.getByText('Time is up', { exact: true }).waitFor();
  await until('Ana has heard two tones', async () => (await tonesOf(ana.page)) === 2);
  expect(await tonesOf(ben.page)).toBe(0);
  await showView(ben.page, 'Columns');
  await writeInColumns(ben.page, 'Opportunities', 'One more thought');
});
