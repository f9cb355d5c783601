import { DRAWING_LIMITS } from './drawing-limits.ts';
import type { ShapeRecord } from './drawing-records.ts';
import { within, type Pose } from './geometry.ts';

interface Place {
  pose: Pose;
  /** How many shapes it lies in, and itself. */
  depth: number;
}

/**
 * Finds where shapes lie in the page: a shape in a group lies in the group. It gives `null` for a
 * shape in more groups than anybody makes. Each place is worked out once, from that of the group, so
 * that a long chain costs no more than as many shapes side by side.
 */
export function posesOf(shapes: ReadonlyMap<string, ShapeRecord>): (shape: ShapeRecord) => Pose | null {
  const places = new Map<string, Place>();
  return (shape) => {
    const { pose, depth } = places.get(shape.id) ?? findPlace(shape, shapes, places);
    return depth > DRAWING_LIMITS.groups ? null : pose;
  };
}

/** The place of a shape, and on the way those of the groups it lies in. Of groups that lie in each other, the one met last lies in none. */
function findPlace(shape: ShapeRecord, shapes: ReadonlyMap<string, ShapeRecord>, places: Map<string, Place>): Place {
  const way: ShapeRecord[] = [shape];
  const seen = new Set([shape.id]);
  let outer = shapes.get(shape.parentId);
  while (outer && !places.has(outer.id) && !seen.has(outer.id)) {
    seen.add(outer.id);
    way.push(outer);
    outer = shapes.get(outer.parentId);
  }
  let parent = outer && places.get(outer.id);
  for (const { id, x, y, rotation } of way.toReversed()) {
    const own: Pose = { x, y, rotation };
    parent = parent ? { pose: within(parent.pose, own), depth: parent.depth + 1 } : { pose: own, depth: 1 };
    places.set(id, parent);
  }
  return parent!;
}
