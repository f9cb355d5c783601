import { z } from '../zod.ts';

/**
 * The records of tldraw 3.15 as far as a picture needs them. Everything but the geometry falls back
 * to tldraw's own default, so that a record another version wrote is drawn as well as it can be.
 */

/** Beyond this, in page units, nothing is drawn: one stray record would shrink all else to a dot. */
const coordinate = z.number().min(-1e7).max(1e7);
const point = z.object({ x: coordinate, y: coordinate });
const positive = z.number().positive().max(1e7);

const color = z.string().catch('black');
const size = z.enum(['s', 'm', 'l', 'xl']).catch('m');
const dash = z.enum(['draw', 'solid', 'dashed', 'dotted']).catch('draw');
const fill = z.string().catch('none');
const scale = positive.catch(1);
const align = z.enum(['start', 'middle', 'end']);
const segments = z.array(z.object({ type: z.enum(['free', 'straight']).catch('free'), points: z.array(point) }));

export const shapeRecord = z.object({
  id: z.string(),
  typeName: z.literal('shape'),
  type: z.string(),
  x: coordinate,
  y: coordinate,
  rotation: z.number().catch(0),
  opacity: z.number().min(0).max(1).catch(1),
  index: z.string().catch(''),
  parentId: z.string().catch(''),
  props: z.unknown(),
});

export const drawProps = z.object({ color, size, dash, fill, scale, isClosed: z.boolean().catch(false), segments });
export const highlightProps = z.object({ color, size, scale, segments });
export const lineProps = z.object({
  color,
  size,
  dash,
  scale,
  points: z.record(z.string(), point.extend({ index: z.string().catch('') })),
});
export const arrowProps = z.object({
  color,
  labelColor: color,
  size,
  dash,
  scale,
  kind: z.enum(['arc', 'elbow']).catch('arc'),
  arrowheadStart: z.string().catch('none'),
  arrowheadEnd: z.string().catch('arrow'),
  start: point,
  end: point,
  bend: coordinate.catch(0),
  text: z.string().catch(''),
  richText: z.unknown().optional(),
});
export const textProps = z.object({
  color,
  size,
  scale,
  w: positive.catch(100),
  autoSize: z.boolean().catch(true),
  textAlign: align.catch('start'),
  richText: z.unknown().optional(),
});
export const geoProps = z.object({
  color,
  labelColor: color,
  size,
  dash,
  fill,
  scale,
  geo: z.string().catch('rectangle'),
  w: positive,
  h: positive,
  growY: z.number().min(0).max(1e7).catch(0),
  richText: z.unknown().optional(),
});

/** What ties an arrow's end to a shape; `normalizedAnchor` runs from 0 to 1 across the shape. */
export const arrowBinding = z.object({
  typeName: z.literal('binding'),
  type: z.literal('arrow'),
  fromId: z.string(),
  toId: z.string(),
  props: z.object({
    terminal: z.enum(['start', 'end']),
    normalizedAnchor: point.catch({ x: 0.5, y: 0.5 }),
    isPrecise: z.boolean().catch(false),
    isExact: z.boolean().catch(false),
  }),
});

export type ShapeRecord = z.infer<typeof shapeRecord>;
export type ArrowProps = z.infer<typeof arrowProps>;
export type ArrowBinding = z.infer<typeof arrowBinding>;
export type ShapeSize = z.infer<typeof size>;
export type ShapeDash = z.infer<typeof dash>;

/** The plain text of a TipTap document, a line for each paragraph; empty for what is none. */
export function richTextLines(node: unknown, depth = 0): string[] {
  if (typeof node !== 'object' || node === null || depth > 12) return [];
  const { type, content } = node as { type?: unknown; content?: unknown };
  const children = Array.isArray(content) ? content : [];
  if (type === 'paragraph' || type === 'heading' || type === 'codeBlock') return children.map(inlineText).join('').split('\n');
  return children.flatMap((child) => richTextLines(child, depth + 1));
}

function inlineText(node: unknown): string {
  const { type, text } = (node ?? {}) as { type?: unknown; text?: unknown };
  if (type === 'hardBreak') return '\n';
  return typeof text === 'string' ? text : '';
}
