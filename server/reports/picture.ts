import { Resvg } from '@resvg/resvg-js';
import { boardPicture } from '../../shared/report/picture.ts';
import { embeddedFonts, fontPaths } from './fonts.ts';
import type { ToRender } from './render.ts';
import { withoutSmallLetters } from './small-letters.ts';

/**
 * Pixels of a picture of a board: a page of A4 at 300 dots to the inch has eight. More take longer to paint
 * than all else in a report; whoever wants to go nearer has the SVG.
 */
const MOST_PIXELS = 6_000_000;
/** Pixels along either side, which every program opens. */
const LONGEST_SIDE = 12_000;
/** Of a small board: two pixels for one of the canvas. */
const LARGEST_SCALE = 2;
/** Letters on paper that are less than this many pixels tall are read by nobody: a third of a millimetre. */
const LEAST_LETTERS = 4;

/** What has been drawn for a report: its formats share it when they are made at once. */
const drawn = new WeakMap<ToRender, string>();
/** The picture that was painted last: whoever fetches a report in one format often fetches it in another. */
let painted: { picture: string; png: Uint8Array } | null = null;

/** The board as the SVG document that all formats show it by. */
export function drawnBoard(told: ToRender): string {
  const picture = drawn.get(told) ?? boardPicture(told.content, told.language);
  drawn.set(told, picture);
  return picture;
}

/** The board as an SVG document with the typeface in it, which looks the same wherever it is opened. */
export async function boardAsSvg(told: ToRender): Promise<string> {
  const picture = drawnBoard(told);
  const style = `<style>${await embeddedFonts(picture)}</style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture.replace('>', () => `>${style}`)}\n`;
}

/** The board as a PNG, as large as is sensible. */
export function boardAsPng(told: ToRender): Uint8Array {
  const picture = drawnBoard(told);
  if (painted?.picture !== picture) painted = { picture, png: asPng(picture, scaleOf(picture)) };
  return painted.png;
}

/**
 * The board as a PNG for a place on paper. Where that shows far less than the whole picture has, less is
 * painted, and of letters that nobody could read there only the lines.
 * @param width the width of the place in pixels
 */
export function boardForPaper(told: ToRender, width: number): Uint8Array {
  const picture = drawnBoard(told);
  const scale = width / sizeOf(picture).width;
  return scale < scaleOf(picture) / 2 ? asPng(withoutSmallLetters(picture, LEAST_LETTERS / scale), scale) : boardAsPng(told);
}

/** Pixels for a unit of a board's picture. */
function scaleOf(picture: string): number {
  const { width, height } = sizeOf(picture);
  return Math.min(LARGEST_SCALE, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
}

/** The size an SVG document of ours says in its view box. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg)!;
  return { width: Number(width), height: Number(height) };
}

/**
 * An SVG document of ours for programs that know no `direction`, as those that draw here: lines that
 * are read from the right end where they would begin, and say their direction by signs of Unicode
 * (UAX 9, explicit embeddings).
 */
export function withoutDirection(svg: string): string {
  return svg.replaceAll(/<text([^>]*) direction="rtl">(.*?)<\/text>/gs, (_, attributes: string, lines: string) => {
    const anchored = attributes.includes('text-anchor') ? attributes : `${attributes} text-anchor="end"`;
    return `<text${anchored}>${lines.replaceAll(/(<tspan[^>]*>)(.*?)(<\/tspan>)/gs, '$1\u202b$2\u202c$3')}</text>`;
  });
}

/**
 * Paints an SVG document of ours.
 * @param scale pixels for a unit of its view box
 */
export function asPng(svg: string, scale: number): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: fontPaths(), defaultFontFamily: 'Rubik', sansSerifFamily: 'Rubik' };
  return new Resvg(withoutDirection(svg), { fitTo: { mode: 'zoom', value: scale }, font }).render().asPng();
}
