import { NOTE_SIZE, type BoardLayout, type Box } from '../../shared/board/layout.ts';
import { extentOf } from './extent.ts';

/** How a part of the page is shown on a map: page units times `scale` are pixels of the map. */
export interface MapFrame {
  /** What of the page the map shows. */
  extent: Box;
  scale: number;
  /** The size of the map, in pixels. */
  width: number;
  height: number;
}

/** The largest the map may be, in pixels, and the least of each side. */
export const MAP_SIZE = { width: 232, height: 156, least: 64 } as const;

/** Room around the board, as a part of its longer side. */
const MARGIN = 0.03;

/** Frames the whole board. */
export function frameMap(layout: BoardLayout, drawn: readonly Box[]): MapFrame {
  const whole = extentOf(layout, drawn) ?? { x: 0, y: 0, ...NOTE_SIZE };
  const margin = Math.max(whole.width, whole.height) * MARGIN;
  const extent = { x: whole.x - margin, y: whole.y - margin, width: whole.width + 2 * margin, height: whole.height + 2 * margin };
  const scale = Math.min(MAP_SIZE.width / extent.width, MAP_SIZE.height / extent.height);
  const width = Math.max(MAP_SIZE.least, extent.width * scale);
  const height = Math.max(MAP_SIZE.least, extent.height * scale);
  // A board that is long and thin stands in the middle of a map that is not.
  const wide = { x: extent.x - (width / scale - extent.width) / 2, width: width / scale };
  const high = { y: extent.y - (height / scale - extent.height) / 2, height: height / scale };
  return { extent: { ...wide, ...high }, scale, width, height };
}

/** A box of the page in pixels of the map; kept on the map, at its edge where it lies outside. */
export function onMap({ extent, scale, width, height }: MapFrame, box: Box): Box {
  const left = clamp((box.x - extent.x) * scale, width);
  const top = clamp((box.y - extent.y) * scale, height);
  const right = clamp((box.x + box.width - extent.x) * scale, width);
  const bottom = clamp((box.y + box.height - extent.y) * scale, height);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function clamp(value: number, end: number): number {
  return Math.min(end, Math.max(0, value));
}

/** The point of the page at a point of the map. */
export function onPage({ extent, scale }: MapFrame, point: { x: number; y: number }): { x: number; y: number } {
  return { x: extent.x + point.x / scale, y: extent.y + point.y / scale };
}
