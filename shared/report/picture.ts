import { COLUMN_ACCENT, INK, NOTE_SHAPE_PREFIX, PAPER } from '../board/index.ts';
import { asideBox, LAYOUT, layOut, NOTE_SIZE, NOTE_TEXT_BOX, NOTE_TEXT_SIZES, type ApproachLayout, type Block, type BoardLayout, type Box, type ColumnLayout } from '../board/layout.ts';
import { fitText, LINE_HEIGHT, SEMI_BOLD } from '../board/text-fit.ts';
import type { Language } from '../languages.ts';
import { escapeXml, legible } from './characters.ts';
import type { SnapshotContent } from './content.ts';
import { boundsOf, corners } from './geometry.ts';
import { COLUMN_ICON_PATHS } from './icons.ts';
import { buildReport, notesOf, sectionsOf, type Report, type ReportApproach, type ReportColumn, type ReportNote } from './model.ts';
import { drawRecords, type Drawn } from './picture-drawings.ts';
import { drawMarks, drawVotes } from './picture-marks.ts';
import { element, textLines } from './svg.ts';
import { reportTexts, type ReportTexts } from './texts.ts';

/** The colours of the picture. It is always on a light ground, like a print of the board. */
const GROUND = '#faf7f2';
const SURFACE = '#fffdfa';
const LINE = '#e2d9ca';
const INK_SOFT = '#5d574d';
const ACCENT = '#0f5e5a';
const FONT = "'Rubik Variable', Rubik, system-ui, sans-serif";

/** Empty ground around everything that is drawn, in page units. */
const MARGIN = 64;
/** Of a group's header: what stands on the upper edge of its notes, an action, covers the end of it. */
const GROUP_TITLE_CLEAR = 16;
/** Room below everything for a line that says what is not shown. */
const OMISSION_HEIGHT = 64;
const OMISSION_WIDTH = 640;

/**
 * The whole board as an SVG document, drawn without a browser from the same layout as the canvas.
 * Valid XML without scripts, styles or anything from outside. A note whose text does not fit is
 * cut as on the canvas; its `<title>` holds the whole text.
 * @param report what the content is told as in that language, where that is known already
 */
export function boardPicture(content: SnapshotContent, language: Language, report: Report = buildReport(content, language)): string {
  const texts = reportTexts(language);
  const layout = layOut(content.approaches, content.notes, content.groups);
  const { drawings, undrawn } = drawRecords(content.drawings, (shapeId) => boxOfNote(shapeId, layout));
  const told = viewOf(layout, drawings);
  const omission = undrawn > 0 ? texts.notDrawn(undrawn) : '';
  const view = omission === '' ? told : { ...told, width: Math.max(told.width, OMISSION_WIDTH), height: told.height + OMISSION_HEIGHT };
  const description = texts.pictureDescription(texts.approaches(report.approaches.length), texts.notes(report.totals.notes));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${Math.floor(view.x)} ${Math.floor(view.y)} ${Math.ceil(view.width)} ${Math.ceil(view.height)}`,
      role: 'img',
      'aria-labelledby': 'board-picture-title',
      'aria-describedby': 'board-picture-description',
      lang: language,
      'font-family': FONT,
    },
    element('title', { id: 'board-picture-title' }, escapeXml(texts.pictureTitle(report.title))),
    element('desc', { id: 'board-picture-description' }, escapeXml([description, omission].filter((part) => part !== '').join(' '))),
    element('rect', { x: Math.floor(view.x), y: Math.floor(view.y), width: Math.ceil(view.width), height: Math.ceil(view.height), fill: GROUND }),
    ...layout.approaches.map((box) => drawApproach(box, report)),
    layout.aside.length > 0 ? drawAsideLabel(texts.aside, asideBox(layout)) : '',
    // Joined here: a board may hold more of them than a call may have arguments.
    notesOf(report)
      .map(({ note }) => drawNote(note, layout, texts))
      .join(''),
    drawings.map((drawing) => drawing.svg).join(''),
    omission === '' ? '' : drawOmission(omission, view),
  );
}

function drawApproach(box: ApproachLayout, report: Report): string {
  const approach = sectionsOf(report).find((candidate) => candidate.id === box.approach);
  if (!approach) return '';
  const width = box.width - 2 * LAYOUT.approachPadding;
  const left = box.x + LAYOUT.approachPadding;
  const line = (text: string, top: number, height: number, sizes: number[], style: { fill: string; weight?: number }) => {
    const fitted = fitText(legible(text), { width, height }, sizes);
    return textLines(fitted.lines, left, box.y + top, { size: fitted.size, width, ...style });
  };
  return element(
    'g',
    {},
    element('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 28, fill: SURFACE, stroke: LINE, 'stroke-width': 2 }),
    line(approach.title, 36, 64, [44, 36, 28, 22], { fill: INK, weight: 600 }),
    line(approach.summary, 106, 58, [20, 18, 16, 14], { fill: INK_SOFT }),
    line(approach.question, 182, 64, [28, 24, 20], { fill: ACCENT, weight: 500 }),
    ...box.columns.map((column) => drawColumn(column, approach)),
  );
}

function drawColumn(box: ColumnLayout, approach: ReportApproach): string {
  const column = approach.columns.find((candidate) => candidate.id === box.column);
  if (!column) return '';
  const accent = COLUMN_ACCENT[box.kind];
  const left = box.x + LAYOUT.columnPadding;
  const width = box.width - 2 * LAYOUT.columnPadding;
  return element(
    'g',
    {},
    element('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 18, fill: accent.lightTint }),
    drawIcon(column, left, box.y + 20, 32),
    textLines([column.title], left + 44, box.y + 18, { size: 28, weight: 600, fill: accent.light, width: width - 44 }),
    textLines([String(column.notes.length)], left, box.y + 20, { size: 24, weight: 500, fill: accent.light, width, align: 'end' }),
    ...column.prompts.map((prompt, index) => {
      const top = box.y + LAYOUT.columnHeader + index * (LAYOUT.prompt + LAYOUT.promptGap);
      return drawPrompt(prompt.text, { x: left, y: top, width, height: LAYOUT.prompt });
    }),
    ...box.blocks.map((block) => drawGroup(block, column)),
  );
}

/** The frame of a group with its title and count; its notes are drawn with all others. */
function drawGroup(block: Block, column: ReportColumn): string {
  const group = column.blocks.find((told) => told.title !== null && told.id === block.group);
  if (!group || group.title === null) return '';
  const accent = COLUMN_ACCENT[column.kind].light;
  const left = block.x + 14;
  const width = block.width - 28;
  const votes = drawVotes(group.votes, block.x + block.width - 14, block.y + 12);
  const room = width - 44 - votes.width;
  const title = fitText(group.title, { width: room / SEMI_BOLD, height: LAYOUT.groupHeader - GROUP_TITLE_CLEAR }, [20, 18, 16, 14]);
  const top = block.y + (LAYOUT.groupHeader - GROUP_TITLE_CLEAR / 2 - title.lines.length * title.size * LINE_HEIGHT) / 2;
  return element(
    'g',
    {},
    element('rect', { x: block.x, y: block.y, width: block.width, height: block.height, rx: 14, fill: SURFACE, 'fill-opacity': 0.7, stroke: accent, 'stroke-opacity': 0.5, 'stroke-width': 1.5 }),
    textLines(title.lines, left, top, { size: title.size, weight: 600, fill: accent, width: room }),
    textLines([String(group.notes.length)], left, block.y + 12, { size: 18, weight: 500, fill: accent, width: width - (votes.width && votes.width + 8), align: 'end' }),
    votes.svg,
  );
}

function drawIcon(column: ReportColumn, x: number, y: number, size: number): string {
  return element(
    'g',
    {
      transform: `translate(${x} ${y}) scale(${size / 24})`,
      fill: 'none',
      stroke: COLUMN_ACCENT[column.kind].light,
      'stroke-width': 2.2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    },
    ...COLUMN_ICON_PATHS[column.kind].map((d) => element('path', { d })),
  );
}

function drawPrompt(text: string, box: Box): string {
  const width = box.width - 28;
  const fitted = fitText(legible(text), { width, height: box.height - 8 }, [16, 15, 14, 13]);
  const height = fitted.lines.length * fitted.size * 1.3;
  return (
    element('rect', { ...box, rx: 10, fill: SURFACE, 'fill-opacity': 0.75 }) +
    textLines(fitted.lines, box.x + 14, box.y + (box.height - height) / 2, { size: fitted.size, fill: INK_SOFT, width })
  );
}

function drawNote(note: ReportNote, layout: BoardLayout, texts: ReportTexts): string {
  const place = layout.notes.get(note.id);
  if (!place) return '';
  const padding = (NOTE_SIZE.width - NOTE_TEXT_BOX.width) / 2;
  const fitted = fitText(note.text, NOTE_TEXT_BOX, NOTE_TEXT_SIZES);
  const signature = [note.author, note.site].filter((part) => part !== null && part !== '').join(' · ');
  const signed = fitText(signature, { width: NOTE_TEXT_BOX.width, height: 18 }, [12, 11]);
  const paper = { width: NOTE_SIZE.width, height: NOTE_SIZE.height, rx: 3 };
  return element(
    'g',
    { lang: note.language },
    element('title', {}, escapeXml(note.text)),
    element('rect', { x: place.x + 1, y: place.y + 3, ...paper, fill: '#3c2d14', 'fill-opacity': 0.14 }),
    element('rect', { ...place, ...paper, fill: PAPER[note.color] }),
    textLines(fitted.lines, place.x + padding, place.y + padding, { size: fitted.size, fill: INK, width: NOTE_TEXT_BOX.width }),
    signature === ''
      ? ''
      : textLines(signed.lines, place.x + padding, place.y + NOTE_SIZE.height - 26, { size: signed.size, fill: INK, width: NOTE_TEXT_BOX.width }),
    drawMarks(note, place, texts),
  );
}

function drawAsideLabel(label: string, place: Box): string {
  return textLines([label], place.x, place.y - 44, { size: 24, weight: 600, fill: INK_SOFT, width: 600 });
}

function drawOmission(sentence: string, view: Box): string {
  const width = view.width - 2 * MARGIN;
  const fitted = fitText(sentence, { width, height: OMISSION_HEIGHT }, [24, 18, 14, 11]);
  return textLines(fitted.lines, view.x + MARGIN, view.y + view.height - OMISSION_HEIGHT, { size: fitted.size, fill: INK_SOFT, width });
}

function boxOfNote(shapeId: string, layout: BoardLayout): Box | null {
  if (!shapeId.startsWith(NOTE_SHAPE_PREFIX)) return null;
  const place = layout.notes.get(shapeId.slice(NOTE_SHAPE_PREFIX.length));
  return place ? { ...place, ...NOTE_SIZE } : null;
}

function viewOf(layout: BoardLayout, drawings: readonly Drawn[]): Box {
  const labels = layout.aside.length > 0 ? [{ x: 0, y: asideBox(layout).y - 44 }] : [];
  const points = [
    ...layout.approaches.flatMap(corners),
    ...[...layout.notes.values()].flatMap((place) => corners({ ...place, ...NOTE_SIZE })),
    ...labels,
    ...drawings.flatMap(({ points, margin }) => {
      const bounds = boundsOf(points, margin);
      return bounds ? corners(bounds) : [];
    }),
  ];
  return boundsOf(points, MARGIN) ?? { x: 0, y: 0, width: 800, height: 600 };
}
