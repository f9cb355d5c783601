import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, it } from 'vitest';
import { boardTypes } from '../../../shared/board/document.ts';
import { putDrawings, type Drawing } from '../../../shared/board/index.ts';
import { NOTE_TEXT_LIMIT } from '../../../shared/protocol/limits.ts';
import type { SnapshotContent } from '../../../shared/report/content.ts';
import { DRAWING_LIMITS } from '../../../shared/report/drawing-limits.ts';
import { shapeRecord, type ShapeRecord } from '../../../shared/report/drawing-records.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { reportAsJson, reportJson } from '../../../shared/report/json.ts';
import { jsonSize } from '../../../shared/report/json-size.ts';
import { reportAsMarkdown } from '../../../shared/report/markdown.ts';
import { buildReport } from '../../../shared/report/model.ts';
import { drawRecords } from '../../../shared/report/picture-drawings.ts';
import { boardPicture } from '../../../shared/report/picture.ts';
import { posesOf } from '../../../shared/report/picture-poses.ts';
import { findAll, readXml } from './read/xml.ts';
import { sampleContent, sampleDocuments } from './sample.ts';

/**
 * Boards that no workshop makes but a broken or hostile client can. The sizes are such that work
 * which grows with their square would not come to an end within a test.
 */

const ABOUT = { id: 's', title: 'Saved', savedAt: 1, savedBy: 'Ana' };
const nowhere = () => null;

const shape = (id: string, type: string, props: unknown, more: object = {}): Drawing => ({
  id: `shape:${id}`, typeName: 'shape', type, x: 0, y: 0, parentId: 'page:page', props, ...more,
});
const dot = (id: string, more: object = {}) => shape(id, 'draw', { segments: [{ type: 'free', points: [{ x: 1, y: 2 }] }] }, more);
const arrow = (props: object = {}) => shape('arrow', 'arrow', { start: { x: 0, y: 0 }, end: { x: 100, y: 0 }, ...props });
const paragraphs = (count: number) => ({
  type: 'doc',
  content: Array.from({ length: count }, (_, index) => ({ type: 'paragraph', content: [{ type: 'text', text: `line ${index}` }] })),
});

/** `depth` objects, each in the one before. */
function nested(depth: number): object {
  let inner = {};
  for (let level = 1; level < depth; level += 1) inner = { inner };
  return inner;
}

function frozenWith(records: readonly Drawing[]): SnapshotContent {
  const board = new Y.Doc();
  putDrawings(board, records);
  return freezeBoard(board, new Y.Doc(), ABOUT);
}

describe('a note that is too much', () => {
  it('may have any number of spaces within a line of Markdown', () => {
    const content = sampleContent();
    const text = `a${' '.repeat(1_000_000)}b`;
    const told = reportAsMarkdown(buildReport({ ...content, notes: [{ ...content.notes[0]!, text }] }, 'en'));
    expect(told.includes(`- ${text}\n\n  — `)).toBe(true);
    expect(told).not.toMatch(/ \n/);
  });

  it('is frozen as its beginning, and the report says so', () => {
    const { board, stage } = sampleDocuments();
    const written = (boardTypes(board).notes.get('note3') as Y.Map<unknown>).get('text') as Y.Text;
    written.delete(0, written.length);
    written.insert(0, 'x'.repeat(NOTE_TEXT_LIMIT));
    expect(freezeBoard(board, stage, ABOUT).cut).toBe(0);
    written.insert(0, 'y');
    const content = freezeBoard(board, stage, ABOUT);
    expect(content).toMatchObject({ cut: 1, unreadable: 0 });
    expect(content.notes.find((note) => note.id === 'note3')!.text).toBe(`y${'x'.repeat(NOTE_TEXT_LIMIT - 1)}…`);
    expect(buildReport(content, 'en').omissions).toEqual([expect.stringContaining('1 note is longer than 5,000 characters')]);
    expect(buildReport({ ...content, cut: 2 }, 'pt').omissions).toEqual([expect.stringContaining('2 notas têm mais de')]);
  });

  it('is not asked for in a snapshot from before notes were cut', () => {
    const { cut: _, ...older } = sampleContent();
    expect(reportJson.shape.content.parse(older)).toEqual({ ...older, cut: 0 });
  });
});

describe('the size of a value as JSON', () => {
  it('is that of the JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => jsonSize(value, 1e6, 100) === JSON.stringify(value).length));
    expect(jsonSize({ gone: undefined, none: [undefined, Number.NaN] }, 100, 9)).toBe('{"none":[null,null]}'.length);
  });

  it('is none beyond the limits and of what is not plain', () => {
    expect([jsonSize('abc', 5, 0), jsonSize('abc', 4, 0)]).toEqual([5, null]);
    expect([jsonSize(nested(3), 99, 3), jsonSize(nested(3), 99, 2)]).toEqual(['{"inner":{"inner":{}}}'.length, null]);
    for (const odd of [Uint8Array.of(1), 1n, new Date(0), new Map()]) expect(jsonSize({ odd }, 1000, 9)).toBeNull();
  });

  it('is not looked for beyond the limit', () => {
    let looks = 0;
    const watched = Array.from({ length: 1000 }, () =>
      Object.defineProperty({}, 'seen', { enumerable: true, get: () => (looks += 1) }),
    );
    expect(jsonSize(watched, 2000, 9)).toBeNull();
    expect(looks).toBeLessThan(200);
    const loop: unknown[] = [];
    loop.push(loop);
    expect(jsonSize(loop, 1000, Infinity)).toBeNull();
  });
});

describe('freezing drawings that are too much', () => {
  it('keeps the rest and counts what it leaves out as unreadable', () => {
    const within = [dot('a'), shape('deep', 'draw', nested(DRAWING_LIMITS.depth - 1)), dot('b', { meta: { text: 'x'.repeat(60_000) } })];
    const beyond = [
      shape('deeper', 'draw', nested(DRAWING_LIMITS.depth)),
      shape('deepest', 'draw', nested(3000)),
      dot('long', { meta: { text: 'x'.repeat(DRAWING_LIMITS.size) } }),
      dot('bytes', { meta: { bytes: new Uint8Array(10) } }),
      dot('points', { props: { segments: [{ points: Array.from({ length: DRAWING_LIMITS.points + 1 }, () => ({ x: 0, y: 0 })) }] } }),
    ];
    const content = frozenWith([...within, ...beyond]);
    expect(content.drawings.map(({ id }) => id).sort()).toEqual(within.map(({ id }) => id).sort());
    expect(content.unreadable).toBe(beyond.length);
  });

  it('keeps so many, and so much, that they can be stored', () => {
    const many = frozenWith(Array.from({ length: DRAWING_LIMITS.count + 5 }, (_, index) => dot(String(index))));
    expect(many.drawings).toHaveLength(DRAWING_LIMITS.count);
    expect(many.unreadable).toBe(5);
    const meta = { text: 'x'.repeat(60_000) };
    const much = frozenWith(Array.from({ length: 600 }, (_, index) => dot(String(index), { meta })));
    expect(much.drawings.length + much.unreadable).toBe(600);
    expect(much.unreadable).toBeGreaterThan(0);
    expect(JSON.stringify(much.drawings).length).toBeLessThan(DRAWING_LIMITS.allSizes + 600);
  });
});

describe('drawing what is too much', () => {
  const chain = (length: number, end: string) =>
    Array.from({ length }, (_, index) => dot(String(index), { parentId: index === 0 ? end : `shape:${index - 1}`, x: 1 }));

  it.each([
    ['in a row', 'page:page'],
    ['in a circle', 'shape:9999'],
  ])('leaves out shapes in too many groups, %s', (_, end) => {
    const records = chain(10_000, end);
    const { drawings, undrawn } = drawRecords(records, nowhere);
    expect(drawings).toHaveLength(DRAWING_LIMITS.groups);
    expect(undrawn).toBe(10_000 - DRAWING_LIMITS.groups);
  });

  it('works out each place once', () => {
    let steps = 0;
    class Counted extends Map<string, ShapeRecord> {
      override get(key: string) {
        steps += 1;
        return super.get(key);
      }
    }
    const shapes = new Counted(chain(10_000, 'page:page').map((record) => [record.id, shapeRecord.parse(record)]));
    const poseOf = posesOf(shapes);
    const poses = [...shapes.values()].reverse().map(poseOf);
    expect(steps).toBeLessThanOrEqual(20_000);
    expect(poses.at(-1)).toMatchObject({ x: 1 });
    expect(poses.at(-DRAWING_LIMITS.groups)).toMatchObject({ x: DRAWING_LIMITS.groups });
    expect(poses.at(-DRAWING_LIMITS.groups - 1)).toBeNull();
  });

  it.each([
    ['an arrow', arrow({ richText: paragraphs(200_000) })],
    ['an arrow of older versions', arrow({ text: 'line\n'.repeat(200_000) })],
    ['a text', shape('text', 'text', { richText: paragraphs(200_000) })],
    ['a shape', shape('geo', 'geo', { w: 1000, h: 100, richText: paragraphs(200_000) })],
  ])('writes the first lines of %s, and an ellipsis', (_, record) => {
    const { drawings, undrawn } = drawRecords([record], nowhere);
    expect(undrawn).toBe(0);
    const lines = findAll(readXml(drawings[0]!.svg), (element) => element.name === 'tspan').map((line) => line.text);
    expect(lines).toHaveLength(DRAWING_LIMITS.lines);
    expect(lines[0]).toMatch(/^line/);
    expect(lines.at(-1)).toMatch(/^line.*…$/);
  });

  it('ties an arrow by the first of very many bindings', () => {
    const bindings = Array.from({ length: 150_000 }, (_, index): Drawing => ({
      id: `binding:${index}`, typeName: 'binding', type: 'arrow', fromId: 'shape:arrow', toId: `shape:${index}`, props: { terminal: 'end' },
    }));
    const boxOf = (id: string) => (id === 'shape:0' ? { x: 500, y: 0, width: 100, height: 100 } : null);
    const { drawings } = drawRecords([arrow(), ...bindings], boxOf);
    const end = Math.max(...drawings[0]!.points.map((point) => point.x));
    expect(end).toBeGreaterThan(480);
    expect(end).toBeLessThanOrEqual(500);
  });

  it('leaves out one that cannot be drawn and nothing else, and the picture says so', () => {
    const points = Array.from({ length: DRAWING_LIMITS.points + 1 }, () => ({ x: 0, y: 0 }));
    const throwing = Object.defineProperty({}, 'segments', { get: () => { throw new Error('not today'); } });
    const bad = [
      shape('throws', 'draw', throwing),
      shape('many', 'draw', { segments: [{ points }] }),
      // Each turn is a number, and both together are not: it would make all of the picture's extent none.
      dot('turns', { rotation: 1e308, parentId: 'shape:turned' }),
      shape('turned', 'group', {}, { rotation: 1e308 }),
      dot('far', { x: 1e7, parentId: 'shape:out' }),
      shape('out', 'group', {}, { x: 1e7, parentId: 'shape:further' }),
      shape('further', 'group', {}, { x: 1e7 }),
    ];
    expect(drawRecords([...bad, dot('good')], nowhere)).toMatchObject({ drawings: { length: 1 }, undrawn: 4 });
    const svg = readXml(boardPicture({ ...sampleContent(), drawings: [...bad, dot('good')] }, 'en'));
    expect(svg.children[1]!.text).toMatch(/4 drawings of the board could not be shown in this picture\.$/);
    expect(findAll(svg, (element) => element.name === 'tspan').at(-1)!.text).toContain('4 drawings of the board');
    for (const number of svg.attributes['viewBox']!.split(' ').map(Number)) expect(Math.abs(number)).toBeLessThan(1e5);
    expect(boardPicture(sampleContent(), 'pt')).not.toContain('Não foi possível');
  });

  it('draws more drawings than a call may have arguments', () => {
    const drawings = Array.from({ length: 130_000 }, (_, index) => dot(String(index)));
    const picture = boardPicture({ ...sampleContent(), approaches: [], notes: [], drawings }, 'en');
    expect(picture.split('h0.01')).toHaveLength(130_001);
  });
});

describe('a snapshot from before there were limits', () => {
  it('is exported at about its own size, however deep its drawings are', () => {
    const drawings = [shape('deep', 'draw', nested(3000))];
    const content: SnapshotContent = { ...sampleContent(), drawings };
    const text = reportAsJson(content, 'en');
    expect(text.length).toBeLessThan(JSON.stringify(content).length + 200);
    const back = reportJson.parse(JSON.parse(text)).content;
    // As text: comparing values goes down as deep as they are nested, which the stack may not allow.
    expect(JSON.stringify(back.drawings)).toBe(JSON.stringify(drawings));
    expect({ ...back, drawings: [] }).toEqual({ ...content, drawings: [] });
    expect(drawRecords(drawings, nowhere)).toEqual({ drawings: [], undrawn: 1 });
  });
});
