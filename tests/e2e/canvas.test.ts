import type { Page } from 'playwright-core';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { boardLink, canvasColumn, canvasNote, columnCount, dragNote, fitBoard, joinBoard, seesNote, startApp, visit, writeOnCanvas } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** A board of one approach with Ana and Béla on its canvas. */
async function twoOnCanvas() {
  const server = await startApp();
  const board = await createTestBoard(server, 'partnership');
  const ana = await visit(chromium.browser);
  const bela = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(bela, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  await canvasColumn(bela.page, 'partnership/opportunities').waitFor();
  await canvasColumn(ana.page, 'partnership/opportunities').waitFor();
  return { server, board, ana: ana.page, bela: bela.page };
}

const shapes = (page: Page, type: string) => page.locator(`.tl-shape[data-shape-type="${type}"]`);

test('a double click adds a note where it is', async () => {
  const { ana, bela } = await twoOnCanvas();
  // On a column it lies there; Escape is all it takes to be done.
  const box = (await canvasColumn(ana, 'partnership/challenges').boundingBox())!;
  await ana.mouse.dblclick(box.x + box.width / 2, box.y + box.height * 0.7);
  await ana.locator('.canvas-note textarea').waitFor();
  await ana.keyboard.type('Time to talk');
  await ana.keyboard.press('Escape');
  expect(await ana.locator('.canvas-note textarea').count()).toBe(0);
  await seesNote(bela, 'Time to talk');
  expect(await columnCount(bela, 'partnership/challenges')).toBe('1');

  // Beside the approaches it lies free; one left empty is gone.
  await ana.mouse.dblclick(60, 400);
  await ana.keyboard.type('Parking');
  await ana.keyboard.press('Escape');
  await seesNote(bela, 'Parking');
  await ana.mouse.dblclick(60, 150);
  await ana.locator('.canvas-note textarea').waitFor();
  await ana.keyboard.press('Escape');
  await until('the empty note is gone', async () => (await bela.locator('.canvas-note').count()) === 2);

  // Promise 5: 5,000 letters without a space stay on their paper.
  await fitBoard(ana);
  await canvasColumn(ana, 'partnership/obstacles').getByRole('button', { name: 'Add a note' }).click();
  await ana.locator('.canvas-note textarea').fill('x'.repeat(6_000));
  await ana.keyboard.press('Escape');
  const note = canvasNote(bela, 'xxxx');
  await note.waitFor({ state: 'attached' });
  const overflow = await note.locator('.canvas-note-text').evaluate((text) => text.scrollWidth - text.clientWidth);
  expect(overflow).toBeLessThanOrEqual(1);
});

test('a drag is seen while it happens and makes room between two notes; given up with Escape it changes nothing', async () => {
  const { ana, bela } = await twoOnCanvas();
  for (const text of ['first', 'second', 'third']) await writeOnCanvas(ana, 'partnership/opportunities', text);
  await fitBoard(ana);
  await seesNote(bela, 'third');
  await fitBoard(bela);
  const before = (await canvasNote(bela, 'third').boundingBox())!;
  await dragNote(ana, canvasNote(ana, 'third'), canvasColumn(ana, 'partnership/obstacles'), false);
  await until('the drag is seen', async () => (await canvasNote(bela, 'third').boundingBox())!.x > before.x + 100);
  // The document has not changed yet: the count of the column still stands.
  expect(await columnCount(bela, 'partnership/opportunities')).toBe('3');
  const second = (await canvasNote(ana, 'second').boundingBox())!;
  await ana.mouse.move(second.x + second.width / 2, second.y + second.height / 2, { steps: 8 });
  await ana.mouse.up();
  await until('third stands before second', async () => {
    const third = (await canvasNote(bela, 'third').boundingBox())!;
    const moved = (await canvasNote(bela, 'second').boundingBox())!;
    return Math.abs(third.y - before.y) > 1 || third.x !== before.x ? moved.y > third.y || moved.x > third.x : false;
  });

  // Given up with Escape, and while another writes, it changes nothing.
  await writeOnCanvas(ana, 'partnership/challenges', 'Steady');
  await seesNote(bela, 'Steady');
  await fitBoard(ana);
  await ana.keyboard.press('Escape');
  await dragNote(ana, canvasNote(ana, 'Steady'), canvasColumn(ana, 'partnership/obstacles'), false);
  await writeOnCanvas(bela, 'partnership/challenges', 'Meanwhile');
  await seesNote(ana, 'Meanwhile');
  const column = (await canvasColumn(ana, 'partnership/obstacles').boundingBox())!;
  const held = (await canvasNote(ana, 'Steady').boundingBox())!;
  expect(held.x).toBeGreaterThan(column.x - 50);
  await ana.keyboard.press('Escape');
  await ana.mouse.up();
  await until('it lies where it lay', async () => (await canvasNote(ana, 'Steady').boundingBox())!.x < column.x - 50);
  expect(await columnCount(bela, 'partnership/challenges')).toBe('2');
});

test('recolour, duplicate, move by menu, delete; promise 3: undo and redo leave what another has written', async () => {
  const { ana, bela } = await twoOnCanvas();
  await writeOnCanvas(ana, 'partnership/opportunities', 'Library');
  const bar = ana.getByRole('toolbar', { name: 'The selected note' });
  const color = () => canvasNote(bela, 'Library').first().evaluate((note) => note.style.background);

  await bar.getByRole('button', { name: 'Blue' }).click();
  await until('Béla sees blue', async () => (await color()).includes('sky'));
  await bar.getByRole('button', { name: 'Duplicate' }).click();
  await until('there are two', async () => (await bela.locator('.canvas-note').count()) === 2);
  await bar.getByRole('button', { name: 'Move to a column' }).click();
  await ana.getByRole('menuitem', { name: 'Obstacles' }).click();
  const count = (column: string) => columnCount(bela, `partnership/${column}`);
  await until('one has moved', async () => (await count('obstacles')) === '1');
  await bar.getByRole('button', { name: 'Delete' }).click();
  await until('one is gone', async () => (await bela.locator('.canvas-note').count()) === 1);

  await ana.getByRole('button', { name: 'Undo' }).click();
  await until('it is back', async () => (await count('obstacles')) === '1');
  await ana.keyboard.press('Control+z');
  await until('it is back in its column', async () => (await count('opportunities')) === '2');
  await ana.getByRole('button', { name: 'Redo' }).click();
  await until('it has moved again', async () => (await count('obstacles')) === '1');

  // Promise 3: undo takes back only one's own; a copy is one's own, too.
  await writeOnCanvas(ana, 'partnership/challenges', 'Mine');
  await writeOnCanvas(bela, 'partnership/challenges', 'Theirs');
  await seesNote(ana, 'Theirs');
  await fitBoard(ana);
  await ana.keyboard.press('Escape');
  await canvasNote(ana, 'Theirs').click();
  await ana.keyboard.press('Control+d');
  await until('the copy is Ana’s', async () => (await canvasNote(bela, 'Theirs Ana').count()) === 1);
  for (let i = 0; i < 5; i += 1) await ana.keyboard.press('Control+z');
  await until('mine is gone', async () => (await canvasNote(bela, 'Mine').count()) === 0);
  expect(await canvasNote(bela, 'Theirs').count()).toBe(1);
});

test('several notes: duplicated by key and by Alt and drag; dropped together they keep their order', async () => {
  const { ana, bela } = await twoOnCanvas();
  for (const text of ['first', 'second', 'third']) await writeOnCanvas(ana, 'partnership/opportunities', text);
  await fitBoard(ana);
  await ana.keyboard.press('Escape');
  await canvasNote(ana, 'first').click();
  await ana.keyboard.press('Control+d');
  await until('there are four', async () => (await bela.locator('.canvas-note').count()) === 4);
  await ana.getByRole('toolbar', { name: 'The selected note' }).waitFor();
  await ana.keyboard.press('Escape');
  await ana.keyboard.down('Alt');
  await dragNote(ana, canvasNote(ana, 'second'), canvasColumn(ana, 'partnership/obstacles'));
  await ana.keyboard.up('Alt');
  await until('there are five', async () => (await bela.locator('.canvas-note').count()) === 5);
  expect(await columnCount(bela, 'partnership/obstacles')).toBe('1');
  await ana.keyboard.press('Escape');

  // Dropped together they keep their order, and one undo takes them back.
  for (const text of ['one', 'two', 'three', 'four']) await writeOnCanvas(ana, 'partnership/challenges', text);
  await fitBoard(ana);
  await ana.keyboard.press('Escape');
  await canvasNote(ana, 'one').click();
  for (const text of ['two', 'three', 'four']) await canvasNote(ana, text).click({ modifiers: ['Shift'] });
  await dragNote(ana, canvasNote(ana, 'one'), canvasColumn(ana, 'partnership/obstacles'));
  const count = (column: string) => columnCount(bela, `partnership/${column}`);
  await until('all have moved', async () => (await count('obstacles')) === '5');
  const places = await Promise.all(['one', 'two', 'three', 'four'].map(async (text) => (await canvasNote(bela, text).boundingBox())!));
  const inReadingOrder = [...places].sort((a, b) => a.y - b.y || a.x - b.x);
  expect(places).toEqual(inReadingOrder);
  await ana.keyboard.press('Control+z');
  await until('all are back', async () => (await count('challenges')) === '4');
});

test('who writes in a note that another deletes is told, presses no tool, and can put it back', async () => {
  const { ana, bela } = await twoOnCanvas();
  await writeOnCanvas(ana, 'partnership/opportunities', 'Contested');
  await seesNote(bela, 'Contested');
  await fitBoard(bela);
  await canvasNote(ana, 'Contested').dblclick();
  await ana.locator('.canvas-note textarea').waitFor();
  await ana.keyboard.type(' and');
  await bela.getByText('Ana is writing…').waitFor();
  await canvasNote(bela, 'Contested').click();
  await bela.keyboard.press('Delete');
  const notice = ana.getByRole('alertdialog');
  await notice.waitFor();
  await ana.keyboard.type('eeee');
  await notice.getByRole('button', { name: 'Put it back' }).click();
  await seesNote(bela, 'Contested and');
  expect(await ana.getByRole('button', { name: /^Erase/ }).getAttribute('aria-pressed')).toBe('false');
});

test('a stroke, an arrow and a text appear in the other browser, stay after a reload, and can be undone; an arrow from a note follows it', async () => {
  const { ana, bela } = await twoOnCanvas();
  const drag = async (from: [number, number], to: [number, number]) => {
    await ana.mouse.move(...from);
    await ana.mouse.down();
    await ana.mouse.move(...to, { steps: 6 });
    await ana.mouse.up();
  };
  await ana.getByRole('button', { name: /^Draw/ }).click();
  await drag([50, 200], [150, 320]);
  await shapes(bela, 'draw').waitFor({ state: 'attached' });
  await ana.getByRole('button', { name: /^Arrow/ }).click();
  await drag([60, 500], [160, 600]);
  await shapes(bela, 'arrow').waitFor({ state: 'attached' });
  await ana.getByRole('button', { name: /^Text/ }).click();
  await ana.mouse.click(70, 700);
  // Typed at once, and longer than it takes until it is written.
  await ana.keyboard.type('Look here', { delay: 15 });
  for (let back = 0; back < 'here'.length; back++) await ana.keyboard.press('ArrowLeft');
  await ana.keyboard.type('again and again ', { delay: 40 });
  await ana.keyboard.press('Escape');
  await bela.getByText('Look again and again here').first().waitFor({ state: 'attached' });

  await bela.reload();
  for (const type of ['draw', 'arrow', 'text']) await shapes(bela, type).waitFor({ state: 'attached' });

  for (const type of ['text', 'arrow', 'draw']) {
    await until(`the ${type} is undone`, async () => {
      if ((await shapes(bela, type).count()) === 0) return true;
      await ana.getByRole('button', { name: 'Undo' }).click({ timeout: 2_000 }).catch(() => {});
      return false;
    });
  }

  // An arrow from a note follows it.
  await writeOnCanvas(ana, 'partnership/opportunities', 'Start');
  await fitBoard(ana);
  await ana.keyboard.press('Escape');
  await ana.getByRole('button', { name: /^Arrow/ }).click();
  const note = (await canvasNote(ana, 'Start').boundingBox())!;
  await ana.mouse.move(note.x + note.width / 2, note.y + note.height / 2);
  await ana.mouse.down();
  await ana.mouse.move(60, 300, { steps: 8 });
  await ana.mouse.up();
  await shapes(bela, 'arrow').waitFor({ state: 'attached' });
  const width = async () => (await shapes(bela, 'arrow').locator('svg').first().boundingBox())?.width ?? 0;
  await fitBoard(bela);
  const before = await width();
  await ana.getByRole('button', { name: /^Select/ }).click();
  await dragNote(ana, canvasNote(ana, 'Start'), canvasColumn(ana, 'partnership/obstacles'));
  await until('the arrow is longer', async () => (await width()) > before + 50);
});

test('the structure is read in two languages at once, and nobody moves it by accident', async () => {
  const { server, board, ana } = await twoOnCanvas();
  const { page: rita } = await visit(chromium.browser, { language: 'pt-PT' });
  await rita.goto(boardLink(server, board, 'viewer'));
  await ana.getByText('New partners open doors we cannot open alone').waitFor();
  await rita.getByText('Novos parceiros abrem portas que sozinhos não conseguimos abrir').waitFor();
  await rita.getByText('Materiais de apoio').waitFor();
  await rita.getByRole('button', { name: 'Definições' }).click();
  await rita.getByRole('menuitemradio', { name: 'English' }).click();
  await rita.getByText('New partners open doors we cannot open alone').waitFor();
  expect(await rita.evaluate(() => document.documentElement.lang)).toBe('en');

  // What the board is made of cannot be selected, moved or deleted.
  const column = canvasColumn(ana, 'partnership/opportunities');
  const before = await column.boundingBox();
  const prompt = ana.getByText('New partners open doors we cannot open alone');
  const at = (await prompt.boundingBox())!;
  await ana.mouse.move(at.x + 5, at.y + 5);
  await ana.mouse.down();
  await ana.mouse.move(at.x + 200, at.y + 200, { steps: 5 });
  await ana.mouse.up();
  await ana.keyboard.press('Control+a');
  await ana.keyboard.press('Delete');
  await prompt.waitFor();
  expect(await column.boundingBox()).toEqual(before);

  // The skip link leads to the board and not off it.
  await ana.keyboard.press('Tab');
  const link = ana.getByRole('link', { name: 'Skip to content' });
  await link.focus();
  await ana.keyboard.press('Enter');
  await column.waitFor();
  expect(await ana.getByRole('alert').count()).toBe(0);
});

test('promise 5: records that do not parse take nothing else down', async () => {
  const { server, board, ana, bela } = await twoOnCanvas();
  await writeOnCanvas(ana, 'partnership/opportunities', 'Before');
  const { token } = await joinAs(server, board, 'participant', 'Broken', 'Nowhere');
  const broken = openStock(server, `${board.board}/board`, token);
  await broken.synced();
  broken.doc.transact(() => {
    broken.doc.getMap('notes').set('bad', new Y.Map([['text', 'no shared text']]));
    broken.doc.getMap('notes').set('worse', 42);
    for (const key of ['bad', 'worse']) broken.doc.getArray('placements').push([{ key, val: { x: 0, y: 0 } }]);
    broken.doc.getArray('placements').push([17, { key: 'bad', val: 'nowhere' }]);
    const drawings = broken.doc.getMap('drawings');
    drawings.set('shape:odd', { id: 'shape:odd', typeName: 'shape', type: 'draw', props: { nonsense: true } });
    drawings.set('shape:group', { id: 'shape:group', typeName: 'shape', type: 'group' });
    drawings.set('binding:loose', { id: 'binding:loose', typeName: 'binding', type: 'arrow', fromId: 'shape:no', toId: 'shape:no', props: {}, meta: {} });
  });
  broken.provider.awareness.setLocalState({ cursor: 'everywhere', drag: 7 });
  await writeOnCanvas(ana, 'partnership/opportunities', 'After');
  await seesNote(bela, 'After');
  await seesNote(bela, 'Before');
  await bela.reload();
  await seesNote(bela, 'After');
});
