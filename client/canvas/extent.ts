import { NOTE_SIZE, type BoardLayout, type Box } from '../../shared/board/layout.ts';

/**
 * The whole board: approaches, notes that lie outside of them, and what is drawn; `null` where there is nothing.
 * tldraw's own bounds of the page would make a record of each note's geometry only for this.
 */
export function extentOf(layout: BoardLayout, drawn: readonly Box[]): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number, width: number, height: number) => {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  };
  for (const { x, y, width, height } of [...layout.approaches, ...drawn]) take(x, y, width, height);
  for (const { x, y } of layout.notes.values()) take(x, y, NOTE_SIZE.width, NOTE_SIZE.height);
  return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
