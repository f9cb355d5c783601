import { expect, test } from 'vitest';
import { createGroup, createNote, placeInColumn } from '../../shared/board/index.ts';
import { boardLink, fitBoard, joinBoard, seesNote, showView, startApp, visit } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { openStock } from '../support/stock-client.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** What lies where, by what it is: left, top, width and height. */
type Places = Record<string, [number, number, number, number]>;

/** Where the same things lie, seen from the first approach and in its width: so that two views can be compared. */
function relative(places: Places): Record<string, number[]> {
  const [left, top, width] = places['approach 0']!;
  return Object.fromEntries(
    Object.entries(places).map(([name, box]) => [name, [box[0] - left, box[1] - top, box[2], box[3]].map((length) => Math.round((length / width) * 1_000))]),
  );
}

test('the picture that the server draws of a board has every approach, column, group and note where the canvas has it', async () => {
  const server = await startApp();
  const created = await createTestBoard(server, 'both');
  const facilitator = await joinAs(server, created, 'facilitator', 'Fay', 'Évora');
  const board = openStock(server, `${created.board}/board`, facilitator.token);
  await board.synced();
  const write = (text: string, placement: Parameters<typeof createNote>[1]['placement']) =>
    createNote(board.doc, { text, color: 'sun', author: facilitator.participant, createdAt: 1, language: 'en', placement });
  const ids = [];
  for (const [index, column] of ['opportunities', 'challenges', 'opportunities', 'obstacles', 'opportunities', 'opportunities'].entries()) {
    ids.push(write(`note ${index}`, placeInColumn(board.doc, index < 5 ? 'partnership' : 'global', column)));
  }
  write('free', { x: -420, y: 333 });
  createGroup(board.doc, { approach: 'partnership', column: 'opportunities', title: 'Transport', notes: [ids[0]!, ids[2]!] });

  const { page } = await visit(chromium.browser);
  await joinBoard({ page }, boardLink(server, created, 'participant'), 'Ana', 'Évora');
  await showView(page, 'Canvas');
  await fitBoard(page);
  await seesNote(page, 'free');
  const onCanvas = await page.evaluate(() => {
    const places: Places = {};
    const keep = (name: string, element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      places[name] = [x, y, width, height];
    };
    document.querySelectorAll('.canvas-approach').forEach((element, index) => keep(`approach ${index}`, element));
    document.querySelectorAll('.canvas-column').forEach((element, index) => keep(`column ${index}`, element));
    document.querySelectorAll('.canvas-group').forEach((element, index) => keep(`group ${index}`, element));
    document.querySelectorAll('.canvas-note').forEach((element) => keep(element.querySelector('.canvas-note-text')!.textContent!.trim(), element));
    return places;
  });

  const saved = await call<{ id: string }>(server, `/boards/${created.board}/snapshots`, { body: { title: 'Now' }, secret: facilitator.token });
  const svg = (await call<string>(server, `/boards/${created.board}/snapshots/${saved.body.id}/report/svg`, { secret: facilitator.token })).body;
  const inPicture = await page.evaluate((text) => {
    const places: Places = {};
    const keep = (name: string, rect: Element) => {
      places[name] = ['x', 'y', 'width', 'height'].map((side) => Number(rect.getAttribute(side))) as Places[string];
    };
    const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
    // Each kind of thing has its own roundness.
    picture.querySelectorAll('rect[rx="28"]').forEach((rect, index) => keep(`approach ${index}`, rect));
    picture.querySelectorAll('rect[rx="18"]').forEach((rect, index) => keep(`column ${index}`, rect));
    picture.querySelectorAll('rect[rx="14"]').forEach((rect, index) => keep(`group ${index}`, rect));
    for (const note of picture.querySelectorAll('g[lang]')) keep(note.querySelector('title')!.textContent, note.querySelectorAll('rect')[1]!);
    return places;
  }, svg);

  expect(Object.keys(inPicture).sort()).toEqual(['approach 0', 'approach 1', ...[0, 1, 2, 3, 4, 5].map((index) => `column ${index}`), 'free', 'group 0', ...ids.map((_id, index) => `note ${index}`)].sort());
  const [seen, drawn] = [relative(onCanvas), relative(inPicture)];
  expect(Object.keys(seen).sort()).toEqual(Object.keys(drawn).sort());
  for (const [name, place] of Object.entries(drawn)) {
    // A thousandth of an approach's width, for pixels are not cut.
    for (const [side, length] of place.entries()) expect(Math.abs(length - seen[name]![side]!), `${name}, ${side}`).toBeLessThanOrEqual(2);
  }
});
