import { COLUMN_ACCENT, PAPER } from '../board/palette.ts';
import { COLUMN_ICON_PATHS } from './icons.ts';
import type { Report, ReportColumn } from './model.ts';
import { decimals, element } from './svg.ts';

const WIDTH = 720;
const HEIGHT = 300;
/** The foot of a column with its sign. */
const FOOT = 40;
const GAP = 12;
/** The gap between one approach and the next. */
const WIDE_GAP = 28;
const LARGEST = 30;
const SMALLEST = 2;

/**
 * The board as an ornament: a square of paper for each note, stacked by column. It has no words and
 * tells nothing that the report does not say, so that it is shown without an alternative text.
 * `null` where there is no column.
 */
export function coverOrnament({ approaches }: Pick<Report, 'approaches'>): string | null {
  const columns = approaches.flatMap((approach) => approach.columns);
  if (columns.length === 0) return null;
  const gaps = (columns.length - approaches.length) * GAP + (approaches.length - 1) * WIDE_GAP;
  const width = (WIDTH - gaps) / columns.length;
  if (width < SMALLEST * 4) return null;
  const size = squareSize(columns, width);
  let x = 0;
  const stacks = approaches.flatMap((approach, index) => {
    if (index > 0) x += WIDE_GAP - GAP;
    return approach.columns.map((column) => {
      const svg = drawStack(column, x, width, size);
      x += width + GAP;
      return svg;
    });
  });
  const top = HEIGHT - Math.max(...columns.map(({ notes }) => heightOf(notes.length, width, size)));
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 ${decimals(Math.max(0, top))} ${WIDTH} ${decimals(HEIGHT + FOOT - Math.max(0, top))}` }, ...stacks);
}

/** The largest size at which every column's squares fit above its foot. */
function squareSize(columns: readonly ReportColumn[], width: number): number {
  for (let size = Math.min(LARGEST, width / 2); size > SMALLEST; size -= 0.5) {
    if (columns.every(({ notes }) => heightOf(notes.length, width, size) <= HEIGHT)) return size;
  }
  return SMALLEST;
}

/** Of so many squares in a column. */
function heightOf(notes: number, width: number, size: number): number {
  return Math.ceil(notes / Math.max(1, Math.floor(width / size))) * size;
}

function drawStack({ kind, notes }: ReportColumn, x: number, width: number, size: number): string {
  const accent = COLUMN_ACCENT[kind];
  const inRow = Math.max(1, Math.floor(width / size));
  const step = width / inRow;
  const sign = Math.min(20, width * 0.6);
  const squares = notes.map(({ color }, index) => {
    const top = HEIGHT - (Math.floor(index / inRow) + 1) * size;
    if (top < 0) return '';
    const gap = size > 8 ? 3 : size / 5;
    return element('rect', { x: x + (index % inRow) * step, y: top, width: step - gap, height: size - gap, rx: size / 14, fill: PAPER[color], stroke: '#22201c', 'stroke-opacity': 0.12, 'stroke-width': 0.5 });
  });
  return element(
    'g',
    {},
    ...squares,
    element('rect', { x, y: HEIGHT + 2, width: width - 3, height: 3, rx: 1.5, fill: accent.light }),
    element(
      'g',
      { transform: `translate(${x} ${HEIGHT + 14}) scale(${sign / 24})`, fill: 'none', stroke: accent.light, 'stroke-width': 2.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
      ...COLUMN_ICON_PATHS[kind].map((d) => element('path', { d })),
    ),
  );
}
