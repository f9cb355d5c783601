import { describe, expect, test } from 'vitest';
import { boardLink, joinBoard, showView, startApp, visit, writeInColumns } from '../support/app.ts';
import { sharedBrowser } from '../support/shared-browser.ts';
import { createTestBoard } from '../support/workshop.ts';

const chromium = sharedBrowser();

describe('who wants less motion', () => {
  test.each(['reduce', 'no-preference'] as const)('gets what they want: %s', async (reducedMotion) => {
    const server = await startApp();
    const board = await createTestBoard(server, 'both');
    const { page } = await visit(chromium.browser);
    await page.emulateMedia({ reducedMotion });
    await joinBoard({ page }, boardLink(server, board, 'participant'), 'Ana', 'Évora');
    await showView(page, 'Canvas');
    /** How often the view of the canvas changed after a press, frame by frame. */
    const steps = await page.evaluate(async () => {
      const percent = document.querySelector('.canvas-zoom-percent')!;
      const seen = new Set<string | null>();
      percent.parentElement!.querySelectorAll('button')[2]!.click();
      for (const end = performance.now() + 600; performance.now() < end; ) {
        await new Promise(requestAnimationFrame);
        seen.add(percent.textContent);
      }
      return seen.size;
    });
    await showView(page, 'Columns');
    await writeInColumns(page, 'Obstacles, Global approach', 'calm');
    const moving = await page.evaluate(() => {
      const durations = [...document.querySelectorAll('*')].map((element) => {
        const style = getComputedStyle(element);
        return Math.max(Number.parseFloat(style.transitionDuration), style.animationName === 'none' ? 0 : Number.parseFloat(style.animationDuration));
      });
      return durations.filter((seconds) => seconds > 0).length;
    });
    const still = reducedMotion === 'reduce';
    expect({ zoomJumps: steps <= 2, nothingMoves: moving === 0 }).toEqual({ zoomJumps: still, nothingMoves: still });
  });
});
