import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { boardPicture } from '../../shared/report/picture.ts';
import { embeddedFonts, fontFiles } from './fonts.ts';
import type { ToRender } from './render.ts';

const require = createRequire(import.meta.url);

/**
 * Pixels of a picture of a board: a page of A4 at 300 dots to the inch has eight. More take longer to paint
 * than all else in a report; whoever wants to go nearer has the SVG.
 */
const MOST_PIXELS = 6_000_000;
/** Pixels along either side, which every program opens. */
const LONGEST_SIDE = 12_000;
/** Of a small board: two pixels for one of the canvas. */
const LARGEST_SCALE = 2;

/** What has been drawn for a report: its formats share it when they are made at once. */
const drawn = new WeakMap<ToRender, string>();
/** The picture that was painted last: whoever fetches a report in one format often fetches it in another. */
let painted: { picture: string; png: Promise<Uint8Array> } | null = null;

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
export async function boardAsPng(told: ToRender): Promise<Uint8Array> {
  const picture = drawnBoard(told);
  if (painted?.picture !== picture) painted = { picture, png: paintBoard(picture) };
  // A copy, because an answer is handed over to another thread with its memory.
  return new Uint8Array(await painted.png);
}

function paintBoard(picture: string): Promise<Uint8Array> {
  const { width, height } = sizeOf(picture);
  return asPng(picture, Math.min(LARGEST_SCALE, LONGEST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height))));
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

let ready: Promise<void> | null = null;

/**
 * Paints an SVG document of ours.
 * @param scale pixels for a unit of its view box
 */
export async function asPng(svg: string, scale: number): Promise<Uint8Array> {
  ready ??= readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  await ready;
  const picture = new Resvg(withoutDirection(svg), {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: await fontFiles(), defaultFontFamily: 'Rubik', sansSerifFamily: 'Rubik' },
  });
  try {
    const image = picture.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    picture.free();
  }
}
