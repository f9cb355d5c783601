type Axis = 'x' | 'y';

/** By the names tldraw has for them: along which axis notes come in line, and where in the box around all of them. */
const LINES = {
  'align-left': { axis: 'x', share: 0 },
  'align-center-horizontal': { axis: 'x', share: 0.5 },
  'align-right': { axis: 'x', share: 1 },
  'align-top': { axis: 'y', share: 0 },
  'align-center-vertical': { axis: 'y', share: 0.5 },
  'align-bottom': { axis: 'y', share: 1 },
} as const satisfies Record<string, { axis: Axis; share: number }>;

/** Along which axis notes come to lie at equal distances. */
const GAPS = { 'distribute-horizontal': 'x', 'distribute-vertical': 'y' } as const satisfies Record<string, Axis>;

type Alignment = keyof typeof LINES;
type Distribution = keyof typeof GAPS;
/** The ways free notes are put in order. */
export type Arrangement = Alignment | Distribution;

export const ALIGNMENTS = Object.keys(LINES) as Alignment[];
export const DISTRIBUTIONS = Object.keys(GAPS) as Distribution[];

/** With fewer, there is nothing between the outermost. */
export const LEAST_DISTRIBUTED = 3;

interface Corner {
  x: number;
  y: number;
}

/**
 * Puts free notes in line with the edge or the middle of the box around all of them, or between the
 * outermost two at equal distances, as tldraw does with shapes.
 * @param places the top left corner of each note, by id, in page units; at least one
 */
export function arranged(places: ReadonlyMap<string, Corner>, way: Arrangement): Map<string, Corner> {
  return way in LINES ? inLine(places, LINES[way as Alignment]) : apart(places, GAPS[way as Distribution]);
}

/** All notes are of one size, so that what is in line by an edge or the middle is so by its corner. */
function inLine(places: ReadonlyMap<string, Corner>, { axis, share }: { axis: Axis; share: number }): Map<string, Corner> {
  const along = [...places.values()].map((corner) => corner[axis]);
  const least = Math.min(...along);
  const line = Math.round(least + (Math.max(...along) - least) * share);
  return new Map([...places].map(([id, corner]) => [id, { ...corner, [axis]: line }]));
}

function apart(places: ReadonlyMap<string, Corner>, axis: Axis): Map<string, Corner> {
  const across = axis === 'x' ? 'y' : 'x';
  const inOrder = [...places].sort(([idA, a], [idB, b]) => a[axis] - b[axis] || a[across] - b[across] || (idA < idB ? -1 : 1));
  const first = inOrder[0]![1][axis];
  const step = (inOrder.at(-1)![1][axis] - first) / Math.max(1, inOrder.length - 1);
  return new Map(inOrder.map(([id, corner], index) => [id, { ...corner, [axis]: Math.round(first + index * step) }]));
}
