import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { boardLink, joinBoard, startApp, visit } from '../support/app.ts';
import { violations } from '../support/axe.ts';
import { fillBoard } from '../support/sample-workshop.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { tamper } from '../support/stored.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

const LIBRARIES = 'Our two libraries could share one reading programme';
const said = (page: Page, text: string) => page.locator('.report').getByText(text).count();

test('a facilitator edits a report, whoever has its link reads it so until the link is revoked or has ended, and the snapshot stays as it was', async () => {
  const server = await startApp();
  const created = await createTestBoard(server);
  await fillBoard(server, created);
  const { page: fay, context } = await visit(chromium.browser);
  await joinBoard({ page: fay }, boardLink(server, created, 'facilitator'), 'Fay Host', 'Évora');
  await fay.getByRole('button', { name: 'Snapshots and reports' }).click();
  await fay.getByLabel('Title of the snapshot').fill('At noon');
  await fay.getByRole('button', { name: 'Save snapshot' }).click();
  await fay.getByRole('heading', { name: 'At noon' }).waitFor();
  const makeLink = async (term: string) => {
    await fay.getByRole('button', { name: 'Links to this report' }).click();
    await fay.getByLabel('The link is good').selectOption({ label: term });
    await fay.getByRole('button', { name: 'Make a link' }).click();
    const link = await fay.getByLabel('Link to the report “At noon”').first().inputValue();
    await fay.getByRole('button', { name: 'Links to this report' }).click();
    return link;
  };
  const [forAWeek, forGood] = [await makeLink('for a week'), await makeLink('until it is revoked')];

  const [telling] = await Promise.all([context.waitForEvent('page'), fay.getByRole('link', { name: /Open report/ }).click()]);
  await telling.getByRole('heading', { name: 'Global approach' }).waitFor();
  expect(await said(telling, 'Giulia Conti')).toBeGreaterThan(0);
  await telling.getByRole('button', { name: 'Edit the report' }).click();
  const dialog = telling.getByRole('dialog');
  await dialog.getByLabel('Introduction', { exact: true }).fill('Six towns met.\n\nThis is what they found.');
  await dialog.getByLabel('Conclusions').fill('We go on in May.');
  await dialog.getByLabel('Global approach', { exact: true }).uncheck();
  await dialog.getByRole('group', { name: 'Columns of Partnership approach' }).getByLabel('Obstacles').uncheck();
  await dialog.getByLabel('Pécs', { exact: true }).uncheck();
  await dialog.getByLabel('Sites only').check();
  await dialog.getByLabel(/^Most votes first/).check();
  expect(await violations(telling)).toEqual([]);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await telling.getByText('This is what they found.').waitFor();

  const { page: reader } = await visit(chromium.browser, { expectErrors: /40[13]/ });
  await reader.goto(forGood);
  for (const words of ['Six towns met.', 'This is what they found.', 'We go on in May.', LIBRARIES]) await reader.getByText(words).first().waitFor();
  expect(await reader.getByRole('button', { name: 'Edit the report' }).count()).toBe(0);
  for (const gone of ['Global approach', 'Giulia Conti', 'Fay Host', 'Pécs', 'Data protection forms nobody understands', 'Craftspeople teach', 'Elections next year']) {
    expect([gone, await reader.locator('.report').getByText(new RegExp(gone)).filter({ hasNotText: 'Left out' }).count()]).toEqual([gone, 0]);
  }
  await reader.getByText('Left out by the facilitator: 1 approach, 1 column and 1 site (Pécs)').waitFor();
  await reader.getByText('The names of people are left out; the names of sites are told.').waitFor();
  // What most people responded to stands first.
  const first = reader.locator('.report-approach .report-note-text').first();
  expect(await first.textContent()).toBe(LIBRARIES);

  await reader.getByLabel('Show the notes and votes of').selectOption('Perugia');
  await reader.getByText('Only notes, votes and people of this site are told: Perugia.').waitFor();
  expect(await said(reader, LIBRARIES)).toBe(0);
  expect(await said(reader, 'A museum ticket for every family that joins')).toBeGreaterThan(0);
  expect(await violations(reader)).toEqual([]);

  // The moment itself is as it was.
  await telling.goto(`${server.url}/history/${created.board}`);
  await telling.getByRole('radio', { name: 'Columns' }).check({ force: true });
  await telling.locator('[data-note]').filter({ hasText: 'Elections next year' }).first().waitFor();
  await telling.locator('[data-note]').filter({ hasText: 'Craftspeople teach' }).filter({ hasText: 'Kovács Béla' }).first().waitFor();

  await fay.getByRole('button', { name: 'Links to this report' }).click();
  await fay.getByRole('button', { name: /^Revoke/ }).last().click();
  await fay.getByText('Revoked.').first().waitFor();
  await reader.reload();
  await reader.getByText('This link is no longer valid.').waitFor();
  await tamper(join(server.dataDir, 'plenary.db'), 'UPDATE report_links SET expires_at = 5 WHERE revoked_at IS NULL');
  await reader.goto(forAWeek);
  await reader.reload();
  await reader.getByText('This link has expired.').waitFor();
});
