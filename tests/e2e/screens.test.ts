import { expect, test } from 'vitest';
import { boardLink, joinBoard, showView, startApp, visit } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { everyScreen, REFUSED_ON_PURPOSE, WAYS } from '../support/every-screen.ts';
import { overhang, tooSmall } from '../support/measure.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

const READERS = {
  'at a desk, light, in English': { language: 'en', locale: 'en-GB', dark: false, phone: false, sizes: [[1440, 900]] },
  // As a phone, and as a screen of 1280 × 1024 pixels at 400 %.
  'at 320 px, dark, in Portuguese': { language: 'pt', locale: 'pt-PT', dark: true, phone: true, sizes: [[320, 640], [320, 256]] },
} as const;

const CASES = Object.keys(WAYS).flatMap((way) => Object.keys(READERS).map((reader) => [way, reader] as [keyof typeof WAYS, keyof typeof READERS]));

test.each(CASES)('every screen, %s, %s: axe finds nothing, what is pressed is 24 px wide and high, nothing is scrolled sideways, and promise 6: nothing leaves our own server', async (way, reader) => {
  const { language, locale, dark, phone, sizes } = READERS[reader];
  const [[width, height], ...others] = sizes;
  const visitor = await visit(chromium.browser, { language: locale, dark, phone, width, height, expectErrors: REFUSED_ON_PURPOSE });
  const { page } = visitor;
  const found: string[] = [];
  const seen = new Set<string>();
  await everyScreen(page, language, way, async (screen) => {
    const note = (what: string, all: readonly (string | number)[]) => found.push(...all.map((one) => `${screen}, ${what}: ${one}`));
    expect(seen).not.toContain(screen);
    seen.add(screen);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    // What lies below a dialog was looked at before the dialog was opened.
    note('axe', await violations(page, (await page.locator('[role=dialog]').count()) > 0 ? '[role=dialog]' : undefined));
    note('target', await tooSmall(page));
    note('sideways', await overhang(page));
    for (const [otherWidth, otherHeight] of others) {
      await page.setViewportSize({ width: otherWidth, height: otherHeight });
      note(`sideways on ${otherWidth} × ${otherHeight}`, await overhang(page));
    }
    if (others.length > 0) await page.setViewportSize({ width, height });
  });
  expect(found).toEqual([]);
  expect(seen.size).toBeGreaterThan(20);
  const own = new URL(page.url()).host;
  const outside = visitor.requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:') && new URL(url).host !== own);
  expect(visitor.requests.length).toBeGreaterThan(20);
  expect(outside).toEqual([]);
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
