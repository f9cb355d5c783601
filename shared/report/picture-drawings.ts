import type { Box } from '../board/layout.ts';
import { breakLines, textWidth } from '../board/text-fit.ts';
import type { Drawing } from '../board/schema.ts';
import { legible } from './characters.ts';
import {
  arrowBinding,
  arrowProps,
  drawProps,
  geoProps,
  highlightProps,
  lineProps,
  richTextLines,
  shapeRecord,
  textProps,
  type ArrowBinding,
  type ShapeRecord,
} from './drawing-records.ts';
import { dashArray, fillOf, HIGHLIGHT_WIDTH, LABEL_SIZE, strokeColor, STROKE_WIDTH, TEXT_LINE_HEIGHT, TEXT_SIZE } from './drawing-styles.ts';
import { corners, toPage, within, type Point, type Pose } from './geometry.ts';
import { drawArrow } from './picture-arrows.ts';
import { element, textLines } from './svg.ts';
import { polyline, smooth } from './svg-paths.ts';

/** A drawing as markup, and the points the picture must have room for, with a margin around them. */
export interface Drawn {
  svg: string;
  points: Point[];
  margin: number;
}

/**
 * Draws tldraw records, back to front. What this version does not know is left out.
 * @param boxOfNote where a note lies, by the id of its shape; `null` when it is not on the board
 */
export function drawRecords(records: readonly Drawing[], boxOfNote: (shapeId: string) => Box | null): Drawn[] {
  const shapes = new Map<string, ShapeRecord>();
  const bindings = new Map<string, ArrowBinding[]>();
  for (const record of records) {
    const shape = shapeRecord.safeParse(record);
    if (shape.success) shapes.set(shape.data.id, shape.data);
    const binding = arrowBinding.safeParse(record);
    if (binding.success) bindings.set(binding.data.fromId, [...(bindings.get(binding.data.fromId) ?? []), binding.data]);
  }
  const boxOf = (shapeId: string) => boxOfNote(shapeId) ?? boxOfShape(shapes.get(shapeId), shapes);
  return [...shapes.values()]
    .sort((a, b) => (a.index < b.index ? -1 : a.index > b.index ? 1 : a.id < b.id ? -1 : 1))
    .flatMap((shape) => {
      const drawn = drawShape(shape, poseOf(shape, shapes), bindings.get(shape.id) ?? [], boxOf);
      if (!drawn || drawn.points.length === 0) return [];
      return [{ ...drawn, svg: element('g', { opacity: shape.opacity === 1 ? undefined : shape.opacity }, drawn.svg) }];
    });
}

function drawShape(
  shape: ShapeRecord,
  pose: Pose,
  bindings: readonly ArrowBinding[],
  boxOf: (shapeId: string) => Box | null,
): Drawn | null {
  if (shape.type === 'draw') return drawFreehand(pose, shape.props);
  if (shape.type === 'highlight') return drawHighlight(pose, shape.props);
  if (shape.type === 'line') return drawLine(pose, shape.props);
  if (shape.type === 'text') return drawText(pose, shape.props);
  if (shape.type === 'geo') return drawGeo(pose, shape.props);
  if (shape.type !== 'arrow') return null;
  const props = arrowProps.safeParse(shape.props);
  return props.success ? drawArrow(pose, props.data, bindings, boxOf) : null;
}

function drawFreehand(pose: Pose, value: unknown): Drawn | null {
  const props = drawProps.safeParse(value).data;
  if (!props) return null;
  const points = props.segments.flatMap((segment) => segment.points.map((point) => toPage(pose, point)));
  const width = STROKE_WIDTH[props.size] * props.scale;
  const straight = props.segments.every((segment) => segment.type === 'straight');
  const path = straight ? polyline(points, props.isClosed) : smooth(points, props.isClosed);
  return {
    svg: element('path', {
      d: dotted(points, path),
      ...(props.isClosed ? fillOf(props.fill, props.color) : { fill: 'none' }),
      ...stroke(props.color, width),
      'stroke-dasharray': dashArray(props.dash, width),
    }),
    points,
    margin: width,
  };
}

function drawHighlight(pose: Pose, value: unknown): Drawn | null {
  const props = highlightProps.safeParse(value).data;
  if (!props) return null;
  const points = props.segments.flatMap((segment) => segment.points.map((point) => toPage(pose, point)));
  const width = TEXT_SIZE[props.size] * HIGHLIGHT_WIDTH * props.scale;
  return {
    svg: element('path', { d: dotted(points, smooth(points)), fill: 'none', ...stroke(props.color, width), 'stroke-opacity': 0.35 }),
    points,
    margin: width,
  };
}

function drawLine(pose: Pose, value: unknown): Drawn | null {
  const props = lineProps.safeParse(value).data;
  if (!props) return null;
  const points = Object.values(props.points)
    .sort((a, b) => (a.index < b.index ? -1 : 1))
    .map((point) => toPage(pose, point));
  const width = STROKE_WIDTH[props.size] * props.scale;
  return {
    svg: element('path', {
      d: polyline(points),
      fill: 'none',
      ...stroke(props.color, width),
      'stroke-dasharray': dashArray(props.dash, width),
    }),
    points,
    margin: width,
  };
}

function drawText(pose: Pose, value: unknown): Drawn | null {
  const props = textProps.safeParse(value).data;
  if (!props) return null;
  const size = TEXT_SIZE[props.size] * props.scale;
  const written = legible(richTextLines(props.richText).join('\n'));
  if (written.trim() === '') return null;
  const wrap = props.autoSize ? Infinity : (props.w * props.scale) / size;
  const lines = breakLines(written, wrap);
  const width = props.autoSize ? Math.max(...lines.map(textWidth)) * size : props.w * props.scale;
  const box = { x: 0, y: 0, width, height: lines.length * size * TEXT_LINE_HEIGHT };
  const style = { size, fill: strokeColor(props.color), width, align: props.textAlign, lineHeight: TEXT_LINE_HEIGHT };
  return {
    svg: element('g', { transform: transform(pose) }, textLines(lines, 0, 0, style)),
    points: corners(box).map((corner) => toPage(pose, corner)),
    margin: size / 2,
  };
}

function drawGeo(pose: Pose, value: unknown): Drawn | null {
  const props = geoProps.safeParse(value).data;
  if (!props) return null;
  const width = STROKE_WIDTH[props.size] * props.scale;
  const box = { x: 0, y: 0, width: props.w, height: props.h + props.growY };
  const look = { ...fillOf(props.fill, props.color), ...stroke(props.color, width), 'stroke-dasharray': dashArray(props.dash, width) };
  const round = props.geo === 'ellipse' || props.geo === 'oval';
  const outline = round
    ? element('ellipse', { cx: box.width / 2, cy: box.height / 2, rx: box.width / 2, ry: box.height / 2, ...look })
    : element('path', { d: polyline(geoOutline(props.geo, box), true), ...look });
  const size = LABEL_SIZE[props.size] * props.scale;
  const lines = breakLines(legible(richTextLines(props.richText).join('\n')), Math.max(1, (box.width - 24) / size));
  const top = (box.height - lines.length * size * TEXT_LINE_HEIGHT) / 2;
  const style = { size, fill: strokeColor(props.labelColor), width: box.width - 24, align: 'middle' as const, lineHeight: TEXT_LINE_HEIGHT };
  return {
    svg: element('g', { transform: transform(pose) }, outline, lines.join('').trim() === '' ? '' : textLines(lines, 12, top, style)),
    points: corners(box).map((corner) => toPage(pose, corner)),
    margin: width,
  };
}

/** The corners of the simple shapes; any other, such as a cloud or a star, is drawn as its rectangle. */
function geoOutline(geo: string, box: Box): Point[] {
  const { width, height } = box;
  if (geo === 'diamond') return [{ x: width / 2, y: 0 }, { x: width, y: height / 2 }, { x: width / 2, y: height }, { x: 0, y: height / 2 }];
  if (geo === 'triangle') return [{ x: width / 2, y: 0 }, { x: width, y: height }, { x: 0, y: height }];
  return corners(box);
}

/** Where a shape lies in the page; a shape in a group lies in the group. */
function poseOf(shape: ShapeRecord, shapes: ReadonlyMap<string, ShapeRecord>): Pose {
  let pose: Pose = { x: shape.x, y: shape.y, rotation: shape.rotation };
  const seen = new Set([shape.id]);
  for (let parent = shapes.get(shape.parentId); parent && !seen.has(parent.id); parent = shapes.get(parent.parentId)) {
    seen.add(parent.id);
    pose = within({ x: parent.x, y: parent.y, rotation: parent.rotation }, pose);
  }
  return pose;
}

function boxOfShape(shape: ShapeRecord | undefined, shapes: ReadonlyMap<string, ShapeRecord>): Box | null {
  const props = shape && geoProps.safeParse(shape.props).data;
  if (!shape || !props) return null;
  const { x, y } = poseOf(shape, shapes);
  return { x, y, width: props.w, height: props.h + props.growY };
}

function stroke(color: string, width: number) {
  return { stroke: strokeColor(color), 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
}

/** A stroke of one point is a dot, which a path draws only if it goes somewhere. */
function dotted(points: readonly Point[], path: string): string {
  return points.length === 1 ? `${path}h0.01` : path;
}

function transform(pose: Pose): string {
  return `translate(${pose.x} ${pose.y}) rotate(${(pose.rotation * 180) / Math.PI})`;
}
