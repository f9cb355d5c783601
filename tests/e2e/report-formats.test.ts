import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { startApp, visit } from '../support/app.ts';
import { fillBoard, saveSampleSnapshot } from '../support/sample-workshop.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

test('a reader sees who wrote where, takes the report home in several formats, and is told where that fails', async () => {
  const server = await startApp();
  const created = await createTestBoard(server);
  await fillBoard(server, created);
  const snapshot = await saveSampleSnapshot(server, created);
  const { page } = await visit(chromium.browser, { expectErrors: /503/ });
  await page.goto(`${server.url}/report/${created.board}/${snapshot}#${created.links.viewer}`);

  await page.getByRole('heading', { name: 'Notes by site and column' }).waitFor();
  await page.getByRole('img', { name: /^Notes by site and column: Évora \d/ }).waitFor();
  await page.getByRole('row', { name: /^Swansea( \d+){4}$/ }).waitFor();
  await page.getByRole('heading', { name: 'Where sites agree' }).waitFor();

  const take = async (name: RegExp) => {
    await page.getByRole('button', { name: 'Download' }).click();
    await page.getByRole('menuitem', { name }).focus();
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const pdf = await take(/\(PDF\)/);
  expect(pdf.name).toMatch(/^learning-city-[\d-]+\.pdf$/);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const word = await take(/\(Word\)/);
  expect(Object.keys(unzipSync(word.bytes))).toContain('word/document.xml');
  const all = await take(/\(ZIP\)/);
  expect(Object.keys(unzipSync(all.bytes))).toHaveLength(10);

  const busy = { error: { code: 'reports-busy', message: 'Busy.' } };
  await page.route(/report\/xlsx/, (route) => route.fulfill({ status: 503, json: busy }));
  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: /\(Excel\)/ }).click();
  await page.getByText('Many reports are being made at the moment. Wait a minute, then try again.').waitFor();
});
