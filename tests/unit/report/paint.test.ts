import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { paintJpeg, paintPng } from '../../../server/reports/paint.ts';
import { element, textLines } from '../../../shared/report/svg.ts';

const svg = (...children: string[]) => element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '-10 -10 220 120' }, ...children);
const ground = element('rect', { x: -10, y: -10, width: 220, height: 120, fill: '#ffffff' });

/** A picture of ours with what asks after its pixels, by the units of its view box. */
function painted(children: string[], scale = 2) {
  const { width, height, data } = PNG.sync.read(Buffer.from(paintPng(svg(...children), scale)));
  const at = (x: number, y: number) => data.readUInt32BE((Math.round((y + 10) * scale) * width + Math.round((x + 10) * scale)) * 4);
  /** The box around all that is darker than the ground, and how much of it is. */
  const ink = () => {
    const dark = Array.from({ length: width * height }, (_, pixel) => pixel).filter((pixel) => data[pixel * 4]! < 200);
    const xs = dark.map((pixel) => (pixel % width) / scale - 10);
    return { count: dark.length, left: Math.min(...xs), right: Math.max(...xs) };
  };
  return { width, height, at, ink };
}

const line = (text: string, options: { align?: 'middle' | 'end'; size?: number; weight?: number } = {}) =>
  textLines([text], 0, 20, { size: 24, fill: '#000000', width: 200, ...options });

describe('a picture in pixels', () => {
  it('has the size of its view box, and what is drawn at its place', () => {
    const { width, height, at } = painted([ground, element('rect', { x: 0, y: 0, width: 50, height: 50, fill: '#cc0000' })]);
    expect([width, height]).toEqual([440, 240]);
    expect(at(25, 25)).toBe(0xcc0000ff);
    expect(at(60, 25)).toBe(0xffffffff);
  });

  it('turns, moves and thins out what a group holds, and what comes after as little as what came before', () => {
    const square = element('rect', { x: 0, y: 0, width: 20, height: 20, fill: '#000000' });
    const { at } = painted([ground, element('g', { transform: 'translate(100 0) rotate(90) scale(2)', opacity: 0.5 }, square), square]);
    expect(at(80, 20)).toBeGreaterThan(0x7e7e7eff);
    expect(at(80, 20)).toBeLessThan(0x818181ff);
    expect(at(110, 20)).toBe(0xffffffff);
    expect(at(10, 10)).toBe(0x000000ff);
  });

  it('is transparent where nothing is drawn', () => {
    expect(painted([]).at(5, 5) & 0xff).toBe(0);
  });

  it('draws lines, dashes and ellipses as strokes', () => {
    const { at } = painted([
      ground,
      element('g', { fill: 'none', stroke: '#0000ff', 'stroke-width': 6 }, element('path', { d: 'M0 10h100' }), element('ellipse', { cx: 50, cy: 60, rx: 30, ry: 20 })),
      element('path', { d: 'M100 60h100', stroke: '#00aa00', 'stroke-width': 10, 'stroke-dasharray': '20 20' }),
    ]);
    expect(at(50, 10)).toBe(0x0000ffff);
    expect(at(80, 60)).toBe(0x0000ffff);
    expect(at(50, 60)).toBe(0xffffffff);
    expect([at(110, 60), at(130, 60), at(150, 60)]).toEqual([0x00aa00ff, 0xffffffff, 0x00aa00ff]);
  });

  it('sets a line from where it begins, also one that is read from the right, and in the middle', () => {
    expect(painted([ground, line('begins')]).ink().left).toBeLessThan(4);
    expect(painted([ground, line('ends', { align: 'end' })]).ink().right).toBeGreaterThan(195);
    const middle = painted([ground, line('middle', { align: 'middle' })]).ink();
    expect((middle.left + middle.right) / 2).toBeCloseTo(100, -1);
    const hebrew = painted([ground, line('שלום לכולם')]).ink();
    expect(hebrew.right).toBeGreaterThan(195);
    expect(hebrew.left).toBeGreaterThan(60);
  });

  it('has letters of every alphabet around the table, signs, and heavier ones for headings', () => {
    const blank = painted([ground, line('\u{10ffff}')]).ink().count;
    for (const text of ['ő', 'ș', 'ŵ', 'ç', 'ש', 'Я', '🎉']) {
      const { count } = painted([ground, line(text)]).ink();
      expect(count).toBeGreaterThan(20);
      expect(count).not.toBe(blank);
    }
    expect(painted([ground, line('Weight', { weight: 600 })]).ink().count).toBeGreaterThan(painted([ground, line('Weight')]).ink().count * 1.15);
  });

  it('has a bar, as long as the words, for a line too small to be read', () => {
    const words = painted([ground, line('Volunteers are tired', { size: 20 })]).ink();
    const { at } = painted([ground, line('Volunteers are tired', { size: 20 })], 0.15);
    // Grey all along, where letters would have gaps.
    const along = Array.from({ length: 20 }, (_, step) => at(words.left + 8 + ((words.right - words.left - 16) * step) / 20, 33));
    expect(new Set(along).size).toBe(1);
    expect(along[0]).toBeLessThan(0xf0f0f0ff);
  });

  it('sets a line that is all of its text, as charts have it', () => {
    const words = painted([ground, element('text', { x: 50, y: 40, 'font-size': 24, fill: '#000000', 'text-anchor': 'middle' }, 'total')]).ink();
    expect(words.count).toBeGreaterThan(200);
    expect((words.left + words.right) / 2).toBeCloseTo(50, -1);
  });

  it('keeps the spaces that people wrote, as the picture it is painted from does', () => {
    expect(painted([ground, line('    indented')]).ink().left).toBeGreaterThan(painted([ground, line('indented')]).ink().left + 15);
    for (const text of ['    indented', 'two  spaces']) expect(line(text)).toContain('xml:space="preserve"');
    expect(line('one space each')).not.toContain('xml:space');
  });

  it('reads what is escaped, and refuses what no picture of ours has', () => {
    expect(painted([ground, line('&amp;')]).ink().right).toBeGreaterThan(painted([ground, line('&')]).ink().right * 2);
    expect(() => painted(['<image href="x"/>'])).toThrow("No picture has an element 'image'.");
    expect(() => painted(['<g transform="skewX(20)"></g>'])).toThrow("No picture is turned by 'skewX'.");
  });

  it('comes as a JPEG of the same size, too', () => {
    const bytes = Buffer.from(paintJpeg(svg(ground, line('one')), 2));
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    expect([bytes.readUInt16BE(frame + 7), bytes.readUInt16BE(frame + 5)]).toEqual([440, 240]);
  });
});
