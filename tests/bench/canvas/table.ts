import type { Browser } from 'playwright-core';

/** What was measured of a board in one program, by the keys of `ROWS`. */
export type Figures = Record<string, number>;

export interface Candidate {
  name: string;
  title: string;
  run(browser: Browser): Promise<Figures>;
}

const ROWS: readonly { key: string; label: string; digits?: number }[] = [
  { key: 'stands', label: 'the board stands after the bytes are there, ms' },
  ...(
    [
      ['far', 'all in view'],
      ['near', 'at 100 %'],
    ] as const
  ).flatMap(([key, place]) => [
    { key: `${key}Pan`, label: `${place}, panning: frames/s`, digits: 1 },
    { key: `${key}PanP95`, label: 'a frame takes, p95, ms', digits: 1 },
    { key: `${key}Zoom`, label: `${place}, zooming: frames/s`, digits: 1 },
    { key: `${key}ZoomP95`, label: 'a frame takes, p95, ms', digits: 1 },
    { key: `${key}Drag`, label: `${place}, dragging a note: frames/s`, digits: 1 },
    { key: `${key}DragP95`, label: 'a frame takes, p95, ms', digits: 1 },
    { key: `${key}Changes`, label: `${place}, panning while others make 50 changes a second: frames/s`, digits: 1 },
    { key: `${key}Cost`, label: 'of the frames without them, % lost', digits: 1 },
  ]),
];

/** What we want to reach. */
const GOALS: readonly { candidate: string; key: string; atLeast?: number; atMost?: number }[] = [
  ...['Pan', 'Zoom', 'Drag'].flatMap((act) => [
    { candidate: 'plenary-3000', key: `far${act}`, atLeast: 50 },
    { candidate: 'plenary-3000', key: `near${act}`, atLeast: 58 },
    { candidate: 'plenary-5000', key: `far${act}`, atLeast: 30 },
  ]),
  { candidate: 'plenary-3000', key: 'farCost', atMost: 10 },
  { candidate: 'plenary-3000', key: 'nearCost', atMost: 10 },
  { candidate: 'plenary-3000', key: 'stands', atMost: 1_200 },
];

const ABOUT =
  'A board of both approaches with 100 notes in each column and all others in a block beside them, 1440 by 900 pixels. ' +
  'True input events (wheel, pinch, pointer) reach the page one after the other; frames are those of `requestAnimationFrame`, of which there are at most 60 a second. ' +
  'Excalidraw shows the same notes at the same places, each a rectangle with its text. ' +
  '"The bytes are there" when the last script, style sheet and the document have arrived; for Excalidraw when its elements are made.';

/** All of it as Markdown. */
export function formatCanvas(measured: readonly { name: string; title: string; figures: Figures }[], circumstances: string): string {
  const heading = ['', ...measured.map(({ title }) => title)];
  const rule = ['---', ...measured.map(() => '---:')];
  const lines = ROWS.map(({ key, label, digits = 0 }) => [label, ...measured.map(({ figures }) => cell(figures[key], digits))]);
  const table = [heading, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  const goals = GOALS.flatMap(({ candidate, key, atLeast, atMost }) => {
    const found = measured.find(({ name }) => name === candidate);
    const value = found?.figures[key];
    if (!found || value === undefined) return [];
    const met = atLeast === undefined ? value <= atMost! : Math.round(value) >= atLeast;
    const label = ROWS.find((row) => row.key === key)!.label;
    const limit = atLeast === undefined ? `at most ${atMost!.toLocaleString('en')}` : `at least ${atLeast}`;
    return [`- ${found.title}: ${key === 'farCost' || key === 'nearCost' ? `${key === 'farCost' ? 'all in view' : 'at 100 %'}, ${label}` : label}: ${limit}; measured ${cell(value, 1)}, ${met ? 'met' : '**missed**'}`];
  });
  return ['### The canvas in Chromium', ABOUT, table, goals.join('\n'), `_${circumstances}_`].filter((piece) => piece !== '').join('\n\n');
}

function cell(value: number | undefined, digits: number): string {
  if (value === undefined) return '–';
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
