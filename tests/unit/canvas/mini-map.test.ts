import { expect, test } from 'vitest';
import { frameMap, MAP_SIZE, onMap, onPage } from '../../../client/canvas/mini-map.ts';
import { layOut } from '../../../shared/board/layout.ts';
import { readStage } from '../../../shared/stage/document.ts';
import { seededStage } from '../../support/board.ts';

const board = layOut(readStage(seededStage('both')).approaches, [], []);

test('the whole board stands on the map, with its shape, and no larger than may be', () => {
  const frame = frameMap(board, [{ x: 9_000, y: -3_000, width: 100, height: 100 }]);
  expect(frame.width).toBeLessThanOrEqual(MAP_SIZE.width);
  expect(frame.height).toBeLessThanOrEqual(MAP_SIZE.height);
  for (const approach of board.approaches) {
    const box = onMap(frame, approach);
    expect(box.x).toBeGreaterThan(0);
    expect(box.x + box.width).toBeLessThan(frame.width);
    expect(box.width / box.height).toBeCloseTo(approach.width / approach.height);
  }
});

test('a point of the map is the point of the page that is shown there', () => {
  const frame = frameMap(board, []);
  const { x, y } = onMap(frame, { x: 500, y: 700, width: 0, height: 0 });
  expect(onPage(frame, { x, y }).x).toBeCloseTo(500);
  expect(onPage(frame, { x, y }).y).toBeCloseTo(700);
});

test('a view that lies beside the board stands at the edge of the map; a board of nothing has a map, too', () => {
  const frame = frameMap({ approaches: [], notes: new Map(), aside: [] }, []);
  expect(onMap(frame, { x: 90_000, y: 0, width: 10, height: 10 }).x).toBe(frame.width);
  expect(frame.width).toBeGreaterThanOrEqual(MAP_SIZE.least);
  const thin = frameMap({ approaches: [], notes: new Map(), aside: [] }, [{ x: 0, y: 0, width: 100_000, height: 10 }]);
  expect(thin.height).toBe(MAP_SIZE.least);
  expect(onMap(thin, { x: 0, y: 0, width: 100_000, height: 10 }).y).toBeCloseTo(MAP_SIZE.least / 2, 0);
});
