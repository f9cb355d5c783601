import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { boardLink, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { violationsInBothThemes } from '../support/axe.ts';
import { chooseInOpenMenu } from '../support/keyboard.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { tamper } from '../support/stored.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** What a browser says of its own accord when a request is refused, or a connection closed, on purpose. */
const REFUSED_ON_PURPOSE = /status of 40[139]/;

/** A board that Ana facilitates and Béla takes part in, each with a browser. */
async function workshop(options: Parameters<typeof visit>[1] = {}) {
  const server = await startApp();
  const created = await createTestBoard(server, 'both');
  const people = { ...options, expectErrors: REFUSED_ON_PURPOSE };
  const ana = await visit(chromium.browser, people);
  await joinBoard(ana, boardLink(server, created, 'facilitator'), 'Ana Sousa', 'Évora');
  const bela = await visit(chromium.browser, people);
  await joinBoard(bela, boardLink(server, created, 'participant'), 'Béla Kiss', 'Pécs');
  await showView(bela.page, 'Columns');
  return { server, created, ana, bela };
}

const people = (page: Page) => page.getByRole('dialog', { name: 'Who is here' });

/** Opens the list of people and the menu of one of them, by keyboard. */
async function openMenuOf(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /is here|are here/ }).focus();
  await page.keyboard.press('Enter');
  await people(page).getByRole('button', { name: `Manage ${name}` }).focus();
  await page.keyboard.press('Enter');
}

test('a participant who is made facilitator gets the controls at once and goes on in the middle of a word', async () => {
  const { ana, bela } = await workshop();
  const share = bela.page.getByRole('button', { name: 'Share' });
  expect(await share.count()).toBe(0);
  await bela.page.getByRole('button', { name: 'Add a note: Challenges, Global approach' }).click();
  await bela.page.keyboard.type('Who looks after the chil');

  await openMenuOf(ana.page, 'Béla Kiss');
  await chooseInOpenMenu(ana.page, 'Make facilitator');
  await ana.page.getByRole('status').filter({ hasText: 'Béla Kiss is now a facilitator.' }).waitFor({ state: 'attached' });
  await share.waitFor();
  await bela.page.getByText(/You are now a facilitator of this board/).first().waitFor();
  await bela.page.keyboard.type('dren?');
  await bela.page.keyboard.press('Control+Enter');
  await bela.page.keyboard.press('Escape');
  await showView(ana.page, 'Columns');
  await ana.page.getByText('Who looks after the children?').waitFor();

  // He is one: a link of his making works, and a reload does not take it from him.
  await bela.page.reload();
  await share.click();
  await bela.page.getByRole('button', { name: 'Make a new link for viewers' }).click();
  await bela.page.getByRole('button', { name: 'Yes, make a new link' }).click();
  await bela.page.getByRole('textbox', { name: 'Viewer link' }).waitFor();
  await bela.page.keyboard.press('Escape');

  // And steps down again; the same link brings the same person back.
  await openMenuOf(bela.page, 'Béla Kiss');
  await chooseInOpenMenu(bela.page, 'Make participant');
  await bela.page.getByText(/You are now a participant of this board/).first().waitFor();
  await share.waitFor({ state: 'detached' });
  await ana.page.getByRole('button', { name: '2 people are here' }).click();
  await people(ana.page).getByRole('listitem').filter({ hasText: 'Béla Kiss' }).filter({ hasNotText: 'Facilitator' }).waitFor();
});

test('the device of a named facilitator knows the person again when the old link is opened', async () => {
  const { server, created, ana, bela } = await workshop();
  await openMenuOf(ana.page, 'Béla Kiss');
  await chooseInOpenMenu(ana.page, 'Make facilitator');
  await bela.page.getByRole('button', { name: 'Share' }).waitFor();
  await bela.page.goto(boardLink(server, created, 'participant'));
  await bela.page.getByRole('button', { name: 'Share' }).waitFor();
  expect(await bela.page.getByLabel('Your name').count()).toBe(0);
});

test('the last facilitator is told why they cannot step down', async () => {
  const { ana } = await workshop();
  await openMenuOf(ana.page, 'Ana Sousa');
  await chooseInOpenMenu(ana.page, 'Make participant');
  await people(ana.page).getByText('A board keeps at least one facilitator. Make somebody else a facilitator first.').waitFor();
  expect(await ana.page.getByRole('button', { name: 'Share' }).count()).toBe(1);
});

test('who is removed is told so at once; their notes stay under their name', async () => {
  const { ana, bela } = await workshop();
  await writeInColumns(bela.page, 'Challenges, Global approach', 'Mine, and it stays');
  await openMenuOf(ana.page, 'Béla Kiss');
  // Neither the menu nor the question goes because their connection does.
  const board = bela.page.url();
  const here = (count: RegExp) => ana.page.getByRole('button', { name: count, includeHidden: true }).waitFor({ state: 'attached' });
  await bela.page.goto('about:blank');
  await here(/1 person is here/);
  await chooseInOpenMenu(ana.page, 'Remove from the board');
  await people(ana.page).getByText(/^Remove Béla Kiss from the board\?/).waitFor();
  await bela.page.goto(board);
  await here(/2 people are here/);
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.press('Enter');
  await bela.page.getByRole('alert').getByText('The facilitator has removed you from this board.').waitFor();
  await people(ana.page).getByText('Béla Kiss').waitFor({ state: 'detached' });
  // The row is gone: the focus stands at the head of the list, not nowhere.
  expect(await ana.page.locator(':focus').textContent()).toBe('Who is here');
  await ana.page.keyboard.press('Escape');
  await showView(ana.page, 'Columns');
  const note = ana.page.getByRole('listitem').filter({ hasText: 'Mine, and it stays' }).last();
  expect(await note.textContent()).toContain('Béla Kiss');

  await bela.page.reload();
  await bela.page.getByText('To open this board, use the link the facilitator sent you.').waitFor();
});

test('a new link with an end and a passphrase: the facilitator sees both, whoever opens it is asked, also to read', async () => {
  const { server, ana } = await workshop();
  await ana.page.getByRole('button', { name: 'Share' }).click();
  await ana.page.getByRole('button', { name: 'Make a new link for viewers' }).click();
  await ana.page.getByLabel('How long is the new link good?').selectOption({ label: 'Until a date' });
  await ana.page.getByLabel('Passphrase (optional)').fill('short');
  await ana.page.getByRole('button', { name: 'Yes, make a new link' }).click();
  // Led to the first field that is not right, and told what is.
  await ana.page.getByText('Choose a moment that is still to come.').waitFor();
  await ana.page.getByText('At least 8 characters, please.').waitFor();
  await ana.page.getByLabel('Good until').fill('2199-05-04T12:30');
  await ana.page.getByLabel('Passphrase (optional)').fill('forty quiet herons');
  await ana.page.getByRole('button', { name: 'Yes, make a new link' }).click();
  await ana.page.getByText(/This link is good until 4 May 2199.*It asks for a passphrase\./).waitFor();
  const link = await ana.page.getByRole('textbox', { name: 'Viewer link' }).inputValue();

  const carla = await visit(chromium.browser, { expectErrors: REFUSED_ON_PURPOSE });
  await carla.page.goto(link);
  await carla.page.getByRole('heading', { name: 'This board asks for a passphrase' }).waitFor();
  expect(await carla.page.getByText('Learning city').count()).toBe(0);
  await carla.page.getByRole('textbox', { name: 'Passphrase' }).fill('forty loud herons');
  await carla.page.keyboard.press('Enter');
  await carla.page.getByText('This passphrase is not right. Check it and try again.').waitFor();
  await carla.page.getByRole('textbox', { name: 'Passphrase' }).fill('forty quiet herons');
  await carla.page.keyboard.press('Enter');
  await carla.page.getByRole('heading', { name: 'Learning city' }).waitFor();
  // This device is not asked twice.
  await carla.page.goto(server.url);
  await carla.page.goto(link);
  await carla.page.getByRole('heading', { name: 'Learning city' }).waitFor();
});

test('a page whose link expires says so', async () => {
  const { server, created, ana, bela } = await workshop();
  const database = join(server.dataDir, 'plenary.db');
  await tamper(database, `UPDATE links SET expires_at = 1 WHERE board = '${created.board}' AND role = 'participant'`);
  await bela.page.getByRole('alert').getByText('This link has expired. Ask the facilitator for a new one.').waitFor();
  await ana.page.getByRole('button', { name: /1 person is here/ }).waitFor();
  expect(await ana.page.getByRole('alert').count()).toBe(0);
});

test('who asks too often is told to wait, and can try again from there', async () => {
  const server = await startApp(undefined, undefined, { LINKS_PER_MINUTE: '1' });
  const created = await createTestBoard(server, 'both');
  const ana = await visit(chromium.browser, { expectErrors: /status of 429/ });
  await ana.page.goto(boardLink(server, created, 'participant'));
  await ana.page.getByLabel('Your name').waitFor();
  await ana.page.reload();
  await ana.page.getByText('That was tried too often from your network. Wait a minute, then try again.').waitFor();
  await ana.page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await ana.page.getByLabel('Your name').count()).toBe(0);
});

describe.each([{ width: 1440 }, { width: 390 }])('at $width pixels, light and dark', (options) => {
  test('axe finds nothing where people are managed, links are made and passphrases are asked', async () => {
    const { ana } = await workshop(options);
    const found: string[] = [];
    const look = async (screen: string) => found.push(...(await violationsInBothThemes(ana.page)).map((violation) => `${screen}: ${violation}`));
    // An open menu belongs to its button, in whatever landmark that is.
    const isMenuApart = (violation: string) => /^menu: \w+: region: /.test(violation);
    await openMenuOf(ana.page, 'Béla Kiss');
    await ana.page.getByRole('menuitem', { name: 'Remove from the board' }).waitFor();
    await look('menu');
    await chooseInOpenMenu(ana.page, 'Remove from the board');
    await people(ana.page).getByText(/^Remove Béla Kiss from/).waitFor();
    await look('confirm');
    await ana.page.keyboard.press('Escape');
    await ana.page.getByRole('button', { name: 'Share' }).click();
    await ana.page.getByRole('button', { name: 'Make a new link for participants' }).click();
    await ana.page.getByLabel('How long is the new link good?').selectOption({ label: 'Until a date' });
    await ana.page.getByRole('button', { name: 'Yes, make a new link' }).click();
    await look('wishes');
    await ana.page.getByLabel('How long is the new link good?').selectOption({ label: 'For a week' });
    await ana.page.getByLabel('Passphrase (optional)').fill('forty quiet herons');
    await ana.page.getByRole('button', { name: 'Yes, make a new link' }).click();
    await ana.page.getByText('It asks for a passphrase.').waitFor();
    await look('terms');
    const link = await ana.page.getByRole('textbox', { name: 'Participant link' }).inputValue();
    await ana.page.goto(link);
    await ana.page.getByRole('textbox', { name: 'Passphrase' }).waitFor();
    await look('passphrase');
    expect(found.filter((violation) => !isMenuApart(violation))).toEqual([]);
  });
});
