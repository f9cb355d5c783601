import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALIGNMENTS, arranged, DISTRIBUTIONS } from '../../../shared/board/arrange.ts';

const point = fc.record({ x: fc.integer({ min: -5_000, max: 5_000 }), y: fc.integer({ min: -5_000, max: 5_000 }) });
const places = fc.array(point, { minLength: 2, maxLength: 40 }).map((points) => new Map(points.map((place, index) => [`n${index}`, place])));

const THREE = new Map([
  ['a', { x: 0, y: 300 }],
  ['b', { x: 100, y: 0 }],
  ['c', { x: 401, y: 50 }],
]);
const corners = (way: Parameters<typeof arranged>[1]) => Object.fromEntries([...arranged(THREE, way)].map(([id, { x, y }]) => [id, `${x} ${y}`]));

test('notes come in line with an edge or the middle of what they cover together', () => {
  expect(corners('align-left')).toEqual({ a: '0 300', b: '0 0', c: '0 50' });
  expect(corners('align-center-horizontal')).toEqual({ a: '201 300', b: '201 0', c: '201 50' });
  expect(corners('align-right')).toEqual({ a: '401 300', b: '401 0', c: '401 50' });
  expect(corners('align-top')).toEqual({ a: '0 0', b: '100 0', c: '401 0' });
  expect(corners('align-center-vertical')).toEqual({ a: '0 150', b: '100 150', c: '401 150' });
  expect(corners('align-bottom')).toEqual({ a: '0 300', b: '100 300', c: '401 300' });
});

test('notes come to lie at equal distances, in the order they lay, and the outermost stay', () => {
  expect(corners('distribute-horizontal')).toEqual({ a: '0 300', b: '201 0', c: '401 50' });
  expect(corners('distribute-vertical')).toEqual({ a: '0 300', b: '100 0', c: '401 150' });
});

test('each way moves along its own axis only, keeps what the notes cover, and done twice is as done once', () => {
  fc.assert(
    fc.property(places, fc.constantFrom(...ALIGNMENTS, ...DISTRIBUTIONS), (before, way) => {
      const after = arranged(before, way);
      const kept = way === 'distribute-horizontal' || /left|right|center-horizontal/.test(way) ? 'y' : 'x';
      const moved = kept === 'x' ? 'y' : 'x';
      for (const [id, corner] of before) expect(after.get(id)![kept]).toBe(corner[kept]);
      const was = [...before.values()].map((corner) => corner[moved]);
      for (const corner of after.values()) {
        expect(corner[moved]).toBeGreaterThanOrEqual(Math.min(...was));
        expect(corner[moved]).toBeLessThanOrEqual(Math.max(...was));
      }
      expect(new Map(arranged(after, way))).toEqual(after);
    }),
  );
});
