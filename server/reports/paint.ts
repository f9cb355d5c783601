import type { Path2D as Path, SKRSContext2D } from '@napi-rs/canvas';
import { PNG } from 'pngjs';
import { textWidth } from '../../shared/board/text-fit.ts';
import { fontPaths } from './fonts.ts';

// Asked before it is loaded: a picture has the same letters on every machine, and the machine's own
// fonts take it ten times as long as the rest of its start.
process.env['DISABLE_SYSTEM_FONTS_LOAD'] = '1';
const { createCanvas, GlobalFonts, Path2D } = await import('@napi-rs/canvas');
for (const path of fontPaths()) GlobalFonts.registerFromPath(path);

/** The attributes of an element, with those it has from what is around it. */
type Attributes = Readonly<Record<string, string>>;

/** What an element hands on to those in it. */
const INHERITED = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-dasharray', 'font-size', 'font-weight', 'text-anchor', 'direction'] as const;

/** Their words are for readers, not for painters. */
const SILENT: ReadonlySet<string> = new Set(['title', 'desc']);

/** The typefaces of reports, in the order in which a letter is looked for. */
const TYPEFACES = 'Rubik, "Noto Emoji"';

/** Letters of fewer pixels are read by nobody; setting them is what painting takes longest for. */
const LEAST_LETTERS = 4;

/** A line of letters as a bar: this much of their size above the baseline, this tall, and as dark as they look from afar. */
const BAR = { above: 0.54, height: 0.46, opacity: 0.32 };

/** At which no letter has a halo that is seen on paper. */
const JPEG_QUALITY = 88;

const TAG = /<(\/?)([a-z]+)((?:\s[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/**
 * An SVG document of ours as a PNG.
 * @param scale pixels for a unit of the view box
 * @throws TypeError for an element that no picture of ours has
 */
export function paintPng(svg: string, scale: number): Uint8Array {
  const context = paint(svg, scale);
  return encoded(context.getImageData(0, 0, context.canvas.width, context.canvas.height));
}

/** The same as a JPEG, for a picture without gaps that a document takes in as it is. */
export function paintJpeg(svg: string, scale: number): Uint8Array {
  return paint(svg, scale).canvas.toBuffer('image/jpeg', JPEG_QUALITY);
}

/**
 * Paints with Skia. Its own reader of SVG shapes no Hebrew and looks for no letter in a second
 * typeface, which its canvas does; and our pictures are made of a handful of elements. Lines of
 * letters too small to be read are bars.
 */
function paint(svg: string, scale: number): SKRSContext2D {
  const [, left, top, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)!.map(Number) as [number, number, number, number, number];
  const canvas = createCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext('2d');
  context.scale(canvas.width / width, canvas.height / height);
  context.translate(-left, -top);
  // Letters stand where they would in print, not where pixels begin.
  context.textRendering = 'geometricPrecision';
  drawAll(svg, context, LEAST_LETTERS / scale);
  return context;
}

/** Not by Skia, which takes twice as long for a larger file: areas of one colour are best left unfiltered. */
function encoded({ data, width, height }: { data: Uint8ClampedArray; width: number; height: number }): Uint8Array {
  const png = new PNG({ width, height });
  png.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return PNG.sync.write(png, { filterType: 0, deflateLevel: 3, deflateStrategy: 0 });
}

/** @param least the size of the smallest letters that are set, in units of the view box */
function drawAll(svg: string, context: SKRSContext2D, least: number): void {
  const open: { name: string; style: Attributes }[] = [];
  for (const [, closes, name, attributes, empty, text] of svg.matchAll(TAG)) {
    const around = open.at(-1);
    if (text !== undefined) {
      if (around?.name === 'tspan' || around?.name === 'text') drawLine(context, around.style, unescaped(text), least);
    } else if (closes) {
      if (open.pop()!.name === 'g') context.restore();
    } else if (name !== undefined) {
      const style = styled(around?.style, attributes!);
      begin(context, name, style);
      if (!empty) open.push({ name, style });
      else if (name === 'g') context.restore();
    }
  }
}

/** An element's own attributes, and what it has from those around it. */
function styled(around: Attributes | undefined, written: string): Attributes {
  const style: Record<string, string> = {};
  for (const name of INHERITED) if (around?.[name] !== undefined) style[name] = around[name];
  for (const [, name, value] of written.matchAll(ATTRIBUTE)) style[name!] = unescaped(value!);
  return style;
}

function begin(context: SKRSContext2D, name: string, style: Attributes): void {
  switch (name) {
    case 'g':
      context.save();
      context.globalAlpha *= Number(style['opacity'] ?? 1);
      transform(context, style['transform']);
      return;
    case 'rect': {
      const box = [number(style, 'x'), number(style, 'y'), number(style, 'width'), number(style, 'height')] as const;
      const path = new Path2D();
      if (style['rx'] === undefined) path.rect(...box);
      else path.roundRect(...box, Math.min(number(style, 'rx'), box[2] / 2, box[3] / 2));
      return draw(context, path, style);
    }
    case 'ellipse': {
      const path = new Path2D();
      path.ellipse(number(style, 'cx'), number(style, 'cy'), number(style, 'rx'), number(style, 'ry'), 0, 0, 2 * Math.PI);
      return draw(context, path, style);
    }
    case 'path':
      return draw(context, new Path2D(style['d']), style);
    case 'svg':
    case 'text':
    case 'tspan':
      return;
    default:
      if (!SILENT.has(name)) throw new TypeError(`No picture has an element '${name}'.`);
  }
}

/** `translate`, `rotate` in degrees, `scale`, as often as they are written. */
function transform(context: SKRSContext2D, written = ''): void {
  for (const [, act, values] of written.matchAll(/([a-z]+)\(([^)]*)\)/gi)) {
    const [a = 0, b] = values!.split(/[\s,]+/).map(Number);
    if (act === 'translate') context.translate(a, b ?? 0);
    else if (act === 'rotate') context.rotate((a * Math.PI) / 180);
    else if (act === 'scale') context.scale(a, b ?? a);
    else throw new TypeError(`No picture is turned by '${act}'.`);
  }
}

function draw(context: SKRSContext2D, path: Path, style: Attributes): void {
  const { fill = '#000000', stroke = 'none' } = style;
  const alpha = context.globalAlpha;
  if (fill !== 'none') {
    context.globalAlpha = alpha * Number(style['fill-opacity'] ?? 1);
    context.fillStyle = fill;
    context.fill(path);
  }
  if (stroke !== 'none') {
    context.globalAlpha = alpha * Number(style['stroke-opacity'] ?? 1);
    context.strokeStyle = stroke;
    context.lineWidth = Number(style['stroke-width'] ?? 1);
    context.lineCap = (style['stroke-linecap'] ?? 'butt') as CanvasLineCap;
    context.lineJoin = (style['stroke-linejoin'] ?? 'miter') as CanvasLineJoin;
    context.setLineDash((style['stroke-dasharray'] ?? '').split(/[\s,]+/).filter(Boolean).map(Number));
    context.stroke(path);
  }
  context.globalAlpha = alpha;
}

function drawLine(context: SKRSContext2D, style: Attributes, line: string, least: number): void {
  const { 'font-size': size = '16', 'font-weight': weight = '400', 'text-anchor': anchor = 'start', direction = 'ltr', fill = '#000000' } = style;
  const x = number(style, 'x');
  const y = number(style, 'y');
  context.fillStyle = fill;
  if (Number(size) < least) return drawBar(context, { x, y, size: Number(size), line, align: direction === 'rtl' && anchor === 'start' ? 'end' : anchor });
  context.font = `${weight} ${size}px ${TYPEFACES}`;
  context.direction = direction as CanvasDirection;
  context.textAlign = (anchor === 'middle' ? 'center' : anchor) as CanvasTextAlign;
  context.fillText(line, x, y);
}

/** A line of letters that nobody could read, as printers set pages that are only looked at. */
function drawBar(context: SKRSContext2D, { x, y, size, line, align }: { x: number; y: number; size: number; line: string; align: string }): void {
  const width = textWidth(line) * size;
  const left = x - (align === 'end' ? width : align === 'middle' ? width / 2 : 0);
  const alpha = context.globalAlpha;
  context.globalAlpha = alpha * BAR.opacity;
  context.fillRect(left, y - BAR.above * size, width, BAR.height * size);
  context.globalAlpha = alpha;
}

function number(style: Attributes, name: string): number {
  return Number(style[name] ?? 0);
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** The characters that XML text of ours stands for. */
function unescaped(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, sign: string | undefined) => (code ? String.fromCodePoint(Number(code)) : (SIGNS[sign!] ?? whole)));
}
