import type { Box } from '../../shared/board/layout.ts';

/** How the camera stands: the page is moved by `x` and `y` page units and then enlarged by `z`. */
export interface Camera {
  x: number;
  y: number;
  z: number;
}

/** Pixels of the screen that are kept free along each edge of the view. */
export interface Insets {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** What a view of the page has to go by, in pixels of the screen, from the view's own top left corner. */
export interface FreeView {
  width: number;
  height: number;
  insets: Insets;
  /** The map, where it is shown: it lies over the lower left of the view. */
  map: Box | null;
  /** The smallest zoom there is. */
  least: number;
}

/** Between the map and what is shown beside it. */
const GAP = 16;

/**
 * Where the camera stands to show a box of the page as large as it fits, at 100 % at most, with nothing of it
 * under the map: where it would be, the box stands right of the map or above it, whichever shows it larger.
 */
export function cameraToFit(box: Box, view: FreeView): Camera {
  const { insets, map, height } = view;
  const plain = within(box, view, insets);
  if (!map || !overlaps(onScreen(box, plain), map)) return plain;
  const beside = within(box, view, { ...insets, left: Math.max(insets.left, map.x + map.width + GAP) });
  const above = within(box, view, { ...insets, bottom: Math.max(insets.bottom, height - map.y + GAP) });
  return beside.z > above.z ? beside : above;
}

function within(box: Box, { width, height, least }: FreeView, { left, top, right, bottom }: Insets): Camera {
  const across = width - left - right;
  const down = height - top - bottom;
  const z = Math.max(least, Math.min(1, across / box.width, down / box.height));
  return { x: (left + across / 2) / z - (box.x + box.width / 2), y: (top + down / 2) / z - (box.y + box.height / 2), z };
}

/** A box of the page where a camera shows it. */
export function onScreen(box: Box, { x, y, z }: Camera): Box {
  return { x: (box.x + x) * z, y: (box.y + y) * z, width: box.width * z, height: box.height * z };
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
