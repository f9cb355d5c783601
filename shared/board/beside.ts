import { LAYOUT, NOTE_SIZE, type Box } from './layout.ts';

const ACROSS = 4;
const STEP = { x: NOTE_SIZE.width + LAYOUT.noteGap, y: NOTE_SIZE.height + LAYOUT.noteGap };

/**
 * Room for free notes beside the approaches: in rows of four to the right of all of them, between
 * those that lie there already.
 * @param taken the top left corners of the free notes, in page units
 * @returns as many corners as are asked for
 */
export function roomBeside(approaches: readonly Box[], taken: readonly { x: number; y: number }[], count: number): { x: number; y: number }[] {
  const left = Math.max(0, ...approaches.map(({ x, width }) => x + width)) + LAYOUT.columnGap;
  const top = Math.min(...approaches.map(({ y }) => y), Infinity);
  const room: { x: number; y: number }[] = [];
  for (let index = 0; room.length < count; index += 1) {
    const spot = { x: left + (index % ACROSS) * STEP.x, y: (top === Infinity ? 0 : top) + Math.floor(index / ACROSS) * STEP.y };
    if (!taken.some((note) => Math.abs(note.x - spot.x) < NOTE_SIZE.width && Math.abs(note.y - spot.y) < NOTE_SIZE.height)) room.push(spot);
  }
  return room;
}
