import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../shared/board/index.ts';
import { layOut, NOTE_SIZE } from '../../../shared/board/layout.ts';
import { legible } from '../../../shared/report/characters.ts';
import type { SnapshotContent } from '../../../shared/report/content.ts';
import { arc } from '../../../shared/report/geometry.ts';
import { drawRecords } from '../../../shared/report/picture-drawings.ts';
import { boardPicture } from '../../../shared/report/picture.ts';
import { hostileContent } from './hostile.ts';
import { findAll, readXml, type XmlElement } from './read/xml.ts';
import { DRAWINGS, sampleContent } from './sample.ts';

const named = (name: string) => (element: XmlElement) => element.name === name;

function viewOf(svg: XmlElement) {
  const [x, y, width, height] = svg.attributes['viewBox']!.split(' ').map(Number) as [number, number, number, number];
  return { x, y, width, height };
}

describe('the picture of a board', () => {
  it('is well-formed, with a title and a description, in both languages', () => {
    for (const language of ['en', 'pt'] as const) {
      const svg = readXml(boardPicture(sampleContent(), language));
      expect(svg).toMatchObject({ name: 'svg', attributes: { role: 'img', xmlns: 'http://www.w3.org/2000/svg', lang: language } });
      const [title, description] = svg.children;
      expect(title).toMatchObject({ name: 'title', attributes: { id: svg.attributes['aria-labelledby'] } });
      expect(description).toMatchObject({ name: 'desc', attributes: { id: svg.attributes['aria-describedby'] } });
    }
  });

  it('holds the whole text of every note once', () => {
    for (const content of [sampleContent(), hostileContent()]) {
      const titles = findAll(readXml(boardPicture(content, 'en')), named('title')).slice(1);
      const told = titles.map((title) => title.text).sort();
      expect(told).toEqual(content.notes.map((note) => legible(note.text)).sort());
    }
  });

  it('writes what fits of a note on its paper', () => {
    const content = sampleContent();
    const groups = findAll(readXml(boardPicture(content, 'en')), (element) => element.children[0]?.name === 'title' && element.name === 'g');
    const written = new Map(groups.map((group) => [group.children[0]!.text, findAll(group, named('tspan')).map((line) => line.text).join(' ')]));
    for (const note of content.notes) {
      const start = note.text.replaceAll(/\s+/g, ' ').slice(0, 60);
      expect(written.get(note.text)!.replaceAll(/\s+/g, ' ')).toContain(start);
    }
  });

  it('has only elements and attributes of its own making', () => {
    const elements = findAll(readXml(boardPicture(hostileContent(), 'en')), () => true);
    const allowed = new Set(['svg', 'title', 'desc', 'g', 'rect', 'path', 'ellipse', 'text', 'tspan']);
    for (const { name, attributes } of elements) {
      expect(allowed).toContain(name);
      for (const attribute of Object.keys(attributes)) expect(attribute).not.toMatch(/^on|href|src|style/i);
    }
  });

  it('has room for all that is on the board', () => {
    const content = sampleContent();
    const view = viewOf(readXml(boardPicture(content, 'en')));
    const layout = layOut(content.approaches, content.notes, content.groups);
    const boxes = [...layout.approaches, ...[...layout.notes.values()].map((place) => ({ ...place, ...NOTE_SIZE }))];
    for (const box of boxes) {
      expect(box.x).toBeGreaterThan(view.x);
      expect(box.y).toBeGreaterThan(view.y);
      expect(box.x + box.width).toBeLessThan(view.x + view.width);
      expect(box.y + box.height).toBeLessThan(view.y + view.height);
    }
  });

  it('shows an empty board', () => {
    const empty: SnapshotContent = { ...sampleContent(), approaches: [], notes: [], drawings: [] };
    expect(viewOf(readXml(boardPicture(empty, 'pt'))).width).toBeGreaterThan(0);
  });

  it('writes from the right what reads from the right', () => {
    const svg = readXml(boardPicture(sampleContent(), 'en'));
    const hebrew = findAll(svg, (element) => element.name === 'text' && /^\p{Script=Hebrew}/u.test(element.text));
    expect(hebrew.length).toBeGreaterThan(0);
    for (const text of hebrew) expect(text.attributes['direction']).toBe('rtl');
  });

  it('is well-formed whatever people write', () => {
    const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 40 });
    const content = sampleContent();
    fc.assert(
      fc.property(anyText, anyText, (text, name) => {
        const notes = [{ ...content.notes[0]!, text, authorName: name }];
        const svg = readXml(boardPicture({ ...content, notes, drawings: [] }, 'en'));
        expect(findAll(svg, named('title'))[1]!.text).toBe(legible(text));
      }),
      { numRuns: 60 },
    );
  });
});

describe('drawings in the picture', () => {
  const nowhere = () => null;

  it('draws every kind that a workshop uses', () => {
    expect(drawRecords(DRAWINGS, () => ({ x: 0, y: 0, width: 10, height: 10 }))).toMatchObject({ drawings: { length: 6 }, undrawn: 0 });
  });

  it('ends an arrow at the edge of the note it is tied to', () => {
    const boxes = { 'shape:free1': { x: 0, y: 0, width: 200, height: 140 }, 'shape:note24': { x: 1000, y: 0, width: 200, height: 140 } };
    const curve = DRAWINGS.filter((record) => record.id.includes('curve')).map((record) =>
      record.type === 'arrow' && record.typeName === 'shape' ? { ...record, props: { ...(record['props'] as object), bend: 0, text: '' } } : record,
    );
    const [drawn] = drawRecords(curve, (id) => boxes[id as keyof typeof boxes] ?? null).drawings;
    const xs = drawn!.points.map((point) => point.x);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(200);
    expect(Math.max(...xs)).toBeLessThanOrEqual(1000);
    expect(Math.min(...xs)).toBeLessThan(225);
    expect(Math.max(...xs)).toBeGreaterThan(975);
  });

  it('leaves an arrow where it was whose note is gone', () => {
    const [drawn] = drawRecords(DRAWINGS.filter((record) => record.id.includes('curve')), nowhere).drawings;
    expect(drawn!.points[0]!.x).toBeCloseTo(0);
    expect(drawn!.points[0]!.y).toBeCloseTo(0);
  });

  it('bends an arrow to the side tldraw does', () => {
    const points = arc({ x: 0, y: 0 }, { x: 100, y: 0 }, 30);
    const middle = points[points.length / 2 - 0.5]!;
    expect(middle.x).toBeCloseTo(50, 6);
    expect(middle.y).toBeCloseTo(30, 6);
    expect(points.at(-1)!.x).toBeCloseTo(100, 6);
    const far = arc({ x: 0, y: 0 }, { x: 100, y: 0 }, -200);
    expect(far[48]!.y).toBeCloseTo(-200, 6);
    expect(far.at(-1)!.x).toBeCloseTo(100, 6);
  });

  it('moves what is in a group with the group', () => {
    const dot = (id: string, parentId: string, x: number): Drawing => ({
      id, typeName: 'shape', type: 'draw', x, y: 0, parentId,
      props: { segments: [{ type: 'free', points: [{ x: 1, y: 2 }] }] },
    });
    const group: Drawing = { id: 'shape:g', typeName: 'shape', type: 'group', x: 100, y: 50, rotation: Math.PI / 2, parentId: 'page:p', props: {} };
    const [drawn] = drawRecords([group, dot('shape:a', 'shape:g', 10)], nowhere).drawings;
    expect(drawn!.points[0]!.x).toBeCloseTo(98);
    expect(drawn!.points[0]!.y).toBeCloseTo(61);
    // Two that lie in each other, as no editor but a broken client makes them, are still drawn.
    expect(drawRecords([dot('shape:a', 'shape:b', 1), dot('shape:b', 'shape:a', 1)], nowhere)).toMatchObject({ drawings: { length: 2 }, undrawn: 0 });
  });

  it('leaves out, and counts, what it does not know and what is not sound', () => {
    const odd = (props: unknown, more: object = {}): Drawing => ({ id: 'shape:x', typeName: 'shape', type: 'draw', x: 0, y: 0, props, ...more });
    const points = [{ x: 0, y: 0 }];
    const leftOut = { drawings: [], undrawn: 1 };
    expect(drawRecords([odd({}, { type: 'video' })], nowhere)).toEqual(leftOut);
    expect(drawRecords([odd(null)], nowhere)).toEqual(leftOut);
    expect(drawRecords([odd({ segments: [{ points }] }, { x: 1e300 })], nowhere)).toEqual(leftOut);
    expect(drawRecords([odd({ segments: [{ points }], color: '"><script>', size: 9, dash: {}, scale: -1 })], nowhere)).toMatchObject({ drawings: { length: 1 }, undrawn: 0 });
  });
});
