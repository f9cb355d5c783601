import { expect, test } from 'vitest';
import { boardLink, startApp, visit } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

/** What a page may fetch before somebody can join, in bytes as they come over the line. */
const MOST = 120_000;

test.each(['en-GB', 'pt-PT'])('the join page is light on a phone, and brings no canvas (%s)', async (language) => {
  const server = await startApp();
  const board = await createTestBoard(server);
  const { page, context } = await visit(chromium.browser, { language, phone: true, width: 390, height: 844 });
  const line = await context.newCDPSession(page);
  const addresses = new Map<string, string>();
  const sizes = new Map<string, number>();
  line.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => sizes.set(addresses.get(requestId)!, encodedDataLength));
  await line.send('Network.enable');

  await page.goto(boardLink(server, board, 'participant'), { waitUntil: 'networkidle' });
  await page.getByRole('textbox').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => {}));

  const fetched = [...sizes].map(([address, size]) => `${size} ${new URL(address).pathname}`);
  const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(whole < MOST ? [] : [...fetched, `${whole} in all`]).toEqual([]);
  const scripts = [...sizes.keys()].filter((address) => address.endsWith('.js'));
  const sources = await Promise.all(scripts.map(async (address) => (await fetch(address)).text()));
  expect(sources.filter((source) => source.includes('tldraw'))).toEqual([]);
});
