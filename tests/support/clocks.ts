import type { BrowserContext, Page } from 'playwright-core';

/** Sets the clock of a person's device wrong, in milliseconds. Only what it says is wrong; it goes as fast as any. */
export async function skewClock(context: BrowserContext, wrongBy: number): Promise<void> {
  await context.addInitScript((by) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given: [never]) {
        if (given.length > 0) super(...given);
        else super(Real.now() + by);
      }

      static override now = () => Real.now() + by;
    } as DateConstructor;
  }, wrongBy);
}

/** A person's page, and by how many milliseconds its clock is wrong. */
export interface Watched {
  page: Page;
  wrongBy?: number;
}

/**
 * Watches the timer on several pages for some seconds.
 * @returns how far apart each page changed its face from the first page, in milliseconds: the middle of all changes seen
 */
export async function timersApart(pages: readonly Watched[], seconds: number): Promise<number[]> {
  const faces = await Promise.all(pages.map(watchTimer));
  await pages[0]!.page.waitForTimeout(seconds * 1000);
  const [first, ...others] = await Promise.all(faces.map((face) => face()));
  return others.map((other) => {
    // The first face seen may have been there for a while.
    const apart = [...first!].flatMap(([value, at]) => (other.has(value) ? [Math.abs(other.get(value)! - at)] : [])).slice(1);
    if (apart.length < seconds - 3) throw new Error(`Only ${apart.length} changes of the timer were seen on both pages.`);
    return apart.sort((a, b) => a - b)[Math.floor(apart.length / 2)]!;
  });
}

/** When each value of the timer was shown first, by the clock of the computer that all browsers run on. */
async function watchTimer({ page, wrongBy = 0 }: Watched): Promise<() => Promise<Map<string, number>>> {
  await page.evaluate((by) => {
    const shown: Record<string, number> = {};
    Object.assign(globalThis, { shown });
    const look = () => {
      const value = document.querySelector('[role=timer] span')?.textContent;
      if (value) shown[value] ??= Date.now() - by;
      requestAnimationFrame(look);
    };
    look();
  }, wrongBy);
  return async () => new Map(Object.entries(await page.evaluate(() => (globalThis as unknown as { shown: Record<string, number> }).shown)));
}
