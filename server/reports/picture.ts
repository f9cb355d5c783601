import { boardPicture } from '../../shared/report/picture.ts';
import { embeddedFonts } from './fonts.ts';
import type { ToRender } from './render.ts';

/** What has been drawn for a report: its formats share it when they are made at once. */
const drawn = new WeakMap<ToRender, string>();

/** The board as the SVG document that all formats show it by. */
export function drawnBoard(told: ToRender): string {
  const picture = drawn.get(told) ?? boardPicture(told.content, told.language, told.report);
  drawn.set(told, picture);
  return picture;
}

/** The board as an SVG document with the typeface in it, which looks the same wherever it is opened. */
export async function boardAsSvg(told: ToRender): Promise<string> {
  const picture = drawnBoard(told);
  const style = `<style>${await embeddedFonts(picture)}</style>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${picture.replace('>', () => `>${style}`)}\n`;
}

/** The size an SVG document of ours says in its view box. */
export function sizeOf(svg: string): { width: number; height: number } {
  const [, width, height] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg)!;
  return { width: Number(width), height: Number(height) };
}
