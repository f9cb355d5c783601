import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined, serves, sheetAround, uncovered } from '../../../client/canvas/far/sheet.ts';

const view = { minX: 0, minY: 0, maxX: 14_400, maxY: 9_000 };
const moved = (by: number) => ({ minX: by, minY: 0, maxX: view.maxX + by, maxY: view.maxY });

describe('the sheet that notes are painted on', () => {
  test('is larger than the view on every side, which may move over it', () => {
    const sheet = sheetAround(view, 0.1, 1);
    expect(serves(sheet, view, 0.1, false)).toBe(true);
    expect(serves(sheet, moved(3_000), 0.1, true)).toBe(true);
    expect(serves(sheet, moved(-3_000), 0.1, true)).toBe(true);
    expect(serves(sheet, moved(4_000), 0.1, true)).toBe(false);
  });

  test('may be shown a little larger or smaller while one zooms, and exactly when one has stopped', () => {
    const sheet = sheetAround(view, 0.1, 1);
    const nearer = { minX: 1_000, minY: 1_000, maxX: 13_000, maxY: 8_500 };
    expect(serves(sheet, nearer, 0.12, true)).toBe(true);
    expect(serves(sheet, nearer, 0.12, false)).toBe(false);
    expect(serves(sheet, nearer, 0.2, true)).toBe(false);
  });

  test.each([1, 1.5, 2, 3])('has a bounded number of pixels, and whole ones to begin with (%s to a CSS pixel)', (ratio) => {
    const screen = { minX: 0, minY: 0, maxX: 38_400, maxY: 21_600 };
    const { area, scale } = sheetAround(screen, 0.1, ratio);
    expect((area.maxX - area.minX) * scale * (area.maxY - area.minY) * scale).toBeLessThan(8_100_000);
    expect((area.minX * scale) % 1).toBeCloseTo(0, 6);
  });

  test('is shifted where the next one overlaps it, and only what is bare is left to paint', () => {
    const before = sheetAround(view, 0.1, 1);
    const next = sheetAround(moved(3_700), 0.1, 1);
    expect(uncovered(next, before)).toEqual([{ ...next.area, minX: before.area.maxX }]);
    expect(((next.area.minX - before.area.minX) * next.scale) % 1).toBeCloseTo(0, 6);
    expect(uncovered(sheetAround(moved(40_000), 0.1, 1), before)).toBeNull();
    expect(uncovered(sheetAround(view, 0.11, 1), before)).toBeNull();
  });
});

describe('places that are painted anew', () => {
  const note = (x: number, y: number) => ({ minX: x, minY: y, maxX: x + 200, maxY: y + 140 });
  const column = (x: number) => Array.from({ length: 100 }, (_, index) => note(x + (index % 2) * 216, Math.floor(index / 2) * 156));

  test('are one for the notes of a column that have made room, and another for what lies far away', () => {
    expect(joined([...column(0), note(9_000, 40)])).toEqual([{ minX: 0, minY: 0, maxX: 416, maxY: 49 * 156 + 140 }, note(9_000, 40)]);
  });

  test('are few and cover every note, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...column(0), ...column(500), ...column(1_200)]), (notes) => {
        const areas = joined(notes);
        expect(areas.length).toBeLessThanOrEqual(notes.length);
        for (const one of notes) {
          expect(areas.some(({ minX, minY, maxX, maxY }) => minX <= one.minX && minY <= one.minY && maxX >= one.maxX && maxY >= one.maxY)).toBe(true);
        }
      }),
    );
  });
});
