import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, preview } from 'vite';
import { PAPER } from '../../../shared/board/palette.ts';
import { layOut, NOTE_SIZE } from '../../../shared/board/layout.ts';
import type { StageApproach } from '../../../shared/stage/document.ts';
import { crowd } from './crowd.ts';
import type { Opened } from './plenary.ts';

/** Excalidraw with the same notes at the same places, each a rectangle with its text. */

const FOLDER = join(import.meta.dirname, 'peer');

/** Its packages are large and nothing of ours needs them: they are installed where they are measured. */
function ensureInstalled(): void {
  if (existsSync(join(FOLDER, 'node_modules/@excalidraw/excalidraw'))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--legacy-peer-deps'], { cwd: FOLDER, stdio: 'inherit' });
}

export function excalidrawVersion(): string {
  const { version } = JSON.parse(readFileSync(join(FOLDER, 'node_modules/@excalidraw/excalidraw/package.json'), 'utf8')) as { version: string };
  return version;
}

const outDir = join(FOLDER, '../../../../dist/bench');

let built: Promise<unknown> | null = null;

/** Builds its page, once for all runs. */
function ensureBuilt(): Promise<unknown> {
  ensureInstalled();
  return (built ??= build({ root: FOLDER, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 10_000 } }));
}

export async function serveExcalidraw(): Promise<{ url: string; close(): Promise<void> }> {
  await ensureBuilt();
  const server = await preview({ root: FOLDER, configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The page of Excalidraw is not served.');
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

export async function openExcalidraw(browser: Browser, { url }: { url: string }, count: number, approaches: readonly StageApproach[]): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  // It would fetch its fonts from elsewhere.
  await page.route('**', (route) => (route.request().url().startsWith(url) ? route.continue() : route.abort()));
  await page.goto(url);
  await page.waitForFunction(() => 'openCrowd' in globalThis);
  const stands = await page.evaluate<number>(`openCrowd(${JSON.stringify(rectangles(count, approaches))})`);
  return {
    page,
    stands,
    async showAll() {
      await page.evaluate('api.scrollToContent(api.getSceneElements(), { fitToViewport: true, viewportZoomFactor: 0.9 })');
    },
    async showNear() {
      await page.evaluate(`{
        const { scrollX, scrollY, zoom, width, height } = api.getAppState();
        const x = width / 2 / zoom.value - scrollX;
        const y = height / 2 / zoom.value - scrollY;
        api.updateScene({ appState: { zoom: { value: 1 }, scrollX: width / 2 - x, scrollY: height / 2 - y } });
      }`);
    },
    noteAtCentre: () => noteAtCentre(page),
  };
}

/** A point of the screen within the note that lies nearest to its middle. */
function noteAtCentre(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(`(() => {
    const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState();
    const points = api.getSceneElements().filter(({ type }) => type === 'rectangle').map(({ x, y }) => ({
      x: (x + 10 + scrollX) * zoom.value + offsetLeft,
      y: (y + 6 + scrollY) * zoom.value + offsetTop,
    }));
    const far = ({ x, y }) => Math.hypot(x - innerWidth / 2, y - innerHeight / 2);
    return points.reduce((best, point) => (far(point) < far(best) ? point : best));
  })()`);
}

function rectangles(count: number, approaches: readonly StageApproach[]) {
  const notes = crowd(count, approaches).map((note, index) => ({ ...note, id: String(index) }));
  const placed = notes.map(({ id, placement }) => ({ id, placement, group: null }));
  const { notes: places } = layOut(approaches, placed as never, []);
  return notes.map(({ id, text, color }) => ({ ...places.get(id)!, ...NOTE_SIZE, fill: PAPER[color], text }));
}
