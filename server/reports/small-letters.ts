import { textWidth } from '../../shared/board/text-fit.ts';

/** A line of letters as a bar: this much of their size above the baseline, this tall, and as dark as they look from afar. */
const BAR = { above: 0.54, height: 0.46, opacity: 0.32 };

const SIGNS: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&apos;': "'" };

/**
 * An SVG document of ours with bars in place of letters that would be painted too small for anybody to
 * read, as printers set pages that are only looked at: letters are what painting takes longest for.
 * @param least the size of the smallest letters that stay, in units of the view box
 */
export function withoutSmallLetters(svg: string, least: number): string {
  return svg.replaceAll(/<text font-size="([\d.]+)"([^>]*)>(.*?)<\/text>/gs, (whole, size: string, style: string, lines: string) => (Number(size) < least ? bars(Number(size), style, lines) : whole));
}

function bars(size: number, style: string, lines: string): string {
  const [, fill = '#000000'] = /fill="([^"]*)"/.exec(style) ?? [];
  const [, align = style.includes('direction="rtl"') ? 'end' : 'start'] = /text-anchor="([^"]*)"/.exec(style) ?? [];
  const drawn = [...lines.matchAll(/<tspan x="([^"]*)" y="([^"]*)">(.*?)<\/tspan>/gs)].map(([, x, y, text]) => {
    const width = textWidth(text!.replaceAll(/&[^;]*;/g, (sign) => SIGNS[sign] ?? '·')) * size;
    const left = Number(x) - (align === 'end' ? width : align === 'middle' ? width / 2 : 0);
    return `<rect x="${left.toFixed(1)}" y="${(Number(y) - BAR.above * size).toFixed(1)}" width="${width.toFixed(1)}" height="${(BAR.height * size).toFixed(1)}"/>`;
  });
  return `<g fill="${fill}" fill-opacity="${BAR.opacity}">${drawn.join('')}</g>`;
}
