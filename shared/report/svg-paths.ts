import type { Point } from './geometry.ts';
import { decimals } from './svg.ts';

/** A path along straight lines. */
export function polyline(points: readonly Point[], closed = false): string {
  return points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point)}`).join('') + (closed ? 'Z' : '');
}

/** A path that rounds the points of a hand-drawn stroke: each is the control point of a curve between the middles beside it. */
export function smooth(points: readonly Point[], closed = false): string {
  const [first, ...rest] = points;
  const last = rest[rest.length - 1];
  if (!first || !last || rest.length === 1) return polyline(points, closed);
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1]!;
    return `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${at(first)}${curves.join('')}L${at(last)}${closed ? 'Z' : ''}`;
}

function at(point: Point): string {
  return `${decimals(point.x)} ${decimals(point.y)}`;
}
