import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../shared/languages.ts';
import { SITE_LIMITS } from '../../shared/protocol/limits.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { boardLink } from './app.ts';
import { startFullBoard, type FullBoard } from './full-board.ts';
import { until } from './until.ts';
import { wordsOf, type Words } from './words.ts';
import { call } from './workshop.ts';

/** Screens that are refused, which the browser reports: by a wrong link, and of a board that was deleted. */
export const REFUSED_ON_PURPOSE = /status of (403|410)/;

interface Walk {
  page: Page;
  /** What the screens say. */
  t: Words;
  full: FullBoard;
  look: (screen: string) => Promise<void>;
}

/** The two halves of the way past every screen; each begins on a board of its own. */
export const WAYS = {
  'getting ready': [comingIn, canvas, columns, dialogs, (walk: Walk) => bigScreen(walk, 'before the agenda')],
  'from private writing to the report': [joining, privately, allAtOnce, results, lookingBack, closedDoors],
} as const;

/**
 * Leads past screens: the page comes in, does all that a facilitator does, looks on as a participant,
 * looks back, and stands before closed doors.
 * @param language the one the page speaks
 * @param look called on each, with its name
 */
export async function everyScreen(page: Page, language: Language, way: keyof typeof WAYS, look: (screen: string) => Promise<void>): Promise<void> {
  const walk: Walk = { page, t: wordsOf(language), full: await startFullBoard(), look };
  for (const part of WAYS[way]) await part(walk);
}

async function comingIn({ page, t, full, look }: Walk): Promise<void> {
  await page.goto(full.server.url);
  await page.locator('form').waitFor();
  await look('home');
  await page.getByLabel(t('home:create.name')).fill('A board');
  await page.getByLabel(t('home:create.workshop'), { exact: true }).fill('A workshop');
  await button(page, t('home:create.submit')).click();
  await page.locator('.link-card').first().waitFor();
  await look('links');

  await page.goto(boardLink(full.server, full.created, 'participant'));
  await page.getByLabel(t('join:name')).focus();
  await page.getByLabel(t('sites:join.label')).check();
  await button(page, t('join:submit')).click();
  await page.getByText(t('sites:join.missing', { max: SITE_LIMITS.room })).waitFor();
  await look('join for a room, with what is missing');
  await goToBoard(page, full, 'facilitator');
  await page.getByLabel(t('join:name')).waitFor();
  await look('join');
  await join(page, t);
}

async function joining({ page, t, full }: Walk): Promise<void> {
  await goToBoard(page, full, 'facilitator');
  await join(page, t);
}

async function join(page: Page, t: Words): Promise<void> {
  await page.getByLabel(t('join:name')).fill('Rita');
  await page.getByLabel(t('join:site')).fill('Lleida');
  await page.keyboard.press('Enter');
  await page.locator('input[name=view]').first().waitFor({ state: 'attached' });
}

async function canvas({ page, look }: Walk): Promise<void> {
  await showView(page, 'canvas');
  await look('canvas');
  await page.locator('.tl-container').focus();
  await page.keyboard.press('Control+a');
  await page.locator('.canvas-selection').waitFor();
  await look('selected on the canvas');
  await page.keyboard.press('Escape');
}

async function columns({ page, full, look }: Walk): Promise<void> {
  full.collect();
  await showView(page, 'columns');
  await page.getByText('A note to look at').first().waitFor();
  await page.locator('.board-banner').nth(1).waitFor();
  await look('columns, while notes are collected');

  const note = page.locator('.columns-view [data-note]').filter({ hasText: 'A note to look at' }).first();
  await note.locator('[data-part=menu]').click();
  await page.getByRole('menu').waitFor();
  await look('menu of a note');
  await leave(page);
  await note.locator('[data-part=react]').click();
  await page.locator('.reaction-choice').waitFor();
  await look('reactions to choose from');
  await leave(page);
  await note.locator('[data-part=comments]').click();
  await page.locator('.note-details').waitFor();
  await look('a note in detail');
  await leave(page);

  await page.keyboard.press('s');
  const ticks = page.locator('.columns-view .note-tick input');
  for (const index of [0, 1]) await ticks.nth(index).press(' ');
  await look('notes selected in columns');
  await page.keyboard.press('Control+g');
  await page.getByRole('dialog').waitFor();
  await look('name of a group');
  await leave(page);
  await page.keyboard.press('Escape');
  await until('the focus is back where selecting began', () => page.evaluate(() => document.activeElement?.matches('[data-select-start]') ?? false));

  await page.keyboard.press('Control+f');
  await page.keyboard.type('a');
  await page.locator('.find').getByRole('listbox').getByRole('option').first().waitFor();
  await look('search');
  await leave(page);
}

async function dialogs(walk: Walk): Promise<void> {
  const { page, t, look } = walk;
  await page.keyboard.press('?');
  await page.locator('.key-map').waitFor();
  await look('keyboard map');
  await leave(page);

  await button(page, t('common:settings')).click();
  await page.getByRole('menu').waitFor();
  await look('settings menu');
  await leave(page);
  for (const [key, name] of [['settings:open', 'settings'], ['keeping:open', 'keeping'], ['desk:anonymous.make', 'making it anonymous'], ['common:forget.open', 'forgetting']] as const) {
    await fromMenu(page, t('common:settings'), t(key));
    if (key === 'keeping:open') await button(page, t('keeping:delete.open')).click();
    await look(name);
    await leave(page);
  }

  await page.locator('.board-people').click();
  await page.locator('.board-people-list').waitFor();
  await look('people');
  await page.getByRole('button', { name: t('sites:only.label', { name: 'Évora' }) }).click();
  await leave(page);
  await page.locator('.sites-only').waitFor();
  await look('one site alone');
  await button(page, t('sites:only.all')).click();
  await page.locator('.board-people').click();
  await button(page, t('sites:people.sites')).click();
  await page.locator('.sites-list').waitFor();
  await look('sites');
  await button(page, t('sites:dialog.edit', { name: 'Évora' })).click();
  await look('a site');
  await leave(page);

  await button(page, t('board:share')).click();
  await page.getByRole('dialog').waitFor();
  await look('share');
  await leave(page);
  await fromBar(walk, t('board:snapshots'));
  await button(page, t('report:snapshots.share')).click();
  await button(page, t('report:links.make')).click();
  await page.locator('.snapshot-links').waitFor();
  await look('snapshots, with links of a report');
  await leave(page);
  await fromBar(walk, t('note:actions.button', { count: 2 }));
  await look('actions');
  await leave(page);

  await button(page, t('agenda:open')).click();
  await page.locator('.agenda-steps').waitFor();
  await look('agenda');
  await button(page, t('agenda:dialog.add')).click();
  await page.locator('.agenda-kinds').first().waitFor();
  await look('a step');
  await leave(page);

  await button(page, t('lead:menu')).click();
  await page.getByRole('menu').waitFor();
  await look('leading');
  await leave(page);
  await fromMenu(page, t('lead:menu'), t('lead:ask'));
  await page.getByLabel(t('polls:kinds.choice')).check();
  await look('a question');
  await leave(page);
  await fromMenu(page, t('lead:menu'), t('lead:collect'));
  await look('collecting');
  await leave(page);

  await fromBar(walk, t('votes:button'));
  await page.getByRole('dialog').getByRole('button', { name: t('votes:start.act') }).click();
  for (const part of await page.locator('.round-several summary').all()) await part.click();
  await look('a new round of voting');
  await leave(page);

  const board = button(page, t('structure:menu.board'));
  await fromMenu(page, (await board.isVisible()) ? t('structure:menu.board') : t('common:settings'), t('structure:menu.all'));
  await look('structure');
  await page.getByRole('dialog').getByRole('button', { name: t('structure:row.edit', { name: t('common:columns.obstacles') }) }).first().click();
  await look('a part of the structure');
  await leave(page);
  const approach = page.locator('.columns-view .structure-menu').first();
  await approach.click();
  await page.getByRole('menuitem', { name: t('breakout:do') }).click();
  await page.getByLabel(t('breakout:ways.mixed')).check();
  await look('breakouts');
  await leave(page);
}

async function privately({ page, t, full, look }: Walk): Promise<void> {
  await goToBoard(page, full, 'facilitator');
  await full.writePrivately();
  await page.locator('.agenda').waitFor();
  await showView(page, 'columns');
  await page.keyboard.press('n');
  await page.keyboard.type('Mine alone');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await page.locator('.columns-view .desk-tag').waitFor();
  await page.getByText(t('desk:waiting', { count: 2 })).waitFor();
  await look('writing privately');
  await button(page, t('desk:show.all')).click();
  await page.getByRole('dialog').waitFor();
  await look('asked before revealing');
  await leave(page);
}

async function allAtOnce(walk: Walk): Promise<void> {
  const { page, t, full, look } = walk;
  await full.doAllAtOnce('Rita');
  await page.locator('.round-bar .round-acts').waitFor();
  await page.locator('.vote-stepper').first().waitFor();
  await page.locator('.poll').waitFor();
  await page.getByText(t('breakout:go')).waitFor();
  await look('columns, all at once');
  await unfoldAgenda(walk);
  await page.locator('.agenda-readiness').click();
  await page.locator('.board-people-list').waitFor();
  await look('who is ready');
  await leave(page);
  await button(page, t('votes:cancel')).click();
  await page.getByRole('dialog').waitFor();
  await look('asked before cancelling a round');
  await leave(page);
  await fromMenu(page, t('lead:menu'), t('lead:pretend.do'));
  await unfoldAgenda(walk);
  await button(page, t('agenda:soFar.open')).click();
  await page.locator('.agenda-so-far').waitFor();
  await look('as a participant, with the steps so far');
  await leave(page);
  await showView(page, 'canvas');
  await look('canvas as a participant, all at once');
  await button(page, t('lead:pretend.end')).click();
  await bigScreen(walk, 'with all at once');
}

async function results(walk: Walk): Promise<void> {
  const { page, t, full, look } = walk;
  await full.count();
  await goToBoard(page, full, 'facilitator');
  await page.locator('.agenda').waitFor();
  await showView(page, 'columns');
  await page.locator('.vote-count').first().waitFor();
  await look('columns with results');
  await fromBar(walk, t('votes:button'));
  await page.locator('.round-bars').waitFor();
  await look('results as bars');
  await page.getByLabel(t('votes:as.table')).check();
  await look('results as a table');
  await leave(page);
  await bigScreen(walk, 'with results');
}

/** What the room sees, with the code to join by. */
async function bigScreen({ page, full, look }: Walk, when: string): Promise<void> {
  const { facilitator, participant } = full.created.links;
  await page.goto(`${full.server.url}/screen/${full.created.board}#${facilitator}.${participant}`);
  await page.locator('.screen-join svg').waitFor();
  await page.locator('.screen-note, .screen-count, .screen-vote').first().waitFor();
  await look(`big screen ${when}`);
}

async function lookingBack({ page, t, full, look }: Walk): Promise<void> {
  const { server, created } = full;
  await page.goto(`${server.url}/history/${created.board}`);
  await page.locator('.columns-view [data-note]').first().waitFor();
  await look('history');
  await button(page, t('history:compare.open')).click();
  await page.locator('.history-compare select').first().waitFor();
  await page.locator('.history-empty, .history-acts').first().waitFor();
  await look('comparison');
  await page.goto(`${server.url}/report/${created.board}/${full.snapshot()}`);
  await page.getByText('A note to look at').filter({ visible: true }).first().waitFor();
  await look('report');
  await button(page, t('report:edit.open')).click();
  await page.locator('.report-edit').waitFor();
  await look('editing a report');
}

async function closedDoors({ page, t, full, look }: Walk): Promise<void> {
  const { server, created } = full;
  const anonymous = { template: 'partnership', title: 'Freely spoken', workshop: 'Spring', language: 'en', anonymous: true };
  const other = (await call(server, '/boards', { body: anonymous })).body;
  await page.goto(boardLink(server, other, 'participant'));
  await page.locator('.join-anonymous').waitFor();
  await look('join an anonymous board');
  await page.getByLabel(t('join:name')).press('Enter');
  await page.locator('.anonymous-sign').click();
  await page.getByRole('dialog').waitFor();
  await look('what anonymous means');

  const guarded = (await call(server, `/boards/${created.board}/links/viewer`, { body: { passphrase: 'open sesame' }, secret: full.token })).body.secret;
  await page.goto(`${server.url}/board/${created.board}#${guarded}`);
  await page.getByRole('textbox', { name: t('join:passphrase.label') }).waitFor();
  await look('passphrase');
  await page.goto(`${server.url}/board/${created.board}#wrong`);
  await page.getByRole('alert').waitFor();
  await look('refusal');
  await call(server, `/boards/${created.board}`, { method: 'DELETE', body: { title: 'Learning city' }, secret: full.token });
  await page.goto(boardLink(server, created, 'facilitator'));
  await button(page, t('keeping:bringBack')).waitFor();
  await look('a deleted board');
}

function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true }).first();
}

async function goToBoard(page: Page, { server, created }: FullBoard, role: Role): Promise<void> {
  await page.goto(boardLink(server, created, role));
}

async function showView(page: Page, view: 'canvas' | 'columns'): Promise<void> {
  const choice = page.locator(`input[name=view][value=${view}]`);
  await choice.waitFor({ state: 'attached' });
  await choice.check({ force: true });
  await page.locator(view === 'canvas' ? '[data-column]' : '.columns-view [data-list]').first().waitFor();
}

async function fromMenu(page: Page, menu: string, item: string): Promise<void> {
  await button(page, menu).click();
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').or(page.locator('.board-news')).first().waitFor();
}

/** On a narrow screen some buttons of the bar stand in the menu. */
async function fromBar({ page, t }: Walk, name: string): Promise<void> {
  if (await button(page, name).isVisible()) await button(page, name).click();
  else await fromMenu(page, t('common:settings'), name);
  await page.getByRole('dialog').waitFor();
}

/** On a phone the step folds away for whoever has gone on to the notes. */
async function unfoldAgenda({ page, t }: Walk): Promise<void> {
  const unfold = button(page, t('agenda:unfold'));
  if (await unfold.isVisible()) await unfold.click();
}

/** Out of a dialog, a menu, a panel or a popover. */
async function leave(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await until('what was open is closed', async () => (await page.locator('[role=dialog], [role=menu], .note-details, .find').count()) === 0);
}
