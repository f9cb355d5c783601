import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Violation {
  id: string;
  nodes: { html: string; failureSummary: string }[];
}

/**
 * What axe finds on a page, each with the elements it is about.
 * @param part only this part of it, by its selector
 */
export async function violations(page: Page, part?: string): Promise<string[]> {
  // By the debugger's protocol: a script element would be refused by our own policy.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(readFileSync(AXE, 'utf8'));
  const found = await page.evaluate(async (include) => {
    const { axe } = globalThis as unknown as { axe: { run(context: object): Promise<{ violations: Violation[] }> } };
    // The canvas's own layer belongs to tldraw; the columns are the board for assistive technology.
    return (await axe.run({ ...(include && { include }), exclude: ['.tl-canvas', '.tl-watermark_SEE-LICENSE'] })).violations;
  }, part);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join(' | ')}`);
}

/** The same in the light theme and in the dark, for a page that follows its device; it is dark afterwards. */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    found.push(...(await violations(page)).map((violation) => `${colorScheme}: ${violation}`));
  }
  return found;
}
