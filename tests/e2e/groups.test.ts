import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { boardLink, canvasColumn, canvasNote, columnCount, dragNote, fitBoard, joinBoard, seesNote, showView, startApp, visit, writeInColumns, writeOnCanvas } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { addNote } from '../support/board.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** A board of one approach with Ana and Béla in a view. */
async function two(view: 'Canvas' | 'Columns') {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const ana = await visit(chromium.browser);
  const bela = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(bela, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await showView(ana.page, view);
  await showView(bela.page, view);
  return { server, board, ana: ana.page, bela: bela.page };
}

/** A group's list in the Columns view, by its title, as a screen reader finds it. */
const groupList = (page: Page, title: string) => page.getByRole('list', { name: new RegExp(title) });
const inGroup = (page: Page, title: string) => groupList(page, title).getByRole('listitem');
const tick = (page: Page, text: string) => page.getByRole('checkbox', { name: `Select: ${text}` });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

async function writeThree(page: Page) {
  for (const text of ['Schools', 'Library', 'Market']) await writeInColumns(page, 'Opportunities', text);
}

/** Ticks notes and makes a group of them, by keyboard. */
async function groupInColumns(page: Page, title: string, texts: string[]) {
  await page.keyboard.press('s');
  for (const text of texts) {
    await tick(page, text).focus();
    await page.keyboard.press('Space');
  }
  await page.keyboard.press('Control+g');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await groupList(page, title).waitFor();
}

describe('groups in columns', () => {
  test('promise 7: several notes are selected, grouped, renamed, moved, ungrouped and deleted by keyboard; another sees it, and each is one undo', async () => {
    const { ana, bela } = await two('Columns');
    await writeThree(ana);
    await groupInColumns(ana, 'Learning', ['Schools', 'Market']);
    await until('Béla sees the group', async () => (await inGroup(bela, 'Learning').count()) === 2);
    expect(await ana.getByRole('checkbox').count()).toBe(0);
    await until('the focus is where selecting began', async () => (await focused(ana)).includes('Select notes'));

    const menu = async (item: string) => {
      await ana.getByRole('button', { name: /More about the group/ }).focus();
      await ana.keyboard.press('Enter');
      await ana.getByRole('menuitem', { name: item }).focus();
      await ana.keyboard.press('Enter');
    };
    await menu('Rename…');
    await ana.getByRole('dialog').waitFor();
    await ana.keyboard.type('Places');
    await ana.keyboard.press('Enter');
    await groupList(bela, 'Places').waitFor();
    await menu('Move later');
    await until('the group comes last', async () => (await bela.locator('.note-list').first().innerText()).indexOf('Library') < (await bela.locator('.note-list').first().innerText()).indexOf('Places'));
    await menu('Obstacles');
    await until('it is among the obstacles', async () => (await bela.locator('[data-list="partnership/obstacles"]').innerText()).includes('Market'));
    await until('the focus is with the group', async () => (await focused(ana)) === 'More about the group “Places”');
    await menu('Ungroup, keep the notes');
    await until('the notes stay', async () => (await groupList(bela, 'Places').count()) === 0 && (await bela.getByRole('heading', { name: /Obstacles.*2/ }).count()) === 1);
    await until('the focus is with its first note', async () => /(More|Edit): Schools/.test(await focused(ana)));
    await ana.keyboard.press('Control+z');
    await groupList(bela, 'Places').waitFor();
    await menu('Delete with its notes');
    await until('all are gone', async () => (await bela.getByText('Market').count()) === 0);
    for (let step = 0; step < 4; step += 1) await ana.keyboard.press('Control+z');
    await until('four undos later there is the group as it was made', async () => (await inGroup(bela, 'Learning').count()) === 2 && (await bela.getByRole('heading', { name: /Opportunities.*3/ }).count()) === 1);
    await ana.keyboard.press('Control+z');
    await until('and one more takes it apart', async () => (await groupList(bela, 'Learning').count()) === 0 && (await bela.getByRole('heading', { name: /Opportunities.*3/ }).count()) === 1);
  });

  test('selected notes are recoloured, moved and deleted as one undo each; a note goes into a group and out by its menu', async () => {
    const { ana, bela } = await two('Columns');
    await writeThree(ana);
    await ana.getByRole('button', { name: 'Select notes' }).click();
    await ana.getByRole('checkbox', { name: 'Select all: Opportunities' }).check();
    await ana.getByRole('toolbar', { name: 'The selected notes' }).getByText('3 selected').waitFor();
    await ana.getByRole('button', { name: 'Colour' }).click();
    await ana.getByRole('menuitemradio', { name: 'Blue' }).click();
    expect(await violations(ana)).toEqual([]);
    await until('all are blue', async () => (await bela.locator('.note-sky').count()) === 3);
    await tick(ana, 'Library').uncheck();
    await ana.getByRole('button', { name: 'Move to', exact: true }).click();
    await ana.getByRole('menuitem', { name: 'Challenges' }).click();
    await until('two have moved', async () => (await bela.getByRole('heading', { name: /Challenges.*2/ }).count()) === 1);
    await ana.keyboard.press('Control+z');
    await until('two are back', async () => (await bela.getByRole('heading', { name: /Opportunities.*3/ }).count()) === 1);

    await groupInColumns(ana, 'Here', ['Library']);
    await ana.getByRole('button', { name: 'More: Market' }).click();
    await ana.getByRole('menuitem', { name: 'Here' }).click();
    await until('it is in the group', async () => (await inGroup(bela, 'Here').count()) === 2);
    await ana.getByRole('button', { name: 'More: Market' }).click();
    await ana.getByRole('menuitem', { name: 'Out of the group' }).click();
    await until('it is out again', async () => (await inGroup(bela, 'Here').count()) === 1);
    await until('the focus is with the note', async () => (await focused(ana)) === 'More: Market');

    await ana.keyboard.press('s');
    await ana.getByRole('checkbox', { name: 'Select all: Opportunities' }).check();
    await ana.getByRole('toolbar', { name: 'The selected notes' }).getByRole('button', { name: 'Delete' }).click();
    await until('all are gone', async () => (await bela.locator('.note').count()) === 0);
    await ana.keyboard.press('Control+z');
    await until('all are back', async () => (await bela.locator('.note').count()) === 3);
  });

  test('whoever types in a note keeps it in hand while others group it, move the group, fold it, and take it apart', async () => {
    const { ana, bela } = await two('Columns');
    await writeThree(ana);
    await ana.getByRole('button', { name: 'Edit: Library' }).click();
    await ana.keyboard.type(' and');
    await ana.keyboard.press('ArrowLeft');
    await bela.getByText('Library and').waitFor();
    const typing = async (what: string) => {
      expect(await focused(ana)).toContain('Text of the note');
      await ana.keyboard.type(what);
      await until(`Béla sees ${what}`, async () => (await bela.getByText(what).count()) > 0);
    };
    await groupInColumns(bela, 'Places', ['Library and', 'Market']);
    await until('it is grouped', async () => (await inGroup(ana, 'Places').count()) === 2);
    await typing('1');
    // Folding is Béla's own: Ana's page does not change.
    await bela.getByRole('button', { name: /^Places/ }).click();
    await until('folded for Béla', async () => (await inGroup(bela, 'Places').count()) === 0);
    expect(await inGroup(ana, 'Places').count()).toBe(2);
    await bela.getByRole('button', { name: /^Places/ }).click();
    await bela.getByRole('button', { name: /More about the group/ }).click();
    await bela.getByRole('menuitem', { name: 'Challenges' }).click();
    await until('it is elsewhere', async () => (await ana.getByRole('heading', { name: /Challenges.*2/ }).count()) === 1);
    await typing('2');
    await bela.getByRole('button', { name: /More about the group/ }).click();
    await bela.getByRole('menuitem', { name: 'Ungroup' }).click();
    await until('it is taken apart', async () => (await groupList(ana, 'Places').count()) === 0);
    await typing('3');
    await until('caret and words are where they were', async () => (await bela.locator('.note-text').filter({ hasText: 'Library an123d' }).count()) === 1);
    await bela.keyboard.press('Control+z');
    await groupList(bela, 'Places').waitFor();
    await bela.getByRole('button', { name: /More about the group/ }).click();
    await bela.getByRole('menuitem', { name: 'Delete with its notes' }).click();
    await ana.getByRole('group', { name: /Someone deleted the note you were writing in/ }).waitFor();
    await ana.getByRole('button', { name: 'Put it back' }).click();
    await bela.locator('.note-text').filter({ hasText: 'Library an123d' }).waitFor();
  });

  test('a viewer reads groups, folds them on the own device for good, and can change nothing', async () => {
    const { server, board, ana } = await two('Columns');
    await writeThree(ana);
    await groupInColumns(ana, 'Places', ['Library', 'Market']);
    const { page } = await visit(chromium.browser);
    await joinBoard({ page }, boardLink(server, board, 'viewer'));
    await showView(page, 'Columns');
    await until('the group is there', async () => (await inGroup(page, 'Places').count()) === 2);
    expect(await page.getByRole('button', { name: /Select notes|More about|More:/ }).count()).toBe(0);
    await page.getByRole('button', { name: /^Places/ }).click();
    await page.reload();
    await page.getByRole('button', { name: /^Places/, expanded: false }).waitFor();
    expect(await inGroup(page, 'Places').count()).toBe(0);
  });
});

const canvasGroup = (page: Page, title: string) => page.locator('.canvas-group').filter({ has: page.getByRole('heading', { name: title }) });

/** The words of the notes that lie within a group's frame on the canvas, in reading order. */
async function framed(page: Page, title: string): Promise<string[]> {
  const frame = (await canvasGroup(page, title).boundingBox())!;
  const inside: { text: string; x: number; y: number }[] = [];
  for (const note of await page.locator('.canvas-note').all()) {
    const box = (await note.boundingBox())!;
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    if (centre.x < frame.x || centre.x > frame.x + frame.width || centre.y < frame.y || centre.y > frame.y + frame.height) continue;
    inside.push({ text: (await note.locator('.canvas-note-text').innerText()).trim(), x: box.x, y: box.y });
  }
  return inside.sort((a, b) => a.y - b.y || a.x - b.x).map(({ text }) => text);
}

const count = (page: Page, column: string) => columnCount(page, `partnership/${column}`);

/** Groups all notes of the canvas by keyboard. */
async function groupAll(page: Page, title: string) {
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+g');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await canvasGroup(page, title).waitFor();
}

/** Drags something by the mouse from one point to another, in steps as a hand does. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }, release = true) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 10 });
  if (release) await page.mouse.up();
}

describe('groups on the canvas', () => {
  test('selected notes are grouped, a note is dragged in and out, the group is dragged by its header; another sees it as it happens', async () => {
    const { ana, bela } = await two('Canvas');
    for (const text of ['Schools', 'Library']) await writeOnCanvas(ana, 'partnership/opportunities', text);
    await groupAll(ana, 'Places');
    await fitBoard(ana);
    await fitBoard(bela);
    await until('Béla sees both in the frame', async () => (await canvasGroup(bela, 'Places').count()) === 1 && (await framed(bela, 'Places')).join() === 'Schools,Library');
    await writeOnCanvas(ana, 'partnership/challenges', 'Market');
    await fitBoard(ana);
    await dragNote(ana, canvasNote(ana, 'Market'), canvasGroup(ana, 'Places'));
    await until('Market is in the group', async () => (await count(bela, 'opportunities')) === '3' && (await framed(bela, 'Places')).length === 3);
    await dragNote(ana, canvasNote(ana, 'Schools'), canvasColumn(ana, 'partnership/obstacles'));
    await until('Schools is out of it', async () => (await count(bela, 'obstacles')) === '1' && (await framed(bela, 'Places')).sort().join() === 'Library,Market');

    const head = (await canvasGroup(ana, 'Places').locator('.canvas-group-head').boundingBox())!;
    const target = (await canvasColumn(ana, 'partnership/obstacles').boundingBox())!;
    const before = (await canvasGroup(bela, 'Places').boundingBox())!;
    const grip = { x: head.x + 20, y: head.y + head.height / 2 };
    await drag(ana, grip, { x: target.x + target.width / 2, y: target.y + target.height * 0.8 }, false);
    await until('Béla sees the frame and its notes on their way', async () => {
      const box = (await canvasGroup(bela, 'Places').boundingBox())!;
      return box.x > before.x + 100 && (await framed(bela, 'Places')).length === 2;
    });
    expect(await count(bela, 'opportunities')).toBe('2');
    await ana.mouse.up();
    await until('the group has moved', async () => (await count(bela, 'obstacles')) === '3' && (await framed(bela, 'Places')).length === 2);
    await ana.getByRole('button', { name: 'Undo' }).click();
    await until('one undo brings it back', async () => (await count(bela, 'opportunities')) === '2' && (await framed(bela, 'Places')).length === 2);

    const again = (await canvasGroup(ana, 'Places').locator('.canvas-group-head').boundingBox())!;
    await drag(ana, { x: again.x + 20, y: again.y + again.height / 2 }, { x: target.x + 40, y: target.y + 200 }, false);
    await ana.keyboard.press('Escape');
    await ana.mouse.up();
    expect(await count(ana, 'opportunities')).toBe('2');
    await until('given up, it lies where it lay', async () => Math.abs((await canvasGroup(bela, 'Places').boundingBox())!.x - before.x) < 2);

    // Folded by one, it keeps its frame, and for the other nothing changes; a search opens it again.
    const frame = await canvasGroup(ana, 'Places').boundingBox();
    await ana.getByRole('button', { name: 'Fold the group “Places”' }).focus();
    await ana.keyboard.press('Enter');
    await canvasGroup(ana, 'Places').getByText('2 notes, folded away for you').waitFor();
    await until('its notes are out of sight', async () => (await framed(ana, 'Places')).length === 0);
    expect(await canvasGroup(ana, 'Places').boundingBox()).toEqual(frame);
    expect((await framed(bela, 'Places')).length).toBe(2);
    await ana.keyboard.press('Control+f');
    await ana.keyboard.type('Library');
    await until('it is found', async () => (await ana.locator('.find').getByRole('listbox').getByRole('option').count()) === 1);
    await ana.keyboard.press('Enter');
    await until('what was found is shown with its group', async () => (await framed(ana, 'Places')).length === 2);
  });

  test('whoever types in a note keeps it in hand while another groups, moves and ungroups it', async () => {
    const { ana, bela } = await two('Canvas');
    await writeOnCanvas(ana, 'partnership/opportunities', 'Library');
    await seesNote(bela, 'Library');
    await ana.getByRole('button', { name: 'Edit the text' }).click();
    const area = ana.locator('.canvas-note textarea');
    await area.waitFor();
    const typing = async (what: string) => {
      expect(await area.evaluate((element) => element === document.activeElement)).toBe(true);
      await ana.keyboard.type(what);
      await seesNote(bela, what);
    };
    await typing(' one');
    await bela.mouse.click(60, 400);
    await groupAll(bela, 'Places');
    await canvasGroup(ana, 'Places').waitFor();
    await typing(' two');
    const act = async (name: string | RegExp) => {
      await canvasGroup(bela, 'Places').getByRole('button', { name: /More about the group/ }).click();
      await bela.getByRole('menuitem', { name }).click();
    };
    await act('Challenges');
    await until('it has moved', async () => (await count(ana, 'challenges')) === '1');
    await typing(' three');
    await act(/Ungroup/);
    await until('it is taken apart', async () => (await canvasGroup(ana, 'Places').count()) === 0);
    await typing(' four');
    await seesNote(bela, 'Library one two three four');
  });

  test('free notes are tidied into a grid and aligned, each as one undo', async () => {
    const { server, board, ana, bela } = await two('Canvas');
    const writer = openStock(server, `${board.board}/board`, (await joinAs(server, board, 'participant', 'Zoé', 'Iași')).token);
    await writer.synced();
    ['alpha', 'beta', 'gamma'].forEach((text, index) => addNote(writer.doc, text, { x: -900 + index * 60, y: 100 + index * 200 }));
    await seesNote(ana, 'gamma');
    await fitBoard(ana);
    await fitBoard(bela);
    const view = (await ana.getByTestId('canvas').first().boundingBox())!;
    await ana.mouse.click(view.x + 8, view.y + 8);
    const boxes = async (page: Page) => Promise.all(['alpha', 'beta', 'gamma'].map(async (text) => (await canvasNote(page, text).boundingBox())!));
    await ana.keyboard.press('Control+a');
    const arrange = async (item: string) => {
      await ana.getByRole('button', { name: 'Arrange' }).click();
      await ana.getByRole('menuitem', { name: item }).click();
    };
    const lefts = async (page: Page) => new Set((await boxes(page)).map(({ x }) => Math.round(x))).size;
    const before = await lefts(ana);
    expect(before).toBe(3);
    await arrange('Align left');
    await until('they are in line', async () => (await lefts(bela)) === 1);
    await ana.keyboard.press('Control+z');
    await until('one undo, and they lie as before', async () => (await lefts(bela)) === 3);
    await ana.keyboard.press('Control+a');
    await arrange('Tidy into a grid');
    await until('they are a grid', async () => (await lefts(bela)) === 2);
    await ana.keyboard.press('Control+z');
    await until('one undo, and they lie as before', async () => (await lefts(bela)) === 3);
  });
});
