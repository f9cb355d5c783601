import { paintJpeg, paintPng } from './paint.ts';
import { drawnBoard, sizeOf } from './picture.ts';
import type { ToRender } from './render.ts';

/* The picture of a board in pixels. What needs none does not load what paints. */

/**
 * Pixels of a board's PNG: with these the words of a thousand notes can be read. More make a file that
 * few programs open gladly; whoever wants to go nearer has the SVG.
 */
const MOST_PIXELS = 12_000_000;
/** In a document: a page of A4 is filled by eight at 300 dots to the inch, and a board does not fill it. */
const MOST_ON_PAPER = 6_000_000;
/** Pixels along either side, which every program opens. */
const LONGEST_SIDE = 12_000;
/** Of a small board: two pixels for one of the canvas. */
const LARGEST_SCALE = 2;

/** The board as a PNG, as large as is sensible. */
export function boardAsPng(told: ToRender): Uint8Array {
  const picture = drawnBoard(told);
  return paintPng(picture, scaleOf(picture, MOST_PIXELS));
}

/**
 * The board as a PNG for a place on paper, no larger than that shows.
 * @param width the width of the place in pixels
 */
export function boardForPaper(told: ToRender, width: number): Uint8Array {
  const picture = drawnBoard(told);
  return paintPng(picture, Math.min(width / sizeOf(picture).width, scaleOf(picture, MOST_ON_PAPER)));
}

/** The board as a JPEG for a document that shows it in pixels and takes it in as it is. */
export function boardAsJpeg(told: ToRender): Uint8Array {
  const picture = drawnBoard(told);
  return paintJpeg(picture, scaleOf(picture, MOST_ON_PAPER));
}

/** Pixels for a unit of a board's picture. */
function scaleOf(picture: string, mostPixels: number): number {
  const { width, height } = sizeOf(picture);
  return Math.min(LARGEST_SCALE, LONGEST_SIDE / Math.max(width, height), Math.sqrt(mostPixels / (width * height)));
}
