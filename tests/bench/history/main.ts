import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { thinned, type Moment } from '../../../server/history/thinning.ts';
import { ensureBuilt } from '../../../server/launch/prepare.mjs';
import { openSqliteStorage } from '../../../server/storage/sqlite.ts';
import { createId } from '../../../shared/ids.ts';
import type { CreatedBoard } from '../../../shared/protocol/api.ts';
import { launchBrowser } from '../../support/browser.ts';
import { call, joinAs } from '../../support/workshop.ts';
import { crowdedBoard, joinInPage } from '../canvas/plenary.ts';
import { loadNow, today } from '../machine.ts';
import { plenary } from '../relays/plenary.ts';
import { writePart } from '../results/document.ts';
import { median } from '../results/statistics.ts';
import { startServerProcess } from '../server-process.ts';

/* `npm run bench:history`: how soon the time line of a large board with a year behind it stands in Chromium. */

const NOTES = 5_000;
const GOAL_MS = 1_000;
const YEAR = 365 * 24 * 3_600_000;
/** As often as a board that is written on all the time is kept by itself. */
const BETWEEN = 5 * 60_000;

/** Notes in the page when the list stands and when the canvas has been painted beside it. */
const WATCH = `{
  const marks = (globalThis.marks = { list: 0, moment: 0 });
  const look = (time) => {
    if (marks.list === 0 && document.querySelector('.history-day li')) marks.list = time;
    if (document.querySelector('.canvas-far')?.dataset.notes > 100) marks.moment = time;
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}`;

const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '3' },
    /** Only print. */
    dry: { type: 'boolean', default: false },
  },
});

/** In milliseconds since the page was asked for. */
interface Opening {
  /** Until all moments are listed. */
  list: number;
  /** Until the latest of them is painted beside the list, with all its notes. */
  moment: number;
}

ensureBuilt();
const load = loadNow();
const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
const { board, moments } = await boardWithAYear();
const server = await startServerProcess({ kind: plenary, folder });
const openings: Opening[] = [];
try {
  for (let repeat = 0; repeat < Number(values.repeats); repeat += 1) {
    const browser = await launchBrowser();
    openings.push(await open(browser));
    process.stderr.write(`${JSON.stringify(openings.at(-1))}\n`);
    await browser.close();
  }
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
const [list, moment] = [median(openings.map((opening) => opening.list))!, median(openings.map((opening) => opening.moment))!];
const part = `### The time line of a board with a year behind it

A board of ${NOTES.toLocaleString('en')} notes that was kept every five minutes for a year, of which the thinning has left ${moments} moments. From asking for the page of its history, in a browser that was on the board before, until all moments are listed and until the latest is painted on the canvas with all its notes.

|  | Plenary |
| --- | ---: |
| the time line stands, ms | ${Math.round(list).toLocaleString('en')} |
| the latest moment stands beside it, ms | ${Math.round(moment).toLocaleString('en')} |

- the time line stands, ms: at most ${GOAL_MS.toLocaleString('en')}; measured ${Math.round(list).toLocaleString('en')}, ${list <= GOAL_MS ? 'met' : '**missed**'}

_${today()}, median of ${openings.length}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load average of the machine before it ${load}._`;
console.log(part);
if (!values.dry) writePart('history', part);
process.exit(0);

/** Writes a database in which a board has all the moments that a year leaves. */
async function boardWithAYear(): Promise<{ board: CreatedBoard; moments: number }> {
  const first = await startServerProcess({ kind: plenary, folder });
  const crowded = await crowdedBoard(first, NOTES);
  const { token } = await joinAs(first, crowded.board, 'facilitator', 'Fay', 'Swansea');
  const { body } = await call<{ id: string }>(first, `/boards/${crowded.board.board}/snapshots`, { body: { title: 'Now' }, secret: token });
  crowded.close();
  await first.stop();

  const storage = await openSqliteStorage(join(folder, 'plenary.db'), 5_000);
  const saved = storage.readSnapshot(crowded.board.board, body.id)!;
  const all: Moment[] = Array.from({ length: YEAR / BETWEEN }, (_, index) => ({ id: createId(), savedAt: saved.savedAt - (index + 1) * BETWEEN, before: false }));
  const gone = new Set(thinned(all, saved.savedAt));
  const left = all.filter(({ id }) => !gone.has(id));
  for (const { id, savedAt } of left) storage.addSnapshot({ ...saved, id, savedAt, title: '', cause: 'activity' });
  storage.close();
  return { board: crowded.board, moments: left.length + 1 };
}

async function open(browser: Browser): Promise<Opening> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })).newPage();
  await joinInPage(page, server, board, 'facilitator');
  // Only then the device knows who it is.
  await page.locator('.board-head').waitFor();
  await page.addInitScript(WATCH);
  await page.goto(`${server.url}/history/${board.board}`);
  await page.waitForFunction(() => (globalThis as unknown as { marks: Opening }).marks.moment > 0);
  const listed = await page.locator('.history-day li').count();
  if (listed !== moments) throw new Error(`${listed} of ${moments} moments are listed`);
  return page.evaluate<Opening>('marks');
}
