import { describe, expect, test } from 'vitest';
import { boardLink, joinBoard, showView, startApp, visit } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { everyScreen, REFUSED_ON_PURPOSE, SCREENS } from '../support/every-screen.ts';
import { overhang, tooSmall } from '../support/measure.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

describe.each([
  { language: 'en-GB', dark: false },
  { language: 'en-GB', dark: true },
  { language: 'pt-PT', dark: false },
  { language: 'pt-PT', dark: true },
])('every screen, $language, dark: $dark', (options) => {
  test('axe finds nothing, and promise 6: no request leaves our own server', async () => {
    const visitor = await visit(chromium.browser, { ...options, expectErrors: REFUSED_ON_PURPOSE });
    const found: string[] = [];
    const seen = new Set<string>();
    await everyScreen(visitor.page, async (screen) => {
      seen.add(screen);
      found.push(...(await violations(visitor.page)).map((violation) => `${screen}: ${violation}`));
      const lang = await visitor.page.evaluate(() => document.documentElement.lang);
      expect(lang).toBe(options.language.slice(0, 2));
    });
    expect(found).toEqual([]);
    expect(seen.size).toBe(SCREENS);
    const own = new URL(visitor.page.url()).host;
    const outside = visitor.requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:') && new URL(url).host !== own);
    expect(visitor.requests.length).toBeGreaterThan(20);
    expect(outside).toEqual([]);
  });
});

describe.each([
  { width: 1440, height: 900 },
  { width: 390, height: 844, phone: true },
])('on a screen of $width px', (options) => {
  test('everything that can be pressed is at least 24 px wide and high, on every screen', async () => {
    const { page } = await visit(chromium.browser, { ...options, expectErrors: REFUSED_ON_PURPOSE });
    const found: string[] = [];
    let seen = 0;
    await everyScreen(page, async (screen) => {
      seen += 1;
      found.push(...(await tooSmall(page)).map((target) => `${screen}: ${target}`));
    });
    expect(found).toEqual([]);
    expect(seen).toBe(SCREENS);
  });
});

test.each([
  { what: 'a screen of 320 px', language: 'en-GB', width: 320, height: 640, phone: true },
  { what: 'a screen of 1280 × 1024 px at 400 %', language: 'pt-PT', width: 320, height: 256, phone: false },
])('on $what nothing is scrolled sideways, on any screen', async ({ language, width, height, phone }) => {
  const { page } = await visit(chromium.browser, { language, width, height, phone, expectErrors: REFUSED_ON_PURPOSE });
  const found: string[] = [];
  await everyScreen(page, async (screen) => {
    found.push(...(await overhang(page)).map((over) => `${screen}: ${over} px`));
  });
  expect(found).toEqual([]);
});

test('a second visit on the same device is the same person; another link of the same board is another role', async () => {
  const server = await startApp();
  const created = await createTestBoard(server, 'global');
  const ana = await visit(chromium.browser);
  await joinBoard(ana, boardLink(server, created, 'participant'), 'Ana', 'Évora');
  await ana.page.goto(server.url);
  await ana.page.getByText('Learning city').first().waitFor();
  await ana.page.goto(boardLink(server, created, 'participant'));
  await showView(ana.page, 'Columns');
  expect(await ana.page.getByRole('button', { name: 'Share' }).count()).toBe(0);
  await ana.page.goto(boardLink(server, created, 'facilitator'));
  expect(await ana.page.getByLabel('Your name').inputValue()).toBe('Ana');
});
