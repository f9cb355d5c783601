import { describe, expect, test } from 'vitest';
import { roomBeside } from '../../../shared/board/beside.ts';
import { NOTE_SIZE } from '../../../shared/board/layout.ts';

const APPROACHES = [
  { x: 0, y: 0, width: 1_500, height: 900 },
  { x: 1_660, y: 0, width: 1_500, height: 700 },
];

describe('room for free notes beside the approaches', () => {
  test('lies to the right of all of them, no two notes on each other, in reading order', () => {
    const room = roomBeside(APPROACHES, [], 9);
    expect(Math.min(...room.map(({ x }) => x))).toBeGreaterThan(3_160);
    expect(room).toEqual([...room].sort((a, b) => a.y - b.y || a.x - b.x));
    for (const [index, { x, y }] of room.entries()) {
      for (const other of room.slice(index + 1)) {
        expect(Math.abs(other.x - x) >= NOTE_SIZE.width || Math.abs(other.y - y) >= NOTE_SIZE.height).toBe(true);
      }
    }
  });

  test('leaves those that lie there already where they are', () => {
    const [first, second, third] = roomBeside(APPROACHES, [], 3);
    expect(roomBeside(APPROACHES, [{ x: first!.x + 30, y: first!.y - 20 }, { x: -5_000, y: 0 }], 1)).toEqual([third]);
    expect(roomBeside(APPROACHES, [first!], 2)).toEqual([second, third]);
  });

  test('is there on a board without approaches', () => {
    expect(roomBeside([], [], 1)).toHaveLength(1);
  });
});
