import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import { askPoll } from '../../shared/stage/polls.ts';
import { boardLink, joinBoard, showView, startApp, visit } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { holdWorkshop } from '../support/held-workshop.ts';
import { fillBoard } from '../support/sample-workshop.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** In pixels, with what is around them. */
const ONE_ROW = 66;
const TWO_ROWS = 110;

/** The head of the board: how high it is, how wide its title, and what of it lies beyond the edge of the screen. */
const head = (page: Page) =>
  page.evaluate(() => {
    const bar = document.querySelector('.board-head')!;
    const beyond = [...bar.querySelectorAll('button, a, label')].filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 1 && (left < 0 || right > innerWidth);
    });
    return { height: bar.getBoundingClientRect().height, title: bar.querySelector('h1')!.getBoundingClientRect().width, beyond: beyond.map((one) => one.getAttribute('aria-label') ?? one.textContent) };
  });

/** Where an element's top and bottom are on the screen; what is sticky is wherever it sticks. */
const edges = async (page: Page, selector: string) => page.locator(selector).evaluate((one) => ({ top: one.getBoundingClientRect().top, bottom: one.getBoundingClientRect().bottom }));

test('whatever goes on at once, nothing of the head is out of reach on any width; on a phone the votes left stay in sight among the notes', async () => {
  const server = await startApp();
  const created: CreatedBoard = await createTestBoard(server);
  await fillBoard(server, created);
  const held = await holdWorkshop(server, created);
  const leader = await visit(chromium.browser);
  const voter = await visit(chromium.browser, { width: 390, height: 844, phone: true });
  await joinBoard(leader, boardLink(server, created, 'facilitator'), 'Maria Alves', 'Évora');
  await joinBoard(voter, boardLink(server, created, 'participant'), 'Nuno Reis', 'Évora');
  await showView(leader.page, 'Columns');
  held.goTo('vote');
  held.setTimer({ state: 'running', length: 600_000, endsAt: Date.now() + 600_000 });
  await held.openRound();
  askPoll(held.stage.doc, { kind: 'fist', question: 'How sure are we that we can do this by summer?' });
  await leader.page.getByRole('region', { name: 'Quick question' }).waitFor();

  for (const width of [1440, 1280, 1024, 900, 768, 600, 480, 390, 320]) {
    await leader.page.setViewportSize({ width, height: 800 });
    await until(`the head fits ${width} px`, async () => {
      const { height, title, beyond } = await head(leader.page);
      return beyond.length === 0 && title >= 70 && height <= (width > 760 ? ONE_ROW : TWO_ROWS);
    });
  }
  expect(await violations(leader.page)).toEqual([]);
  // What has no room there stands in the menu.
  await leader.page.getByRole('button', { name: 'Settings' }).click();
  for (const name of [/^Actions/, 'Votes', 'Snapshots and reports', 'Lock the board', /^Rename the board/]) await leader.page.getByRole('menuitem', { name }).waitFor();
  await leader.page.getByRole('menuitem', { name: 'Votes' }).click();
  await leader.page.getByRole('dialog', { name: 'Votes' }).waitFor();

  const { page } = voter;
  const instruction = page.locator('#agenda-instruction');
  await instruction.waitFor();
  await page.getByRole('button', { name: /^One more vote for: The university/ }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 300);
  await instruction.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: /^One more vote for: The university/ }).tap();
  await page.getByRole('region', { name: 'Vote', exact: true }).getByText('4 of 5 votes left').waitFor();
  const bar = await edges(page, '.round-bar');
  expect(bar.top).toBeGreaterThanOrEqual(0);
  // A quick question is open beside it, and most of the screen is still the notes'.
  expect(bar.bottom).toBeLessThan(844 * 0.4);
  expect(await violations(page)).toEqual([]);
  // It is read again at a press.
  await page.getByRole('button', { name: 'Show the instruction' }).tap();
  await instruction.waitFor();
});
