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
}

/** A sheet with the view in its middle. */
export function sheetAround(view: Area, zoom: number, pixelRatio: number): Sheet {
  const width = view.maxX - view.minX;
  const height = view.maxY - view.minY;
  const wanted = (1 + 2 * SPARE) ** 2 * width * height * (zoom * pixelRatio) ** 2;
  // Where there are too many pixels, first the spare ones go, then sharpness.
  const spare = wanted <= MOST_PIXELS ? SPARE : 0.05;
  const least = (1 + 2 * spare) ** 2 * width * height * (zoom * pixelRatio) ** 2;
  const scale = zoom * pixelRatio * Math.min(1, Math.sqrt(MOST_PIXELS / least));
  // On whole pixels, so that letters are as sharp as the screen.
  const snap = (value: number) => Math.round(value * scale) / scale;
  return {
    zoom,
    scale,
    area: {
      minX: view.minX - snap(width * spare),
      minY: view.minY - snap(height * spare),
      maxX: view.maxX + snap(width * spare),
      maxY: view.maxY + snap(height * spare),
    },
  };
}

/** Whether a sheet still serves: the view lies on it, and it is about as large as the screen shows it. */
export function serves({ area, zoom }: Sheet, view: Area, zoomNow: number, isMoving: boolean): boolean {
  const covers = view.minX >= area.minX && view.minY >= area.minY && view.maxX <= area.maxX && view.maxY <= area.maxY;
  const ratio = zoomNow / zoom;
  return covers && (isMoving ? ratio > 0.5 && ratio < 1.6 : ratio > 0.999 && ratio < 1.001);
}
