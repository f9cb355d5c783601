import { LINE_HEIGHT, textWidth } from '../board/text-fit.ts';
import { escapeXml, readsRightToLeft } from './characters.ts';
import { DRAWING_LIMITS } from './drawing-limits.ts';

/** Markup of SVG, made of plain strings. Everything that goes in as text or attribute is escaped here. */

/** One element. Attributes that are `undefined` are left out; `children` are markup. */
export function element(name: string, attributes: Record<string, string | number | undefined>, ...children: string[]): string {
  let written = '';
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) written += ` ${key}="${typeof value === 'number' ? decimals(value) : escapeXml(value)}"`;
  }
  const content = children.join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A number with at most two decimals: a hundredth of a pixel is finer than any printer. */
export function decimals(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** What SVG would make one space of, or none. */
const SPACED = /^\s|\s\s|\s$/;

export interface TextStyle {
  size: number;
  fill: string;
  weight?: number;
  /** The width of the box the lines stand in; a text that reads from right to left begins at its right edge. */
  width: number;
  align?: 'start' | 'middle' | 'end';
  lineHeight?: number;
}

/** Lines of text below each other, from the top left corner of their box. */
export function textLines(lines: readonly string[], x: number, y: number, style: TextStyle): string {
  const lineHeight = style.lineHeight ?? LINE_HEIGHT;
  const rtl = readsRightToLeft(lines.join(' '));
  const align = style.align ?? 'start';
  const left = align === 'start' ? x : align === 'middle' ? x + style.width / 2 : x + style.width;
  const anchor = rtl && align === 'start' ? x + style.width : left;
  // The middle of a line's lower-case letters lies about a third of an em above the baseline.
  const baseline = (index: number) => y + style.size * (lineHeight * (index + 0.5) + 0.35);
  return element(
    'text',
    {
      'xml:space': lines.some((line) => SPACED.test(line)) ? 'preserve' : undefined,
      'font-size': style.size,
      'font-weight': style.weight,
      fill: style.fill,
      'text-anchor': align === 'start' ? undefined : align,
      direction: rtl ? 'rtl' : undefined,
    },
    lines.map((line, index) => (line === '' ? '' : element('tspan', { x: anchor, y: baseline(index) }, escapeXml(line)))).join(''),
  );
}

/** The lines of a drawing's text that are drawn; an ellipsis stands for the rest. */
export function drawnLines(lines: readonly string[]): readonly string[] {
  const { lines: most } = DRAWING_LIMITS;
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]!}…`];
}

/** The width of the widest line in ems. */
export function widestLine(lines: readonly string[]): number {
  return lines.reduce((widest, line) => Math.max(widest, textWidth(line)), 0);
}
