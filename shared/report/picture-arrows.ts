import type { Box } from '../board/layout.ts';
import { legible } from './characters.ts';
import { richTextLines, type ArrowBinding, type ArrowProps } from './drawing-records.ts';
import { ARROW_LABEL_SIZE, dashArray, strokeColor, STROKE_WIDTH, TEXT_LINE_HEIGHT } from './drawing-styles.ts';
import { arc, isInside, toPage, type Point, type Pose } from './geometry.ts';
import type { Drawn } from './picture-drawings.ts';
import { drawnLines, element, textLines, widestLine } from './svg.ts';
import { polyline } from './svg-paths.ts';

interface Terminal {
  point: Point;
  /** The shape the end is tied to: the arrow stops at its edge. */
  box: Box | null;
}

/**
 * An arrow with its heads and label.
 * @param bindings those of this arrow
 * @param boxOf where a shape lies that an arrow may be tied to; `null` when it is not on the picture
 */
export function drawArrow(
  pose: Pose,
  props: ArrowProps,
  bindings: readonly ArrowBinding[],
  boxOf: (shapeId: string) => Box | null,
): Drawn {
  const start = terminal('start', pose, props, bindings, boxOf);
  const end = terminal('end', pose, props, bindings, boxOf);
  const whole = props.kind === 'elbow' ? elbow(start.point, end.point) : arc(start.point, end.point, props.bend);
  const visible = whole.filter((point) => ![start.box, end.box].some((box) => box && isInside(box, point)));
  const points = visible.length > 1 ? visible : whole;
  const width = STROKE_WIDTH[props.size] * props.scale;
  const color = strokeColor(props.color);
  const line = { fill: 'none', stroke: color, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };
  const label = drawLabel(points[Math.floor(points.length / 2)]!, props);
  return {
    svg: [
      element('path', { d: polyline(points), ...line, 'stroke-dasharray': dashArray(props.dash, width) }),
      props.arrowheadEnd === 'none' ? '' : element('path', { d: head(points, width), ...line }),
      props.arrowheadStart === 'none' ? '' : element('path', { d: head([...points].reverse(), width), ...line }),
      label.svg,
    ].join(''),
    points: [...points, ...label.points],
    margin: width * 6,
  };
}

function terminal(
  which: 'start' | 'end',
  pose: Pose,
  props: ArrowProps,
  bindings: readonly ArrowBinding[],
  boxOf: (shapeId: string) => Box | null,
): Terminal {
  const binding = bindings.find((candidate) => candidate.props.terminal === which);
  const box = binding ? boxOf(binding.toId) : null;
  if (!binding || !box) return { point: toPage(pose, props[which]), box: null };
  const anchor = binding.props.isPrecise ? binding.props.normalizedAnchor : { x: 0.5, y: 0.5 };
  return {
    point: { x: box.x + anchor.x * box.width, y: box.y + anchor.y * box.height },
    box: binding.props.isExact ? null : box,
  };
}

/** Right angles through the middle, in steps small enough to be stopped at the edge of a note. */
function elbow(start: Point, end: Point): Point[] {
  const across = (start.x + end.x) / 2;
  const turns = [start, { x: across, y: start.y }, { x: across, y: end.y }, end];
  return turns.slice(1).flatMap((turn, index) => arc(turns[index]!, turn, 0, 48));
}

/** Two strokes from the last of `points` back along the way. */
function head(points: readonly Point[], width: number): string {
  const tip = points[points.length - 1]!;
  const length = 6 + width * 3;
  const from = points.findLast((point) => Math.hypot(tip.x - point.x, tip.y - point.y) >= length) ?? points[0]!;
  const angle = Math.atan2(from.y - tip.y, from.x - tip.x);
  const wing = (turn: number) => ({ x: tip.x + length * Math.cos(angle + turn), y: tip.y + length * Math.sin(angle + turn) });
  return polyline([wing(0.5), tip, wing(-0.5)]);
}

function drawLabel(middle: Point, props: ArrowProps): { svg: string; points: Point[] } {
  const rich = richTextLines(props.richText);
  const lines = drawnLines(legible(rich.length > 0 ? rich.join('\n') : props.text).split('\n'));
  if (lines.join('').trim() === '') return { svg: '', points: [] };
  const size = ARROW_LABEL_SIZE[props.size] * props.scale;
  const width = widestLine(lines) * size;
  const height = lines.length * size * TEXT_LINE_HEIGHT;
  const corner = { x: middle.x - width / 2, y: middle.y - height / 2 };
  const style = { size, fill: strokeColor(props.labelColor), width, align: 'middle' as const, lineHeight: TEXT_LINE_HEIGHT };
  return {
    svg:
      element('rect', { x: corner.x - 6, y: corner.y - 2, width: width + 12, height: height + 4, rx: 6, fill: '#fffdfa' }) +
      textLines(lines, corner.x, corner.y, style),
    points: [corner, { x: corner.x + width, y: corner.y + height }],
  };
}
