import type { ShapeDash, ShapeSize } from './drawing-records.ts';

/** How tldraw 3.15 draws its styles on a light ground (`defaultColorThemes.lightMode`, `default-shape-constants`). */

const COLORS: Record<string, string> = {
  black: '#1d1d1d',
  blue: '#4465e9',
  green: '#099268',
  grey: '#9fa8b2',
  'light-blue': '#4ba1f1',
  'light-green': '#4cb05e',
  'light-red': '#f87777',
  'light-violet': '#e085f4',
  orange: '#e16919',
  red: '#e03131',
  violet: '#ae3ec9',
  yellow: '#f1ac4b',
  white: '#ffffff',
};

export const STROKE_WIDTH: Record<ShapeSize, number> = { s: 2, m: 3.5, l: 5, xl: 10 };
export const TEXT_SIZE: Record<ShapeSize, number> = { s: 18, m: 24, l: 36, xl: 44 };
export const LABEL_SIZE: Record<ShapeSize, number> = { s: 18, m: 22, l: 26, xl: 32 };
export const ARROW_LABEL_SIZE: Record<ShapeSize, number> = { s: 18, m: 20, l: 24, xl: 28 };
export const TEXT_LINE_HEIGHT = 1.35;
/** A highlighter's stroke, as a share of the text size it marks. */
export const HIGHLIGHT_WIDTH = 1.12;

/** A colour by tldraw's name for it; black for one this version does not know. */
export function strokeColor(name: string): string {
  return COLORS[name] ?? COLORS['black']!;
}

export function dashArray(dash: ShapeDash, width: number): string | undefined {
  if (dash === 'dashed') return `${width * 2} ${width * 2}`;
  // With round caps, a dash of no length is a dot.
  if (dash === 'dotted') return `0.1 ${width * 2}`;
  return undefined;
}

/** Attributes of a shape's inside. */
export function fillOf(fill: string, color: string): { fill: string; 'fill-opacity'?: number } {
  return fill === 'none' ? { fill: 'none' } : { fill: strokeColor(color), 'fill-opacity': fill === 'fill' ? 0.5 : 0.14 };
}
