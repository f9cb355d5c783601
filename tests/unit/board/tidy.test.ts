import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOTE_SIZE } from '../../../shared/board/layout.ts';
import { tidied } from '../../../shared/board/tidy.ts';

const point = fc.record({ x: fc.integer({ min: -5_000, max: 5_000 }), y: fc.integer({ min: -5_000, max: 5_000 }) });

test('notes become a grid that begins where they began, and none covers another', () => {
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
      const before = new Map(points.map((place, index) => [`n${index}`, place]));
      const after = [...tidied(before, []).values()];
      expect(after).toHaveLength(points.length);
      expect(Math.min(...after.map(({ x }) => x))).toBe(Math.min(...points.map(({ x }) => x)));
      expect(Math.min(...after.map(({ y }) => y))).toBe(Math.min(...points.map(({ y }) => y)));
      after.forEach((one, index) => {
        for (const other of after.slice(index + 1)) {
          expect(Math.abs(one.x - other.x) >= NOTE_SIZE.width || Math.abs(one.y - other.y) >= NOTE_SIZE.height).toBe(true);
        }
      });
    }),
  );
});

test('what is tidy stays as it is', () => {
  const once = tidied(new Map([['a', { x: 0, y: 0 }], ['b', { x: 300, y: 40 }], ['c', { x: 20, y: 200 }], ['d', { x: 700, y: 20 }]]), []);
  expect([...once.keys()]).toEqual(['a', 'b', 'd', 'c']);
  expect(tidied(once, [])).toEqual(once);
});

test('a grid that would cover an approach lies beside it', () => {
  const approach = { x: 0, y: 0, width: 1_000, height: 800 };
  const after = tidied(new Map([['a', { x: -190, y: 100 }], ['b', { x: -150, y: 300 }], ['c', { x: -180, y: 500 }]]), [approach]);
  expect(Math.max(...[...after.values()].map(({ x }) => x + NOTE_SIZE.width))).toBeLessThan(0);
  expect([...after.values()].map(({ y }) => y)).toEqual([100, 100, 256]);
});
