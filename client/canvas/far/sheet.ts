import type { Area } from './notes-in-page.ts';

/** The most device pixels a sheet may have: about 32 MB. */
const MOST_PIXELS = 8_000_000;
/** How much wider and higher than the view a sheet is, so that the view can move over it. */
const SPARE = 0.25;

/** The part of the page that is painted, and how large. */
export interface Sheet {
  area: Area;
  zoom: number;
  /** Device pixels for a page unit. */
  scale: number;
  /** In device pixels. */
  width: number;
  height: number;
}

/** A sheet with the view in its middle. Its edges lie on whole pixels, so that one can be shifted into the next. */
export function sheetAround(view: Area, zoom: number, pixelRatio: number): Sheet {
  const across = view.maxX - view.minX;
  const down = view.maxY - view.minY;
  const wanted = (1 + 2 * SPARE) ** 2 * across * down * (zoom * pixelRatio) ** 2;
  // Where there are too many pixels, first the spare ones go, then sharpness.
  const spare = wanted <= MOST_PIXELS ? SPARE : 0.05;
  const least = (1 + 2 * spare) ** 2 * across * down * (zoom * pixelRatio) ** 2;
  const scale = zoom * pixelRatio * Math.min(1, Math.sqrt(MOST_PIXELS / least));
  const width = Math.ceil(across * (1 + 2 * spare) * scale) + 1;
  const height = Math.ceil(down * (1 + 2 * spare) * scale) + 1;
  const minX = Math.floor((view.minX - across * spare) * scale) / scale;
  const minY = Math.floor((view.minY - down * spare) * scale) / scale;
  return { zoom, scale, width, height, area: { minX, minY, maxX: minX + width / scale, maxY: minY + height / scale } };
}

/** What of a sheet is not on another of the same size and scale, whose rest can be shifted; `null` when none of it can. */
export function uncovered(next: Sheet, before: Sheet): Area[] | null {
  if (next.scale !== before.scale || next.width !== before.width || next.height !== before.height) return null;
  const { area: a } = next;
  const { area: b } = before;
  if (a.minX >= b.maxX || a.maxX <= b.minX || a.minY >= b.maxY || a.maxY <= b.minY) return null;
  const strips: Area[] = [];
  if (a.minX < b.minX) strips.push({ ...a, maxX: b.minX });
  if (a.maxX > b.maxX) strips.push({ ...a, minX: b.maxX });
  if (a.minY < b.minY) strips.push({ ...a, maxY: b.minY });
  if (a.maxY > b.maxY) strips.push({ ...a, minY: b.maxY });
  return strips;
}

/** Whether a sheet still serves: the view lies on it, and it is about as large as the screen shows it. */
export function serves({ area, zoom }: Sheet, view: Area, zoomNow: number, isMoving: boolean): boolean {
  const covers = view.minX >= area.minX && view.minY >= area.minY && view.maxX <= area.maxX && view.maxY <= area.maxY;
  const ratio = zoomNow / zoom;
  return covers && (isMoving ? ratio > 0.5 && ratio < 1.6 : ratio > 0.999 && ratio < 1.001);
}

/** Joining areas may add so much to what they cover apart. */
const WASTE = 1.5;

/** Fewer areas that cover all of these: those that lie together are joined into one. */
export function joined(areas: Iterable<Area>): Area[] {
  const found: Area[] = [];
  for (const area of areas) {
    const index = found.findIndex((other) => worthJoining(other, area));
    if (index < 0) found.push(area);
    else found[index] = around(found[index]!, area);
  }
  // What was joined has grown towards others.
  for (let index = 0; index < found.length; index += 1) {
    for (let other = found.length - 1; other > index; other -= 1) {
      if (!worthJoining(found[index]!, found[other]!)) continue;
      found[index] = around(found[index]!, found[other]!);
      found.splice(other, 1);
    }
  }
  return found;
}

function worthJoining(a: Area, b: Area): boolean {
  return sizeOf(around(a, b)) <= WASTE * (sizeOf(a) + sizeOf(b));
}

function around(a: Area, b: Area): Area {
  return { minX: Math.min(a.minX, b.minX), minY: Math.min(a.minY, b.minY), maxX: Math.max(a.maxX, b.maxX), maxY: Math.max(a.maxY, b.maxY) };
}

function sizeOf({ minX, minY, maxX, maxY }: Area): number {
  return (maxX - minX) * (maxY - minY);
}
