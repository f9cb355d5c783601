import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardLink, clientIsKept, joinBoard, seesNote, showView, startApp, visit, writeInColumns, writeOnCanvas } from '../support/app.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startTestServer } from '../support/server.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { until } from '../support/until.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|ERR_FAILED|WebSocket/;

async function boardWithTwo() {
  const server = await startApp();
  const board = await createTestBoard(server, 'both');
  const ana = await visit(chromium.browser, { expectErrors: OFFLINE });
  const bela = await visit(chromium.browser, { expectErrors: OFFLINE });
  await joinBoard(ana, boardLink(server, board, 'participant'), 'Ana', 'Évora');
  await joinBoard(bela, boardLink(server, board, 'participant'), 'Béla', 'Pécs');
  return { server, board, ana, bela };
}

test('a page that is reloaded while offline opens the board from the device, in both views; what is written there arrives', async () => {
  const { ana, bela } = await boardWithTwo();
  await showView(ana.page, 'Canvas');
  await writeOnCanvas(ana.page, 'partnership/opportunities', 'Written before');
  await ana.page.getByText('Saved', { exact: true }).waitFor();
  await clientIsKept(ana.page, /CanvasView/);

  await ana.context.setOffline(true);
  await ana.page.reload();
  await seesNote(ana.page, 'Written before');
  await ana.page.getByText(/You can go on writing/).waitFor();
  await writeOnCanvas(ana.page, 'partnership/challenges', 'On the way');
  await showView(ana.page, 'Columns');
  await ana.page.getByRole('listitem').filter({ hasText: 'Written before' }).first().waitFor();
  await ana.page.reload();
  await ana.page.getByRole('listitem').filter({ hasText: 'On the way' }).first().waitFor();
  await writeInColumns(ana.page, 'Obstacles, Partnership approach', 'Also on the way');

  await ana.context.setOffline(false);
  await ana.page.getByText('Saved', { exact: true }).waitFor();
  await seesNote(bela.page, 'On the way');
  await seesNote(bela.page, 'Also on the way');
});

test('opened offline by the link in an old message, the board is the one on the device, and no secret is kept with the client', async () => {
  const { server, board, ana } = await boardWithTwo();
  await showView(ana.page, 'Columns');
  await writeInColumns(ana.page, 'Obstacles, Partnership approach', 'Before the train');
  await ana.page.getByText('Saved', { exact: true }).waitFor();
  await clientIsKept(ana.page, /index-.*\.js/);
  await ana.page.goto('about:blank');
  await ana.context.setOffline(true);
  await ana.page.goto(boardLink(server, board, 'participant'));
  await ana.page.getByRole('listitem').filter({ hasText: 'Before the train' }).first().waitFor();
  const addresses = await ana.page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map((request) => request.url);
  });
  const foreign = addresses.filter((address) => !/^\/(assets\/[^?#]+|index\.html|icon\.svg)$/.test(address.slice(server.url.length)));
  expect(foreign).toEqual([]);
});

test('a long time apart with many changes on both sides: all of it merges, in notes both worked on, too', async () => {
  const { ana, bela } = await boardWithTwo();
  await showView(ana.page, 'Columns');
  await showView(bela.page, 'Columns');
  for (const text of ['alpha', 'beta', 'gamma']) await writeInColumns(ana.page, 'Challenges, Partnership approach', text);
  await bela.page.getByText('gamma').waitFor();
  await ana.page.getByText('Saved', { exact: true }).waitFor();
  await clientIsKept(ana.page, /index-.*\.js/);

  const addTo = async (page: Page, note: string, words: string) => {
    await page.getByRole('button', { name: `Edit: ${note}` }).click();
    await page.getByLabel(/Text of the note/).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(words);
    await page.keyboard.press('Escape');
  };
  const menu = async (page: Page, note: string, item: string) => {
    await page.getByRole('button', { name: `More: ${note}` }).click();
    await page.getByRole('menuitem', { name: item }).first().click();
  };
  await ana.context.setOffline(true);
  await ana.page.getByText(/You can go on writing/).waitFor();
  await addTo(ana.page, 'alpha', ' by Ana');
  await menu(ana.page, 'beta', 'Delete');
  for (let i = 0; i < 8; i += 1) await writeInColumns(ana.page, 'Obstacles, Global approach', `Ana alone ${i}`);
  await ana.page.reload();
  await ana.page.getByRole('listitem').filter({ hasText: 'Ana alone 7' }).first().waitFor();
  await addTo(ana.page, 'Ana alone 7', ', and after a reload');

  await addTo(bela.page, 'alpha', ' by Béla');
  await addTo(bela.page, 'beta', ' is worth keeping');
  await menu(bela.page, 'gamma', 'Opportunities');
  for (let i = 0; i < 8; i += 1) await writeInColumns(bela.page, 'Obstacles, Global approach', `Béla alone ${i}`);

  await ana.context.setOffline(false);
  await ana.page.getByText('Saved', { exact: true }).waitFor();
  const texts = async (page: Page) => (await page.locator('.note-text').allTextContents()).sort();
  await until('both read the same', async () => String(await texts(ana.page)) === String(await texts(bela.page)) && (await texts(ana.page)).length >= 18);
  const all = await texts(ana.page);
  const alpha = all.find((text) => text.startsWith('alpha'))!;
  expect(alpha).toContain(' by Ana');
  expect(alpha).toContain(' by Béla');
  for (let i = 0; i < 8; i += 1) {
    expect(all.filter((text) => text.startsWith(`Ana alone ${i}`))).toHaveLength(1);
    expect(all.filter((text) => text.startsWith(`Béla alone ${i}`))).toHaveLength(1);
  }
  expect(all).toContain('Ana alone 7, and after a reload');
  expect(all).toContain('gamma');
});

/** Builds the client anew with one line more, and serves it where the first was. */
async function anotherBuild(first: Awaited<ReturnType<typeof startApp>>) {
  const root = join(import.meta.dirname, '../..');
  const folder = temporaryFolder();
  const config = join(folder, 'vite.config.mjs');
  writeFileSync(
    config,
    `import base from ${JSON.stringify(join(root, 'client/vite.config.ts'))};
     const line = { name: 'one-line-more', transform: (code, id) => (id.endsWith('client/main.tsx') ? code + 'globalThis.another = true;' : null) };
     export default { ...base, plugins: [...base.plugins, line], build: { ...base.build, outDir: ${JSON.stringify(join(folder, 'client'))} } };`,
  );
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '-c', config, '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  await first.end('SIGTERM');
  return startTestServer({ clientDir: join(folder, 'client'), dataDir: first.dataDir, port: first.port });
}

test('after the server has gone on to another build, a page is wholly of one build, online and offline', async () => {
  const { server, ana, board } = await boardWithTwo();
  await showView(ana.page, 'Columns');
  await clientIsKept(ana.page, /index-.*\.js/);
  const entry = () => ana.page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src);
  const before = await entry();
  // Another build: its page and its entry have other names, and what is not its own is gone.
  const rebuilt = await anotherBuild(server);
  await ana.page.goto(`${rebuilt.url}/board/${board.board}`);
  await ana.page.getByRole('radio', { name: 'Canvas' }).waitFor();
  const after = await entry();
  expect(after).not.toBe(before);
  await until('the new page is kept, too', () =>
    ana.page.evaluate(async (wanted) => {
      const pages = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).match('/index.html'))?.text()));
      return pages.some((text) => text?.includes(wanted));
    }, new URL(after).pathname),
  );
  await until('the new keeper serves', () => ana.page.evaluate(() => navigator.serviceWorker.controller?.state === 'activated'));
  await ana.context.setOffline(true);
  await ana.page.reload();
  await ana.page.getByRole('radio', { name: 'Canvas' }).waitFor();
  expect(await entry()).toBe(after);
});
