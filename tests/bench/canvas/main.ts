import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { ensureBuilt } from '../../../server/launch/prepare.mjs';
import { launchBrowser } from '../../support/browser.ts';
import { today } from '../machine.ts';
import { plenary } from '../relays/plenary.ts';
import { writePart } from '../results/document.ts';
import { median } from '../results/statistics.ts';
import { startServerProcess } from '../server-process.ts';
import { excalidrawVersion, openExcalidraw, serveExcalidraw } from './excalidraw.ts';
import { countDragging, countFrames, panning, zooming, type Frames } from './frames.ts';
import { crowdedBoard, openPlenary, type CrowdedBoard, type Opened } from './plenary.ts';
import { formatCanvas, type Candidate, type Figures } from './table.ts';

/* `npm run bench:canvas`: how smoothly a crowded board moves in Chromium, with Excalidraw beside it. */

const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    /** Only print. */
    dry: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const repeats = Number(values.repeats);
const seconds = Number(values.seconds);
const MIDDLE = { x: 720, y: 480 };
const CHANGES_A_SECOND = 50;

const all: Candidate[] = [
  { name: 'plenary-3000', title: 'Plenary, 3,000 notes', run: (browser) => runPlenary(browser, 3_000) },
  { name: 'excalidraw-3000', title: 'Excalidraw, 3,000', run: (browser) => runExcalidraw(browser, 3_000) },
  { name: 'plenary-5000', title: 'Plenary, 5,000 notes', run: (browser) => runPlenary(browser, 5_000) },
];
const candidates = all.filter(({ name }) => !values.only || values.only.split(',').includes(name));

ensureBuilt();
const loadBefore = loadavg()[0]!.toFixed(1);
const measured = new Map<string, Figures[]>(candidates.map(({ name }) => [name, []]));
let chromium = '';
for (let repeat = 0; repeat < repeats; repeat += 1) {
  for (let turn = 0; turn < candidates.length; turn += 1) {
    const { name, run } = candidates[(turn + repeat) % candidates.length]!;
    const browser = await launchBrowser();
    chromium = browser.version();
    try {
      const figures = await run(browser);
      measured.get(name)!.push(figures);
      process.stderr.write(`${name} ${repeat + 1}/${repeats}: ${JSON.stringify(figures)}\n`);
    } finally {
      await browser.close();
    }
  }
}
const medians = candidates.map((candidate) => ({ ...candidate, figures: middleOf(measured.get(candidate.name)!) }));
const excalidraw = candidates.some(({ name }) => name.startsWith('excalidraw')) ? `, Excalidraw ${excalidrawVersion()}` : '';
const circumstances =
  `${today()}, ${repeats === 1 ? 'one run' : `medians of ${repeats}`} of ${seconds} s each, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ` +
  `${Math.round(totalmem() / 2 ** 30)} GB, no graphics card, Chromium ${chromium}${excalidraw}; load average of the machine before it ${loadBefore}.`;
const draft = repeats < 3 || seconds < 3 ? 'A draft, to be measured again: ' : '';
const part = formatCanvas(medians, draft + circumstances);
console.log(part);
if (!values.dry) writePart('canvas', part);
process.exit(0);

async function runPlenary(browser: Browser, count: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const server = await startServerProcess({ kind: plenary, folder });
  try {
    const crowded = await crowdedBoard(server, count);
    const figures = await move(await openPlenary(browser, server, crowded), crowded);
    crowded.close();
    return figures;
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runExcalidraw(browser: Browser, count: number): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-bench-'));
  const server = await startServerProcess({ kind: plenary, folder });
  const page = await serveExcalidraw();
  try {
    const { approaches, close } = await crowdedBoard(server, 1);
    close();
    return await move(await openExcalidraw(browser, page, count, approaches), null);
  } finally {
    await page.close();
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Moves the view and a note, far away and at 100 %, alone and while others change the board. */
async function move(opened: Opened, crowded: CrowdedBoard | null): Promise<Figures> {
  const { page } = opened;
  const input = await page.context().newCDPSession(page);
  const figures: Figures = { stands: opened.stands };
  const keep = (name: string, { perSecond, p95 }: Frames) => Object.assign(figures, { [name]: perSecond, [`${name}P95`]: p95 });
  await sleep(1_000);
  for (const [name, show] of [
    ['far', opened.showAll],
    ['near', opened.showNear],
  ] as const) {
    await show();
    await sleep(1_500);
    keep(`${name}Pan`, await countFrames(page, input, panning(MIDDLE, 30), seconds));
    await sleep(500);
    keep(`${name}Zoom`, await countFrames(page, input, zooming(MIDDLE), seconds));
    await sleep(500);
    keep(`${name}Drag`, await countDragging(page, input, await opened.noteAtCentre(), seconds));
    if (!crowded) continue;
    await sleep(500);
    let index = 0;
    const changing = setInterval(() => crowded.change((index += 1)), 1000 / CHANGES_A_SECOND);
    keep(`${name}Changes`, await countFrames(page, input, panning(MIDDLE, 30), seconds));
    clearInterval(changing);
    // In percent of the frames without them.
    figures[`${name}Cost`] = Math.max(0, 100 * (1 - figures[`${name}Changes`]! / figures[`${name}Pan`]!));
    await sleep(500);
  }
  return figures;
}

function middleOf(runs: readonly Figures[]): Figures {
  const keys = new Set(runs.flatMap((run) => Object.keys(run)));
  return Object.fromEntries([...keys].map((key) => [key, median(runs.flatMap((run) => run[key] ?? []))!]));
}
