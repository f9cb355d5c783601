import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { setCollectingUntil } from '../../shared/stage/collecting.ts';
import { askPoll } from '../../shared/stage/polls.ts';
import { boardLink, joinBoard, showView, startApp, visit } from '../support/app.ts';
import type { VisitorOptions } from '../support/browser.ts';
import { holdWorkshop } from '../support/held-workshop.ts';
import { fillBoard } from '../support/sample-workshop.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { call } from '../support/workshop.ts';

/* Pictures of a workshop while it is held, for docs/screenshots. Not part of `npm test`. */

const chromium = sharedBrowser();
const FOLDER = process.env.SCREENSHOTS ?? join(import.meta.dirname, '../../docs/screenshots');
const PHONE = { width: 390, height: 844, phone: true };
const LAPTOP = { width: 1280, height: 720 };

const shoot = async (page: Page, name: string) => {
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
};

/** The sample workshop with its people, in the step that votes or any other. */
async function workshop() {
  mkdirSync(FOLDER, { recursive: true });
  const server = await startApp();
  const body = { template: 'both', title: 'Where do we go next?', workshop: 'Autumn meeting of the six sites', language: 'en' };
  const created = (await call<CreatedBoard>(server, '/boards', { body })).body;
  await fillBoard(server, created);
  const held = await holdWorkshop(server, created);
  const come = async (role: Role, options: VisitorOptions = {}) => {
    const { page } = await visit(chromium.browser, { ...options, expectErrors: /passive event listener/ });
    if (role === 'viewer') await joinBoard({ page }, boardLink(server, created, role));
    else await joinBoard({ page }, boardLink(server, created, role), role === 'facilitator' ? 'Maria Alves' : 'Nuno Reis', 'Évora');
    return page;
  };
  /** 7:42 on every picture that is not taken late. */
  const runTimer = () => held.setTimer({ state: 'running', length: 600_000, endsAt: Date.now() + 462_000 });
  return { server, created, held, come, runTimer };
}

test('a private step, on a laptop, a phone and the wall', async () => {
  const { server, created, held, come, runTimer } = await workshop();
  const leader = await come('facilitator', LAPTOP);
  const writer = await come('participant', PHONE);
  const { page: wall } = await visit(chromium.browser, { width: 1920, height: 1080 });
  await wall.goto(`${server.url}/screen/${created.board}#${created.links.viewer}.${created.links.participant}`);
  await wall.locator('.screen-note').first().waitFor();
  await shoot(wall, 'wall-welcome');
  held.goTo('private');
  runTimer();
  held.ready(3);
  await held.writePrivately();
  for (const text of ['The school bus is empty after nine', 'Nobody asked the shopkeepers']) {
    await writer.getByLabel('Your note').fill(text);
    await writer.getByRole('button', { name: 'Add', exact: true }).click();
  }
  await wall.getByText('notes written').waitFor();
  await shoot(wall, 'wall-private');
  await writer.evaluate(() => scrollTo(0, 640));
  await shoot(writer, 'private-390');
  await leader.getByText('3 of 8 ready').waitFor();
  await shoot(leader, 'private-1280');
  await leader.getByRole('button', { name: /people are here/ }).click();
  await shoot(leader, 'people-1280');
  expect(await leader.locator('.board-person').count()).toBeGreaterThan(7);
});

test('a vote, from its question to its result', async () => {
  const { server, created, held, come, runTimer } = await workshop();
  const leader = await come('facilitator', LAPTOP);
  const voter = await come('participant', PHONE);
  const { page: wall } = await visit(chromium.browser, { width: 1920, height: 1080 });
  await wall.goto(`${server.url}/screen/${created.board}#${created.links.viewer}.${created.links.participant}`);
  held.goTo('vote');
  runTimer();
  const round = await held.openRound();
  await held.castVotes(round);
  const more = voter.getByRole('button', { name: /^One more vote for:/ });
  for (const index of [1, 1, 3]) await more.nth(index).click();
  await voter.evaluate(() => scrollTo(0, 760));
  await shoot(voter, 'vote-390');
  await shoot(leader, 'vote-1280');
  await wall.getByRole('heading', { level: 2, name: 'Vote' }).waitFor();
  await shoot(wall, 'wall-vote');
  await held.endRound(round);
  await shoot(wall, 'wall-result');
  await leader.getByRole('button', { name: 'See the result' }).click();
  await shoot(leader, 'result-1280');
  await leader.getByRole('radio', { name: 'Table by site' }).check();
  await shoot(leader, 'result-table-1280');
  expect(await leader.getByRole('row').count()).toBeGreaterThan(3);
});

test('the agenda, everything that can be going on at once, and notes that are collected', async () => {
  const { held, come, runTimer } = await workshop();
  const leader = await come('facilitator', LAPTOP);
  const reader = await come('viewer', { ...PHONE, dark: true });
  await leader.getByRole('button', { name: 'Agenda and timer' }).click();
  await shoot(leader, 'agenda-1280');
  await leader.keyboard.press('Escape');
  setCollectingUntil(held.stage.doc, Date.now() + 5 * 86_400_000);
  await leader.getByText(/Open for your notes/).waitFor();
  await shoot(leader, 'collecting-1280');
  setCollectingUntil(held.stage.doc, null);
  held.goTo('vote');
  runTimer();
  const round = await held.openRound();
  const poll = askPoll(held.stage.doc, { kind: 'fist', question: 'How sure are we that we can do this by summer?' });
  held.answer(poll, [3, 4, 4, 5, 2, 3]);
  await held.castVotes(round);
  await showView(leader, 'Columns');
  for (const width of [1440, 1024, 768, 390, 320]) {
    await leader.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    await shoot(leader, `all-at-once-${width}`);
  }
  await shoot(reader, 'all-at-once-viewer-390-dark');
  expect(await leader.getByRole('region', { name: 'Vote', exact: true }).count()).toBe(1);
});
