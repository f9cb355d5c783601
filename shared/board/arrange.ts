/** The ways free notes are put in line or at equal distances, by the names tldraw has for them. */
export const ALIGNMENTS = ['align-left', 'align-center-horizontal', 'align-right', 'align-top', 'align-center-vertical', 'align-bottom'] as const;
export const DISTRIBUTIONS = ['distribute-horizontal', 'distribute-vertical'] as const;
export type Arrangement = (typeof ALIGNMENTS)[number] | (typeof DISTRIBUTIONS)[number];

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
  switch (way) {
    case 'align-left':
      return inLine(places, 'x', 0);
    case 'align-center-horizontal':
      return inLine(places, 'x', 0.5);
    case 'align-right':
      return inLine(places, 'x', 1);
    case 'align-top':
      return inLine(places, 'y', 0);
    case 'align-center-vertical':
      return inLine(places, 'y', 0.5);
    case 'align-bottom':
      return inLine(places, 'y', 1);
    case 'distribute-horizontal':
      return apart(places, 'x');
    case 'distribute-vertical':
      return apart(places, 'y');
  }
}

/** All notes are of one size, so that what is in line by an edge or the middle is so by its corner. */
function inLine(places: ReadonlyMap<string, Corner>, axis: 'x' | 'y', share: 0 | 0.5 | 1): Map<string, Corner> {
  const along = [...places.values()].map((corner) => corner[axis]);
  const least = Math.min(...along);
  const line = Math.round(least + (Math.max(...along) - least) * share);
  return new Map([...places].map(([id, corner]) => [id, { ...corner, [axis]: line }]));
}

function apart(places: ReadonlyMap<string, Corner>, axis: 'x' | 'y'): Map<string, Corner> {
  const across = axis === 'x' ? 'y' : 'x';
  const inOrder = [...places].sort(([idA, a], [idB, b]) => a[axis] - b[axis] || a[across] - b[across] || (idA < idB ? -1 : 1));
  const first = inOrder[0]![1][axis];
  const step = (inOrder.at(-1)![1][axis] - first) / Math.max(1, inOrder.length - 1);
  return new Map(inOrder.map(([id, corner], index) => [id, { ...corner, [axis]: Math.round(first + index * step) }]));
}
