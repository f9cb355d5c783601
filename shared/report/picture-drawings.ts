import type { Box } from '../board/layout.ts';
import { breakLines } from '../board/text-fit.ts';
import type { Drawing } from '../board/schema.ts';
import { legible } from './characters.ts';
import { DRAWING_LIMITS } from './drawing-limits.ts';
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
import { boundsOf, corners, toPage, type Point, type Pose } from './geometry.ts';
import { drawArrow } from './picture-arrows.ts';
import { posesOf } from './picture-poses.ts';
import { drawnLines, element, textLines, widestLine } from './svg.ts';
import { polyline, smooth } from './svg-paths.ts';

/** A drawing as markup, and the points the picture must have room for, with a margin around them. */
export interface Drawn {
  svg: string;
  points: Point[];
  margin: number;
}

/** Beyond this, in page units, lies nothing that was put there on purpose: one stray drawing would shrink all else to a dot. */
const REACH = 2e7;

/**
 * Draws tldraw records, back to front. What this version does not know and what cannot be drawn is
 * left out, takes nothing else with it, and is counted in `undrawn`.
 * @param boxOfNote where a note lies, by the id of its shape; `null` when it is not on the board
 */
export function drawRecords(
  records: readonly Drawing[],
  boxOfNote: (shapeId: string) => Box | null,
): { drawings: Drawn[]; undrawn: number } {
  const { shapes, bindings, unsound } = sortOut(records);
  const poseOf = posesOf(shapes);
  const boxOf = (shapeId: string) => boxOfNote(shapeId) ?? boxOfShape(shapes.get(shapeId), poseOf);
  const drawings: Drawn[] = [];
  let undrawn = unsound;
  for (const shape of [...shapes.values()].sort(backToFront)) {
    try {
      const drawn = drawShape(shape, poseOf(shape), bindings.get(shape.id) ?? [], boxOf);
      if (drawn) drawings.push({ ...drawn, svg: element('g', { opacity: shape.opacity === 1 ? undefined : shape.opacity }, drawn.svg) });
    } catch {
      undrawn += 1;
    }
  }
  return { drawings, undrawn };
}

/** The shapes and bindings among records, and how many shapes cannot be read. */
function sortOut(records: readonly Drawing[]) {
  const shapes = new Map<string, ShapeRecord>();
  const bindings = new Map<string, ArrowBinding[]>();
  let unsound = 0;
  for (const record of records) {
    if (record.typeName === 'shape') {
      const shape = shapeRecord.safeParse(record).data;
      if (shape) shapes.set(shape.id, shape);
      else unsound += 1;
      continue;
    }
    const binding = arrowBinding.safeParse(record).data;
    if (!binding) continue;
    const others = bindings.get(binding.fromId);
    if (others) others.push(binding);
    else bindings.set(binding.fromId, [binding]);
  }
  return { shapes, bindings, unsound };
}

function backToFront(a: ShapeRecord, b: ShapeRecord): number {
  return a.index < b.index ? -1 : a.index > b.index ? 1 : a.id < b.id ? -1 : 1;
}

/**
 * One shape; `null` where there is nothing to see of it.
 * @throws when it cannot be drawn
 */
function drawShape(
  shape: ShapeRecord,
  pose: Pose | null,
  bindings: readonly ArrowBinding[],
  boxOf: (shapeId: string) => Box | null,
): Drawn | null {
  if (!pose) throw new RangeError('in too many groups');
  const drawn = drawKind(shape, pose, bindings, boxOf);
  const bounds = drawn && boundsOf(drawn.points, drawn.margin);
  if (!bounds) return null;
  // Written so that it holds for what is not a number, too: turns and places can add up to that.
  if (!corners(bounds).every(({ x, y }) => Math.abs(x) <= REACH && Math.abs(y) <= REACH)) throw new RangeError('out of reach');
  return drawn;
}

function drawKind(
  { type, props }: ShapeRecord,
  pose: Pose,
  bindings: readonly ArrowBinding[],
  boxOf: (shapeId: string) => Box | null,
): Drawn | null {
  if (type === 'draw') return drawFreehand(pose, props);
  if (type === 'highlight') return drawHighlight(pose, props);
  if (type === 'line') return drawLine(pose, props);
  if (type === 'text') return drawText(pose, props);
  if (type === 'geo') return drawGeo(pose, props);
  if (type === 'arrow') return drawArrow(pose, arrowProps.parse(props), bindings, boxOf);
  if (type === 'group') return null;
  throw new TypeError('of a kind this version does not know');
}

function drawFreehand(pose: Pose, value: unknown): Drawn | null {
  const props = drawProps.parse(value);
  const points = placed(pose, props.segments.flatMap((segment) => segment.points));
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
  const props = highlightProps.parse(value);
  const points = placed(pose, props.segments.flatMap((segment) => segment.points));
  const width = TEXT_SIZE[props.size] * HIGHLIGHT_WIDTH * props.scale;
  return {
    svg: element('path', { d: dotted(points, smooth(points)), fill: 'none', ...stroke(props.color, width), 'stroke-opacity': 0.35 }),
    points,
    margin: width,
  };
}

function drawLine(pose: Pose, value: unknown): Drawn | null {
  const props = lineProps.parse(value);
  const points = placed(pose, Object.values(props.points).sort((a, b) => (a.index < b.index ? -1 : 1)));
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
  const props = textProps.parse(value);
  const size = TEXT_SIZE[props.size] * props.scale;
  const written = legible(richTextLines(props.richText).join('\n'));
  if (written.trim() === '') return null;
  const wrap = props.autoSize ? Infinity : (props.w * props.scale) / size;
  const lines = drawnLines(breakLines(written, wrap));
  const width = props.autoSize ? widestLine(lines) * size : props.w * props.scale;
  const box = { x: 0, y: 0, width, height: lines.length * size * TEXT_LINE_HEIGHT };
  const style = { size, fill: strokeColor(props.color), width, align: props.textAlign, lineHeight: TEXT_LINE_HEIGHT };
  return {
    svg: element('g', { transform: transform(pose) }, textLines(lines, 0, 0, style)),
    points: corners(box).map((corner) => toPage(pose, corner)),
    margin: size / 2,
  };
}

function drawGeo(pose: Pose, value: unknown): Drawn | null {
  const props = geoProps.parse(value);
  const width = STROKE_WIDTH[props.size] * props.scale;
  const box = { x: 0, y: 0, width: props.w, height: props.h + props.growY };
  const look = { ...fillOf(props.fill, props.color), ...stroke(props.color, width), 'stroke-dasharray': dashArray(props.dash, width) };
  const round = props.geo === 'ellipse' || props.geo === 'oval';
  const outline = round
    ? element('ellipse', { cx: box.width / 2, cy: box.height / 2, rx: box.width / 2, ry: box.height / 2, ...look })
    : element('path', { d: polyline(geoOutline(props.geo, box), true), ...look });
  const size = LABEL_SIZE[props.size] * props.scale;
  const lines = drawnLines(breakLines(legible(richTextLines(props.richText).join('\n')), Math.max(1, (box.width - 24) / size)));
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

function boxOfShape(shape: ShapeRecord | undefined, poseOf: (shape: ShapeRecord) => Pose | null): Box | null {
  const props = shape && geoProps.safeParse(shape.props).data;
  const pose = shape && poseOf(shape);
  return props && pose ? { x: pose.x, y: pose.y, width: props.w, height: props.h + props.growY } : null;
}

/**
 * The points of a shape in the page.
 * @throws RangeError when they are more than anybody draws in one stroke
 */
function placed(pose: Pose, points: readonly Point[]): Point[] {
  if (points.length > DRAWING_LIMITS.points) throw new RangeError('too many points');
  return points.map((point) => toPage(pose, point));
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
