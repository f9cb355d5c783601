import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Somebody in a story, by name, with the page before them. */
export type Cast = Record<string, { page: Page }>;

/** One scene of a story: says by name which one failed. */
export type Scene = (name: string, act: () => Promise<void>) => Promise<void>;

/**
 * For a test that is long because a workshop is: its parts have names. When the environment names a
 * folder in SCENES, a picture of everybody's page is kept there after each scene, to be looked at.
 * @param cast who takes part; whoever joins the story later is added to it
 */
export function storyboard(cast: Cast): Scene {
  let number = 0;
  const pictures = async (name: string) => {
    const folder = process.env.SCENES;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    const file = (who: string) => join(folder, `${String(number).padStart(2, '0')}-${name.replaceAll(/\W+/g, '-')}-${who}.png`);
    for (const [who, { page }] of Object.entries(cast)) {
      if (!page.isClosed()) await page.screenshot({ path: file(who), animations: 'disabled' });
    }
  };
  return async (name, act) => {
    number += 1;
    try {
      await act();
    } catch (error) {
      await pictures(`${name} failed`).catch(() => {});
      throw new Error(`In the scene '${name}': ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    await pictures(name);
  };
}
