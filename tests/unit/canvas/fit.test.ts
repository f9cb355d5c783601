import { describe, expect, test } from 'vitest';
import { cameraToFit, onScreen, type FreeView } from '../../../client/canvas/fit.ts';

const view: FreeView = {
  width: 1440,
  height: 800,
  insets: { left: 28, top: 28, right: 28, bottom: 80 },
  map: { x: 16, y: 564, width: 232, height: 156 },
  least: 0.02,
};
const noMap = { ...view, map: null };
const shown = (box: { x: number; y: number; width: number; height: number }, free: FreeView) => onScreen(box, cameraToFit(box, free));
const bottom = (box: { y: number; height: number }) => box.y + box.height;

describe('what is fitted into the view', () => {
  test('is as large as it can be within the edges, in their middle, and never enlarged', () => {
    const wide = shown({ x: 0, y: 0, width: 3000, height: 1000 }, noMap);
    expect(wide.x).toBeCloseTo(28);
    expect(wide.width).toBeCloseTo(1440 - 56);
    expect(wide.y + wide.height / 2).toBeCloseTo((28 + 720) / 2);
    expect(cameraToFit({ x: 5, y: 5, width: 100, height: 100 }, noMap).z).toBe(1);
    expect(cameraToFit({ x: 0, y: 0, width: 1e7, height: 10 }, noMap).z).toBe(0.02);
  });

  test('does not move for a map that covers none of it', () => {
    const small = { x: 0, y: 0, width: 300, height: 300 };
    expect(cameraToFit(small, view)).toEqual(cameraToFit(small, noMap));
  });

  test('stands above the map where it is wide, and right of it where it is high', () => {
    const wide = shown({ x: 0, y: 0, width: 3000, height: 1200 }, view);
    expect(bottom(wide)).toBeLessThanOrEqual(564 - 16 + 0.001);
    const high = shown({ x: -200, y: 40, width: 1000, height: 4000 }, view);
    expect(high.height).toBeCloseTo(800 - 108);
    const broad = shown({ x: 0, y: 0, width: 1300, height: 1000 }, view);
    expect(broad.x).toBeGreaterThanOrEqual(16 + 232 + 16 - 0.001);
    expect(broad.height).toBeCloseTo(800 - 108);
  });
});
