import type { Browser, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import { newVisitor, type Visitor, type VisitorOptions } from './browser.ts';
import { temporaryFolder } from './folder.ts';
import { spawnServer, type ServerProcess } from './server-process.ts';
import { until } from './until.ts';

/** How people do things on the screens of Plenary, in English. Tests say what they do with these. */

/** The program as `npm start` runs it, on a data folder of its own. */
export async function startApp(
  dataDir = temporaryFolder(),
  port = '0',
  env: Record<string, string> = {},
): Promise<ServerProcess & { dataDir: string }> {
  return { ...(await spawnServer({ PORT: port, DATA_DIR: dataDir, ...env }, 'build')), dataDir };
}

/** A person with a browser of their own. When the test is finished, their page must have had no errors. */
export async function visit(browser: Browser, options: VisitorOptions & { expectErrors?: RegExp } = {}): Promise<Visitor> {
  const visitor = await newVisitor(browser, options);
  onTestFinished(async () => {
    await visitor.context.close();
    const unexpected = visitor.errors.filter((error) => !options.expectErrors?.test(error));
    expect(unexpected).toEqual([]);
  });
  return visitor;
}

export function boardLink(server: { url: string }, { board, links }: CreatedBoard, role: Role): string {
  return `${server.url}/board/${board}#${links[role]}`;
}

/** Opens a board's link and, where asked, gives a name and a site. */
export async function joinBoard({ page }: Pick<Visitor, 'page'>, link: string, name?: string, site?: string): Promise<void> {
  await page.goto(link);
  if (name && site) {
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Where you are').fill(site);
    await page.getByRole('button', { name: 'Join the board' }).click();
  }
  await page.getByRole('radio', { name: 'Canvas' }).waitFor();
}

export async function showView(page: Page, view: 'Canvas' | 'Columns'): Promise<void> {
  await page.getByRole('radio', { name: view }).check({ force: true });
  if (view === 'Canvas') await page.getByTestId('canvas').locator('[data-column]').first().waitFor();
  else await page.getByRole('heading', { level: 2 }).first().waitFor();
}

/** A column's region on the canvas, such as `partnership/challenges`. */
export function canvasColumn(page: Page, column: string): Locator {
  return page.locator(`[data-column="${column}"]`);
}

/** How many notes a column says it holds, such as '3'. */
export async function columnCount(page: Page, column: string): Promise<string | null> {
  return canvasColumn(page, column).locator('.canvas-column-head .canvas-column-count > [aria-hidden]').textContent();
}

/** A note on the canvas by its words. */
export function canvasNote(page: Page, text: string): Locator {
  // A note's lines are broken where they fit, so words are looked for one by one.
  return text.split(' ').reduce((notes, word) => notes.filter({ hasText: word }), page.locator('.canvas-note'));
}

/** Waits until a note is on the canvas, in sight or beyond its edge. */
export async function seesNote(page: Page, text: string): Promise<void> {
  await canvasNote(page, text).first().waitFor({ state: 'attached' });
}

/** Adds a note with the column's button on the canvas and types it, then Escape. */
export async function writeOnCanvas(page: Page, column: string, text: string): Promise<void> {
  await canvasColumn(page, column).getByRole('button', { name: 'Add a note' }).click();
  await page.locator('.canvas-note textarea').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
  await canvasNote(page, text).waitFor();
}

/** Shows the whole board, so that every column can be reached. */
export async function fitBoard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show the whole board' }).click();
  await page.waitForTimeout(100);
}

/** Drags a note by the mouse to the middle of a column, in steps as a hand does. */
export async function dragNote(page: Page, note: Locator, to: Locator, release = true): Promise<void> {
  const from = (await note.boundingBox())!;
  const target = (await to.boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 3);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2, target.y + target.height * 0.6, { steps: 10 });
  if (release) await page.mouse.up();
}

/** Adds a note under a column of the Columns view, by its button and the keyboard. */
export async function writeInColumns(page: Page, place: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `Add a note: ${place}` }).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('listitem').filter({ hasText: text }).first().waitFor();
}

/** Waits until the browser has kept all of the client that the page used, a file of that name too, and opens it without a server. */
export async function clientIsKept(page: Page, file: RegExp): Promise<void> {
  await until('the client is kept on the device', () =>
    page.evaluate(async (wanted) => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      const addresses = all.flat().map((request) => new URL(request.url).pathname);
      const used = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      const missing = used.filter((address) => address.startsWith('/assets/') && !addresses.includes(address));
      const whole = addresses.includes('/index.html') && addresses.some((address) => new RegExp(wanted).test(address));
      return whole && missing.length === 0 && navigator.serviceWorker.controller?.state === 'activated';
    }, file.source),
  );
}
