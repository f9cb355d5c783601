import type { Page } from 'playwright-core';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import { setActionDue, setActionOwner, tagAction, toggleReaction } from '../../shared/board/index.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { boardLink, canvasNote, joinBoard, seesNote, showView, startApp, visit } from '../support/app.ts';
import { violationsInBothThemes } from '../support/axe.ts';
import type { VisitorOptions } from '../support/browser.ts';
import { writeNote } from '../support/notes.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** A board with one note, 'Library', and the way to let people onto it. */
async function boardWithNote() {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const { token, participant } = await joinAs(server, board, 'participant', 'Robin', 'Lleida');
  const writer = openStock(server, `${board.board}/board`, token);
  await writer.synced();
  const note = writeNote(writer.doc, 'Library', participant);
  const come = async (name: string, options: VisitorOptions & { role?: Role; view?: 'Canvas' | 'Columns'; expectErrors?: RegExp } = {}) => {
    const { role = 'participant', view = 'Columns', ...more } = options;
    const visitor = await visit(chromium.browser, more);
    await joinBoard(visitor, boardLink(server, board, role), ...(role === 'viewer' ? [] : [name, 'Évora']));
    await showView(visitor.page, view);
    if (view === 'Canvas') await seesNote(visitor.page, 'Library');
    else await visitor.page.getByText('Library').first().waitFor();
    return visitor;
  };
  return { server, board, doc: writer.doc, note, me: participant!, come };
}

const details = (page: Page) => page.getByRole('complementary', { name: 'Note' });
const comments = (page: Page) => page.locator('.comment-text');
const openComments = async (page: Page) => {
  await page.getByRole('button', { name: /comments?: Library/i }).first().click();
  await page.getByRole('heading', { name: /^Comments/ }).waitFor();
};
const say = async (page: Page, text: string) => {
  await page.getByLabel('Your comment', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await comments(page).filter({ hasText: text }).waitFor();
};

describe('comments', () => {
  test('one says something on the canvas, another answers in columns and hears what is said; the note tells the number in both', async () => {
    const { come } = await boardWithNote();
    const { page: ana } = await come('Ana', { view: 'Canvas' });
    const { page: bela } = await come('Béla');
    await canvasNote(ana, 'Library').click();
    await openComments(ana);
    await say(ana, 'Who has the keys?');
    await bela.getByRole('button', { name: '1 comment: Library' }).click();
    await comments(bela).filter({ hasText: 'Who has the keys?' }).waitFor();
    await say(bela, 'The caretaker.');
    await until('the answer is read out to Ana', async () => (await ana.getByRole('status').allTextContents()).join(' ').includes('Béla says: The caretaker.'));
    expect(await comments(ana).allTextContents()).toEqual(['Who has the keys?', 'The caretaker.']);
    expect(await ana.getByLabel('Your comment', { exact: true }).evaluate((area) => area === document.activeElement)).toBe(true);
    await ana.keyboard.press('Escape');
    await until('the details are closed', async () => (await details(ana).count()) === 0);
    await canvasNote(ana, 'Library').getByRole('button', { name: '2 comments: Library' }).waitFor();

    // By keyboard from the note one is on, in both views.
    const signs = (page: Page) => page.getByRole('dialog', { name: 'Choose a reaction' });
    await bela.keyboard.press('Escape');
    for (const page of [ana, bela]) {
      await until('the details are closed', async () => (await details(page).count()) === 0);
      await page.keyboard.press('c');
      await until('the focus is with the comments', () => page.evaluate(() => document.activeElement?.textContent?.startsWith('Comments') ?? false));
      await page.keyboard.press('Escape');
      await until('they are closed again', async () => (await details(page).count()) === 0);
      await page.keyboard.press('r');
      await signs(page).waitFor();
      await page.keyboard.press('Escape');
      await signs(page).waitFor({ state: 'detached' });
    }

    // A search finds the note by what was said about it.
    await bela.keyboard.press('Control+f');
    await bela.keyboard.type('caretaker');
    const found = bela.locator('.find').getByRole('listbox').getByRole('option');
    await until('one note is found', async () => (await found.count()) === 1);
    expect(await found.textContent()).toMatch(/Library.*The caretaker\./);
    await found.getByRole('img', { name: 'In a comment' }).waitFor();
  });

  test('one changes and takes away what is one’s own; a facilitator takes away any; undo brings back only one’s own', async () => {
    const { come } = await boardWithNote();
    const { page: ana } = await come('Ana');
    const { page: bela } = await come('Béla');
    const { page: fay } = await come('Fay', { role: 'facilitator' });
    for (const page of [ana, bela, fay]) await openComments(page);
    await say(ana, 'frist');
    await comments(bela).filter({ hasText: 'frist' }).waitFor();
    expect(await bela.getByRole('button', { name: /(Edit|Delete) .*comment/ }).count()).toBe(0);
    await ana.getByRole('button', { name: 'Edit your comment: frist' }).click();
    await ana.getByRole('textbox', { name: 'Edit your comment' }).fill('first');
    await ana.keyboard.press('Control+Enter');
    await comments(bela).filter({ hasText: 'first' }).waitFor();
    await details(bela).getByText('edited').waitFor();
    await say(bela, 'rude');

    await fay.getByRole('button', { name: 'Delete the comment: rude' }).click();
    await until('it is gone for all', async () => (await comments(ana).count()) === 1 && (await comments(bela).count()) === 1);
    await ana.getByRole('button', { name: 'Delete the comment: first' }).click();
    await until('no comment is left', async () => (await comments(bela).count()) === 0);
    await ana.getByRole('button', { name: 'Undo' }).click();
    await until('Ana has hers back', async () => (await comments(bela).allTextContents()).join() === 'first');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await until('as it was before it was changed', async () => (await comments(bela).allTextContents()).join() === 'frist');
  });

  test('promise 2: what two people say offline is there for both when they are back', async () => {
    const { come } = await boardWithNote();
    const expectErrors = /ERR_INTERNET_DISCONNECTED/;
    const ana = await come('Ana', { expectErrors });
    const bela = await come('Béla', { expectErrors });
    for (const { page, context } of [ana, bela]) {
      await openComments(page);
      await context.setOffline(true);
      await page.getByText('Offline').first().waitFor();
    }
    await say(ana.page, 'from the train');
    await say(bela.page, 'from the cellar');
    for (const { context } of [ana, bela]) await context.setOffline(false);
    for (const { page } of [ana, bela]) {
      await until('both are there', async () => (await comments(page).allTextContents()).sort().join() === 'from the cellar,from the train');
    }
  });

  test('a note that is deleted while one reads about it can be put back with all that was said, and what is typed stays', async () => {
    const { come } = await boardWithNote();
    const { page: ana } = await come('Ana');
    const { page: bela } = await come('Béla');
    await openComments(ana);
    await say(ana, 'Keep this');
    await ana.getByLabel('Your comment', { exact: true }).fill('half a sent');
    await bela.getByRole('button', { name: 'More: Library' }).click();
    await bela.getByRole('menuitem', { name: 'Delete' }).click();
    await details(ana).getByText('This note has been deleted.').waitFor();
    expect(await ana.getByLabel('Your comment', { exact: true }).isDisabled()).toBe(true);
    await details(ana).getByRole('button', { name: 'Put it back' }).click();
    await bela.getByRole('button', { name: '1 comment: Library' }).waitFor();
    expect(await ana.getByLabel('Your comment', { exact: true }).inputValue()).toBe('half a sent');
  });
});

describe('reactions', () => {
  test('with one thumb on a phone of 320 px: two taps, and a third takes it back; the others see who', async () => {
    const { come } = await boardWithNote();
    const { page: ana } = await come('Ana', { width: 320, height: 640, phone: true });
    const { page: bela } = await come('Béla', { view: 'Canvas' });
    await ana.getByRole('button', { name: 'React: Library' }).tap();
    const choice = ana.getByRole('dialog', { name: 'Choose a reaction' });
    for (const button of await choice.getByRole('button').all()) {
      const box = (await button.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      expect(box.x + box.width).toBeLessThanOrEqual(320);
    }
    await choice.getByRole('button', { name: 'Good idea' }).tap();
    await canvasNote(bela, 'Library').getByRole('button', { name: '1 reaction Good idea, 1: Ana' }).waitFor();
    const chip = ana.getByRole('button', { name: 'Good idea, 1: Ana' });
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(await ana.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await chip.tap();
    await until('it is taken back', async () => (await bela.getByRole('button', { name: /Good idea/ }).count()) === 0);
  });

  test('two join in one reaction, and the undo of one leaves the other’s', async () => {
    const { come } = await boardWithNote();
    const { page: ana } = await come('Ana');
    const { page: bela } = await come('Béla');
    await ana.getByRole('button', { name: 'React: Library' }).click();
    await ana.getByRole('button', { name: 'I agree' }).click();
    await bela.getByRole('button', { name: 'I agree, 1: Ana' }).click();
    await ana.getByRole('button', { name: 'I agree, 2: Ana and Béla' }).waitFor();
    await ana.getByRole('button', { name: 'Undo' }).click();
    const left = bela.getByRole('button', { name: 'I agree, 1: Béla' });
    await left.waitFor();
    expect(await left.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('actions', () => {
  test('promise 7: by keyboard alone a note becomes an action with an owner and a day; the list on another’s canvas has it', async () => {
    const { come } = await boardWithNote();
    const { page: ana } = await come('Ana');
    const { page: bela } = await come('Béla', { view: 'Canvas' });
    await ana.getByRole('button', { name: 'More: Library' }).focus();
    await ana.keyboard.press('Enter');
    await ana.getByRole('menuitem', { name: 'Action…' }).waitFor();
    await ana.keyboard.type('Act');
    await ana.getByRole('menuitem', { name: 'Action…' }).and(ana.locator('[data-highlighted]')).waitFor();
    await ana.keyboard.press('Enter');
    await details(ana).waitFor();
    await until('the focus is on the action', async () => (await ana.evaluate(() => document.activeElement?.textContent)) === 'Action');
    await ana.keyboard.press('Tab');
    await ana.keyboard.press('Enter');
    const owner = ana.getByLabel('Who sees to it');
    await owner.waitFor();
    await owner.focus();
    await ana.keyboard.type('béla');
    await ana.keyboard.press('Tab');
    await ana.getByLabel('By when').focus();
    await ana.keyboard.type('03032031');
    await ana.keyboard.press('Tab');

    await canvasNote(bela, 'Library').getByText('Action').waitFor();
    await bela.getByRole('button', { name: 'Actions: 1 to do' }).click();
    const row = bela.getByRole('dialog', { name: 'Actions' }).getByRole('listitem');
    await row.getByText('Béla', { exact: true }).waitFor();
    await row.getByText('3 Mar 2031').waitFor();
    await row.getByRole('checkbox', { name: 'Done: Library' }).check();
    await ana.getByRole('button', { name: 'Actions: none to do' }).waitFor();
    expect(await details(ana).getByLabel('This is done').isChecked()).toBe(true);

    // From the list to the note, wherever one is.
    await bela.getByRole('button', { name: 'Library', exact: true }).click();
    expect(await details(bela).getByLabel('Who sees to it').inputValue()).toBe('Béla');
    expect(await details(bela).getByLabel('By when').inputValue()).toBe('2031-03-03');
    await ana.keyboard.press('Escape');
    await until('the focus is back on the note', () => ana.evaluate(() => document.activeElement?.closest('[data-note]') !== null));
  });

  test('an owner may be anybody, oneself by one press; each is one step of undo', async () => {
    const { come } = await boardWithNote();
    const { page: ana } = await come('Ana', { view: 'Canvas' });
    await canvasNote(ana, 'Library').click();
    await ana.getByRole('button', { name: 'Make it an action' }).first().click();
    const owner = details(ana).getByLabel('Who sees to it');
    await owner.fill('The youth council');
    await owner.press('Enter');
    await details(ana).getByRole('button', { name: 'I will do it' }).click();
    expect(await owner.inputValue()).toBe('Ana');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await until('the council has it again', async () => (await owner.inputValue()) === 'The youth council');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await until('nobody has it', async () => (await owner.inputValue()) === '');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await details(ana).getByRole('button', { name: 'Make it an action' }).waitFor();
  });
});

describe('who may not write', () => {
  test('a viewer sees comments, reactions and actions in both views, and finds nothing to do with them', async () => {
    const { come, doc, note, me } = await boardWithNote();
    const { page: ana } = await come('Ana');
    await openComments(ana);
    await say(ana, 'Read me');
    toggleReaction(doc, note, 'love', me);
    tagAction(doc, [note], true);
    setActionOwner(doc, note, { name: 'The mayor' });
    setActionDue(doc, note, '2020-02-02');
    const { page: viewer } = await come('', { role: 'viewer' });
    await viewer.getByText('I love it, 1: Robin').waitFor({ state: 'attached' });
    expect(await viewer.getByRole('button', { name: /^React/ }).count()).toBe(0);
    await openComments(viewer);
    await comments(viewer).filter({ hasText: 'Read me' }).waitFor();
    await details(viewer).getByText('The mayor').waitFor();
    await details(viewer).getByText('overdue').first().waitFor();
    expect(await details(viewer).locator('input, textarea, [aria-pressed]').count()).toBe(0);
    await viewer.getByRole('button', { name: /^Actions/ }).click();
    await viewer.getByRole('dialog').getByText('The mayor').waitFor();
    expect(await viewer.getByRole('checkbox').count()).toBe(0);
    await viewer.keyboard.press('Escape');
    await showView(viewer, 'Canvas');
    await canvasNote(viewer, 'Library').getByRole('button', { name: '1 comment: Library' }).waitFor();
  });

  test('while the board is locked, what one could do is disabled, and words say why', async () => {
    const { come } = await boardWithNote();
    const { page: ana } = await come('Ana');
    const { page: fay } = await come('Fay', { role: 'facilitator' });
    await openComments(ana);
    await ana.getByLabel('Your comment', { exact: true }).fill('Not sent yet');
    await fay.getByRole('button', { name: 'Lock the board' }).click();
    await details(ana).getByText('The board is locked: you can read here, not write.').waitFor();
    expect(await ana.getByLabel('Your comment', { exact: true }).isDisabled()).toBe(true);
    expect(await details(ana).getByRole('button', { name: 'I agree: nobody yet' }).isDisabled()).toBe(true);
    await fay.getByRole('button', { name: 'Unlock the board' }).click();
    await until('it can be sent', async () => !(await ana.getByLabel('Your comment', { exact: true }).isDisabled()));
    expect(await ana.getByLabel('Your comment', { exact: true }).inputValue()).toBe('Not sent yet');
  });
});

test('promise 5: comments, reactions and actions that make no sense take nothing else down', async () => {
  const { come, doc, note } = await boardWithNote();
  const { page: ana } = await come('Ana');
  const { page: bela } = await come('Béla', { view: 'Canvas' });
  doc.transact(() => {
    const content = doc.getMap<Y.Map<unknown>>('notes').get(note)!;
    content.set('comment:bad', 7);
    content.set('comment:worse', new Y.Map([['text', 'not shared']]));
    content.set('comment:odd', new Y.Map<unknown>([['text', new Y.Text('From a time no clock has')], ['author', null], ['createdAt', 1e300]]));
    content.set('reaction:agree:nobody', true);
    content.set('reaction:shrug:x', true);
    content.set('action', true);
    content.set('actionDue', 'yesterday');
    content.set('actionOwner', { participant: 12 });
  });
  await openComments(ana);
  await ana.getByText('2 comments cannot be read').waitFor();
  await comments(ana).filter({ hasText: 'From a time no clock has' }).waitFor();
  expect(await ana.getByRole('button', { name: /^I agree, / }).count()).toBe(0);
  await say(ana, 'Still here');
  await canvasNote(bela, 'Library').getByRole('button', { name: '2 comments: Library' }).waitFor();
  expect(await bela.locator('.canvas-note').count()).toBe(1);
});

test('marks take no room from a note on the canvas: its size and its text stay as they were', async () => {
  const { come, doc, note, me } = await boardWithNote();
  const { page: ana } = await come('Ana', { view: 'Canvas' });
  const text = () => canvasNote(ana, 'Library').locator('.canvas-note-text').evaluate((p) => [p.clientWidth, p.clientHeight, getComputedStyle(p).fontSize].join());
  const size = () => canvasNote(ana, 'Library').evaluate((paper) => [(paper as HTMLElement).offsetWidth, (paper as HTMLElement).offsetHeight].join());
  const before = [await text(), await size()];
  tagAction(doc, [note], true);
  setActionOwner(doc, note, { name: 'Somebody with a name that is far too long for the edge of a note' });
  toggleReaction(doc, note, 'agree', me);
  await canvasNote(ana, 'Library').getByText('Action').waitFor();
  expect([await text(), await size()]).toEqual(before);
});

describe('axe, light and dark', () => {
  test.each([
    { width: 1440, height: 900, language: 'en-GB' },
    { width: 390, height: 844, language: 'pt-PT', phone: true },
  ])('finds nothing on a note with all its marks, its details and the list of actions, $width px, $language', async (options) => {
    const { server, board, doc, note, me } = await boardWithNote();
    toggleReaction(doc, note, 'celebrate', me);
    tagAction(doc, [note], true);
    setActionDue(doc, note, '2020-02-02');
    const visitor = await visit(chromium.browser, options);
    const { page } = visitor;
    await page.goto(boardLink(server, board, 'facilitator'));
    await page.locator('form .input').nth(0).fill('Rita');
    await page.locator('form .input').nth(1).fill('Lleida');
    await page.keyboard.press('Enter');
    await page.locator('input[name=view]').nth(1).check({ force: true });
    await page.locator('.reaction-chip').first().waitFor();
    const found: string[] = [];
    const look = async (screen: string) => found.push(...(await violationsInBothThemes(page)).map((violation) => `${screen}: ${violation}`));
    await look('columns');
    await page.locator('[data-part="react"]').click();
    await page.locator('.reaction-choice').waitFor();
    await look('reactions');
    await page.keyboard.press('Escape');
    await page.locator('[data-part="comments"]').click();
    await page.locator('.comment-form textarea').fill('Bom dia');
    await page.keyboard.press('Control+Enter');
    await page.locator('.comment-text').waitFor();
    await look('details');
    await page.keyboard.press('Escape');
    if (options.phone) {
      // There the bar has no room for it.
      await page.getByRole('button', { name: 'Definições' }).click();
      await page.getByRole('menuitem', { name: /^Ações/ }).click();
    } else {
      await page.locator('.board-actions').click();
    }
    await page.locator('.actions-row').waitFor();
    await look('actions');
    expect(found).toEqual([]);
  });
});
