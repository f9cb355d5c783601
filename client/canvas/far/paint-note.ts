import { INK, PAPER, type Note } from '../../../shared/board/index.ts';
import { NOTE_SIZE, NOTE_TEXT_BOX, NOTE_TEXT_SIZES } from '../../../shared/board/layout.ts';
import { fitText, LINE_HEIGHT, type FittedText } from '../../../shared/board/text-fit.ts';
import type { NoteShape } from '../note-shape.tsx';

/** Letters smaller than so many pixels of the screen are drawn as lines. */
const LEGIBLE = 4.5;
/** Notes smaller than this zoom makes them are plain paper. */
const LINES_FROM = 0.05;
/** Round corners and a foot come with the zoom at which they are seen. */
const DETAILS_FROM = 0.22;

/** Smaller, the marks of a note would be specks. */
export const MARKS_FROM = 0.1;

const CORNERS = [3, 3, 14, 3];
const PADDING = 12;
const FOOT_SIZE = 11;
/** Where Rubik's letters stand in a line of `LINE_HEIGHT`, in ems below its top. */
const BASELINE = 0.9925;

export interface Look {
  font: string;
  /** Around paper, so that notes stand out from a ground of any colour. */
  shadow: string;
  selected: string;
  ground: string;
}

/** What is painted of a note beside what its shape says. */
export interface Painted {
  shape: NoteShape;
  selected: boolean;
  /** Who wrote it, and where: the words of its foot. */
  byline: { name: string; site: string };
  /** The note as the board has it, from `MARKS_FROM` on: what is marked on it comes from there. */
  note: Note | undefined;
}

/** Texts are fitted once: a note that changes gets new props. */
const fitted = new WeakMap<NoteShape['props'], FittedText>();

function fit(props: NoteShape['props']): FittedText {
  let text = fitted.get(props);
  if (!text) {
    text = fitText(props.text, NOTE_TEXT_BOX, NOTE_TEXT_SIZES);
    fitted.set(props, text);
  }
  return text;
}

/**
 * Paints a note as it looks from afar: as its element would look where its text can be read, else
 * its paper with a line for each line of text.
 * @param context in page units
 * @param zoom how many pixels of the screen a page unit has
 */
export function paintNote(context: CanvasRenderingContext2D, { shape, selected, byline, note }: Painted, zoom: number, look: Look): void {
  const { x, y, props } = shape;
  const { width, height } = NOTE_SIZE;
  const edge = 1 / zoom;
  const paper = (left: number, top: number, wide: number, high: number) => {
    if (zoom < DETAILS_FROM) return context.fillRect(left, top, wide, high);
    context.beginPath();
    context.roundRect(left, top, wide, high, CORNERS);
    return context.fill();
  };
  context.fillStyle = look.shadow;
  paper(x - edge / 2, y, width + edge, height + edge * 1.5);
  context.fillStyle = PAPER[props.color];
  paper(x, y, width, height);
  if (props.text !== '' && zoom >= LINES_FROM) paintText(context, shape, zoom, look);
  if (showsFeet(zoom)) paintFoot(context, shape, byline, look);
  if (note && zoom >= MARKS_FROM) paintMarks(context, shape, note);
  if (note?.wave !== undefined && zoom >= MARKS_FROM) paintPrivate(context, shape);
  if (!selected) return;
  context.strokeStyle = look.selected;
  context.lineWidth = 2 / zoom;
  context.strokeRect(x, y, width, height);
}

/** Whether one can read at this zoom who wrote a note. */
export function showsFeet(zoom: number): boolean {
  return zoom * FOOT_SIZE >= LEGIBLE;
}

/** Lets a note that was painted recede, because only another site's are shown. */
export function paintAside(context: CanvasRenderingContext2D, { x, y }: NoteShape, look: Look): void {
  context.fillStyle = look.ground;
  context.globalAlpha = 0.8;
  context.fillRect(x - 2, y - 14, NOTE_SIZE.width + 4, NOTE_SIZE.height + 28);
  context.globalAlpha = 1;
}

/** That it is an action, to do or done, and that somebody said something: as tags on its edges, without their words. */
function paintMarks(context: CanvasRenderingContext2D, { x, y }: NoteShape, { action, comments, reactions }: Note): void {
  const tags = [
    ...(action ? [{ left: x + NOTE_SIZE.width - 78, top: y, width: 72, fill: action.done ? '#fffdfa' : INK }] : []),
    ...(comments.length + reactions.length > 0 ? [{ left: x + 6, top: y + NOTE_SIZE.height - 11, width: 44, fill: '#fffdfa' }] : []),
  ];
  context.strokeStyle = INK;
  context.lineWidth = 2;
  for (const { left, top, width, fill } of tags) {
    context.fillStyle = fill;
    context.beginPath();
    context.roundRect(left, top, width, 11, 5);
    context.fill();
    context.stroke();
  }
}

/** That nobody else sees it: the dashed edge and the tag that its element has. */
function paintPrivate(context: CanvasRenderingContext2D, { x, y }: NoteShape): void {
  context.strokeStyle = INK;
  context.lineWidth = 2;
  context.setLineDash([8, 6]);
  context.strokeRect(x + 3, y + 3, NOTE_SIZE.width - 6, NOTE_SIZE.height - 6);
  context.setLineDash([]);
  context.fillStyle = INK;
  context.beginPath();
  context.roundRect(x + 8, y - 9, 62, 18, 6);
  context.fill();
}

function paintText(context: CanvasRenderingContext2D, { x, y, props }: NoteShape, zoom: number, look: Look): void {
  if (zoom * NOTE_TEXT_SIZES[0] < LEGIBLE) {
    paintRoughly(context, x, y, props.text);
    return;
  }
  const { size, lines } = fit(props);
  context.fillStyle = INK;
  if (zoom * size >= LEGIBLE) {
    context.font = `400 ${size}px ${look.font}`;
    lines.forEach((line, index) => context.fillText(line, x + PADDING, y + PADDING + (index * LINE_HEIGHT + BASELINE) * size));
    return;
  }
  context.globalAlpha = 0.4;
  lines.forEach((line, index) => {
    const length = Math.min(NOTE_TEXT_BOX.width, line.length * size * 0.52);
    context.fillRect(x + PADDING, y + PADDING + (index * LINE_HEIGHT + 0.35) * size, length, size * 0.5);
  });
  context.globalAlpha = 1;
}

/** Lines as long as the text, without looking at its words. */
function paintRoughly(context: CanvasRenderingContext2D, x: number, y: number, text: string): void {
  const size = text.length > 70 ? 15 : 20;
  const perLine = NOTE_TEXT_BOX.width / (size * 0.56);
  const room = Math.floor(NOTE_TEXT_BOX.height / (size * LINE_HEIGHT));
  context.fillStyle = INK;
  context.globalAlpha = 0.4;
  for (let line = 0, left = text.length; left > 0 && line < room; line += 1, left -= perLine) {
    // Lines end at words, so not all at the same place.
    const share = left >= perLine ? 0.84 + ((text.charCodeAt(line * 7) || 0) % 5) / 32 : left / perLine;
    context.fillRect(x + PADDING, y + PADDING + (line * LINE_HEIGHT + 0.3) * size, NOTE_TEXT_BOX.width * share, size * 0.55);
  }
  context.globalAlpha = 1;
}

function paintFoot(context: CanvasRenderingContext2D, { x, y }: NoteShape, { name, site }: Painted['byline'], look: Look): void {
  const room = NOTE_TEXT_BOX.width;
  const line = y + NOTE_SIZE.height - 14;
  context.fillStyle = '#4a463e';
  context.font = `600 ${FOOT_SIZE}px ${look.font}`;
  const used = Math.min(room, context.measureText(name).width);
  context.fillText(name, x + PADDING, line, room);
  if (site === '' || used + 30 > room) return;
  context.font = `400 ${FOOT_SIZE}px ${look.font}`;
  const wide = Math.min(context.measureText(site).width, room - used - 6);
  context.fillText(site, x + PADDING + room - wide, line, wide);
}

/** Smaller letters on a mark are left out; its colour is seen all the same. */
const WRITING_SIZE = 11;
/** How far above its note the mark of who writes there stands. */
const WRITING_TOP = 11;
/** How far that mark and its frame reach beyond the note. */
export const WRITING_ROOM = 12;

/** Paints who is writing in a note, as `.canvas-note-writing` looks on its element, with a frame that is seen from afar. */
export function paintWriting(context: CanvasRenderingContext2D, { x, y }: NoteShape, { names, color }: { names: string; color: string }, zoom: number, look: Look): void {
  context.strokeStyle = color;
  context.lineWidth = Math.min(24, 2.5 / zoom);
  context.strokeRect(x, y, NOTE_SIZE.width, NOTE_SIZE.height);
  context.font = `500 ${WRITING_SIZE}px ${look.font}`;
  const isLegible = zoom * WRITING_SIZE >= LEGIBLE;
  const width = isLegible ? Math.min(NOTE_SIZE.width - 16, context.measureText(names).width + 16) : NOTE_SIZE.width / 2;
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(x + 8, y - WRITING_TOP, width, 18, 9);
  context.fill();
  if (!isLegible) return;
  context.fillStyle = '#fff';
  context.fillText(names, x + 16, y + 2, width - 16);
}

/** The radius of a mark in pixels of the screen, and within which page units it stays. */
const MARK = 6.5;
const MARK_RANGE = [6, 70] as const;

/** Paints the mark of a note that is new to the reader, as `.note-new` looks on its element. */
export function paintUnread(context: CanvasRenderingContext2D, { x, y }: NoteShape, zoom: number): void {
  context.beginPath();
  context.arc(x + NOTE_SIZE.width - 2 / zoom, y + 2 / zoom, markRadius(zoom), 0, 2 * Math.PI);
  context.fillStyle = '#0f5e5a';
  context.fill();
  context.strokeStyle = '#fff';
  context.lineWidth = 2 / zoom;
  context.stroke();
}

/** In page units. */
export function markRadius(zoom: number): number {
  return Math.min(MARK_RANGE[1], Math.max(MARK_RANGE[0], MARK / zoom));
}
