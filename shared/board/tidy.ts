import { LAYOUT, NOTE_SIZE, type Box } from './layout.ts';

/** How close the tops of notes lie to be read as one row, in page units. */
const SAME_ROW = NOTE_SIZE.height / 2;

/**
 * Straightens free notes into a grid that begins where they begin, about as wide as high, in the
 * order they are read: row by row, from left to right. A grid that would cover an approach lies
 * beside the approaches instead, where that is nearest.
 * @param places the top left corner of each note, by id, in page units
 */
export function tidied(places: ReadonlyMap<string, { x: number; y: number }>, approaches: readonly Box[]): Map<string, { x: number; y: number }> {
  const inOrder = inRows([...places].map(([id, { x, y }]) => ({ id, x, y })));
  const left = Math.min(...inOrder.map(({ x }) => x));
  const top = Math.min(...inOrder.map(({ y }) => y));
  const across = Math.ceil(Math.sqrt((inOrder.length * NOTE_SIZE.height) / NOTE_SIZE.width));
  const width = Math.min(across, inOrder.length) * (NOTE_SIZE.width + LAYOUT.noteGap) - LAYOUT.noteGap;
  const height = Math.ceil(inOrder.length / across) * (NOTE_SIZE.height + LAYOUT.noteGap) - LAYOUT.noteGap;
  const by = wayOut({ x: left, y: top, width, height }, approaches);
  return new Map(
    inOrder.map(({ id }, index) => [
      id,
      {
        x: Math.round(left + by.x + (index % across) * (NOTE_SIZE.width + LAYOUT.noteGap)),
        y: Math.round(top + by.y + Math.floor(index / across) * (NOTE_SIZE.height + LAYOUT.noteGap)),
      },
    ]),
  );
}

/** The shortest way for a box to where it covers none of the others. */
function wayOut(box: Box, others: readonly Box[]): { x: number; y: number } {
  const covers = ({ x, y, width, height }: Box) => box.x < x + width && x < box.x + box.width && box.y < y + height && y < box.y + box.height;
  if (!others.some(covers)) return { x: 0, y: 0 };
  const gap = LAYOUT.noteGap;
  const ways = [
    { x: Math.min(...others.map(({ x }) => x)) - gap - box.width - box.x, y: 0 },
    { x: Math.max(...others.map(({ x, width }) => x + width)) + gap - box.x, y: 0 },
    { x: 0, y: Math.min(...others.map(({ y }) => y)) - gap - box.height - box.y },
    { x: 0, y: Math.max(...others.map(({ y, height }) => y + height)) + gap - box.y },
  ];
  return ways.reduce((nearest, way) => (Math.abs(way.x + way.y) < Math.abs(nearest.x + nearest.y) ? way : nearest));
}

interface Placed {
  id: string;
  x: number;
  y: number;
}

function inRows(notes: readonly Placed[]): Placed[] {
  const rows: Placed[][] = [];
  for (const note of [...notes].sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1))) {
    const row = rows.at(-1);
    if (row && note.y - row[0]!.y < SAME_ROW) row.push(note);
    else rows.push([note]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1)));
}
