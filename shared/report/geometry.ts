import type { Box } from '../board/layout.ts';

export interface Point {
  x: number;
  y: number;
}

/** Where a shape lies in the page: its origin, and its turn about it in radians, clockwise as y points down. */
export interface Pose extends Point {
  rotation: number;
}

/** A point of a shape in the page. */
export function toPage(pose: Pose, point: Point): Point {
  const cos = Math.cos(pose.rotation);
  const sin = Math.sin(pose.rotation);
  return { x: pose.x + point.x * cos - point.y * sin, y: pose.y + point.x * sin + point.y * cos };
}

/** The pose of a shape that lies in another. */
export function within(parent: Pose, child: Pose): Pose {
  return { ...toPage(parent, child), rotation: parent.rotation + child.rotation };
}

/** The smallest box around points, grown by `margin` on each side; `null` around nothing. */
export function boundsOf(points: readonly Point[], margin = 0): Box | null {
  if (points.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

/** The corners of a box, clockwise from the top left. */
export function corners({ x, y, width, height }: Box): Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

export function centre(box: Box): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export function isInside(box: Box, point: Point): boolean {
  return point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height;
}

/**
 * Points along an arc from one end to the other.
 * @param bend how far its middle lies from the straight line, in page units, to the left of the
 *   way from start to end when negative (y pointing down), as in tldraw's arrows
 */
export function arc(start: Point, end: Point, bend: number, steps = 96): Point[] {
  const across = { x: end.x - start.x, y: end.y - start.y };
  const length = Math.hypot(across.x, across.y);
  const along = (share: number): Point => ({ x: start.x + across.x * share, y: start.y + across.y * share });
  const shares = Array.from({ length: steps + 1 }, (_, index) => index / steps);
  if (length === 0 || Math.abs(bend) < 1) return shares.map(along);
  // The circle through both ends and the middle of the arc (chord and sagitta).
  const radius = (length * length) / (8 * Math.abs(bend)) + Math.abs(bend) / 2;
  const side = Math.sign(bend);
  const normal = { x: (-across.y / length) * side, y: (across.x / length) * side };
  const away = Math.abs(bend) - radius;
  const middle = { x: start.x + across.x / 2 + normal.x * away, y: start.y + across.y / 2 + normal.y * away };
  const from = Math.atan2(start.y - middle.y, start.x - middle.x);
  const half = Math.abs(bend) > length / 2 ? Math.PI - Math.asin(Math.min(1, length / (2 * radius))) : Math.asin(Math.min(1, length / (2 * radius)));
  return shares.map((share) => {
    const angle = from - side * 2 * half * share;
    return { x: middle.x + radius * Math.cos(angle), y: middle.y + radius * Math.sin(angle) };
  });
}
