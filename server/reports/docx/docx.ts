import { Document, Footer, HeadingLevel, Packer, PageBreak, PageNumber, PageOrientation, Paragraph, ShadingType, Tab, TabStopType, TextRun, type FileChild, type ISectionOptions } from 'docx';
import { beginning } from '../../../shared/report/beginning.ts';
import { below, inARow, isolated } from '../../../shared/report/characters.ts';
import { chartBySite, chartDescription, LIGHT_CHART, siteCharts, type SiteChart } from '../../../shared/report/charts.ts';
import { notesIn, otherPlaces, type VoteCount } from '../../../shared/report/counts.ts';
import { coverOrnament } from '../../../shared/report/cover.ts';
import { formatNumber } from '../../../shared/report/formats.ts';
import { blockFacts, needsHeading } from '../../../shared/report/blocks.ts';
import { sectionsOf, type Report, type ReportApproach, type ReportBlock, type ReportColumn, type ReportNote } from '../../../shared/report/model.ts';
import { hasSiteColumns, siteLine, type ReportRound } from '../../../shared/report/rounds.ts';
import { reportTexts, type ReportTexts } from '../../../shared/report/texts.ts';
import { COLUMN_ACCENT } from '../../../shared/board/palette.ts';
import { fontFiles } from '../fonts.ts';
import { paintPng } from '../paint.ts';
import { boardForPaper } from '../painted.ts';
import { drawnBoard, sizeOf } from '../picture.ts';
import { facilitatorsInARow, peopleInARow, savedFacts, sitesInARow } from '../../../shared/report/lines.ts';
import type { ToRender } from '../render.ts';
import { noteParagraphs } from './notes.ts';
import { dotList, paragraph, picture, table } from './parts.ts';
import { COLORS, FONT, mm, numbering, styles } from './styles.ts';

/** The width of the text on a page, and of a page on its side, in pixels of 1/96 inch. */
const TEXT_WIDTH = 642;
const SIDE = { width: 1010, height: 560 };
/** A picture on paper: so many of its pixels for one of those. */
const SHARPNESS = 2.5;
/** Of the board, which has smaller letters: 300 dots to the inch. */
const PAPER_SHARPNESS = 3.125;

const PORTRAIT = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(22), bottom: mm(20), left: mm(20), right: mm(20), footer: mm(10) } };
// The library turns the sides round itself.
const LANDSCAPE = { size: { ...PORTRAIT.size, orientation: PageOrientation.LANDSCAPE }, margin: { top: mm(14), bottom: mm(16), left: mm(14), right: mm(14), footer: mm(8) } };

/** A report as a document to be edited further, in Word and its like: real headings, lists and tables, alternative texts. */
export async function reportAsDocx(told: ToRender): Promise<Uint8Array> {
  const { report, language } = told;
  const texts = reportTexts(language);
  const [regular, , bold] = await fontFiles();
  const footers = { default: footer(report, mm(170)) };
  const sections: ISectionOptions[] = [
    { properties: { page: PORTRAIT, titlePage: true }, footers, children: [...(await cover(report, texts)), ...words(texts.introduction, report.introduction), ...(await glance(report, texts)), ...actions(report, texts), ...rounds(report, texts), ...polls(report, texts)] },
    { properties: { page: LANDSCAPE }, footers: { default: footer(report, mm(269)) }, children: await wholeBoard(told, texts) },
    { properties: { page: PORTRAIT }, footers, children: [...sectionsOf(report).flatMap((one, index) => approach(one, index > 0, texts)), ...outside(report, texts), ...materials(report, texts), ...words(texts.conclusions, report.conclusions), ...ending(report, texts)] },
  ];
  const document = new Document({
    title: report.title,
    creator: report.snapshot.savedBy,
    lastModifiedBy: report.snapshot.savedBy,
    description: report.workshop,
    styles: styles(language),
    numbering: numbering(),
    fonts: [{ name: FONT, data: regular!, bold: bold! }],
    sections,
  });
  return Packer.toBuffer(document);
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel], options: { pageBreakBefore?: boolean; color?: string; ground?: string } = {}): Paragraph {
  const { color, ground, pageBreakBefore } = options;
  const shading = ground === undefined ? {} : { shading: { type: ShadingType.CLEAR, fill: ground } };
  return paragraph(text, { heading: level, keepNext: true, pageBreakBefore, ...shading }, color === undefined ? {} : { color });
}

async function cover(report: Report, texts: ReportTexts): Promise<FileChild[]> {
  const { totals, snapshot, sites, language } = report;
  const ornament = coverOrnament(report);
  const figures = [texts.notes(totals.notes), texts.people(totals.people), texts.sites(totals.sites), texts.approaches(report.approaches.length)];
  const saved = [texts.savedOn(report.dates.saved), report.dates.written === null ? '' : texts.written(report.dates.written), ...savedFacts(snapshot, texts)];
  return [
    paragraph(texts.report.toLocaleUpperCase(language), { style: 'Eyebrow' }),
    paragraph(report.title, { heading: HeadingLevel.TITLE }, titleSize(report.title)),
    ...(report.workshop === '' ? [] : [paragraph(report.workshop, { style: 'Subtitle' })]),
    ...(ornament === null ? [] : [picture(paintPng(ornament, SHARPNESS), sizeOf(ornament), TEXT_WIDTH, null)]),
    paragraph(figures.join('   ·   '), { spacing: { before: 480, after: 200 } }, { size: 28, bold: true, color: COLORS.accent }),
    paragraph(saved.filter(Boolean).join(' · '), { style: 'Soft' }),
    ...labelled(texts.facilitators, facilitatorsInARow(sites)),
    ...labelled(texts.units.sites(2), sitesInARow(sites, texts)),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

/** A long title is set smaller than its style says, so that the cover stays one page. In half points. */
function titleSize({ length }: string): { size?: number } {
  return length > 140 ? { size: 44 } : length > 70 ? { size: 54 } : {};
}

function labelled(label: string, text: string): Paragraph[] {
  return text === '' ? [] : [paragraph(label, { style: 'Label' }), paragraph(text)];
}

/** What the facilitator has written for the report. */
function words(title: string, paragraphs: readonly string[]): FileChild[] {
  return paragraphs.length === 0 ? [] : [heading(title, HeadingLevel.HEADING_1), ...paragraphs.map((text) => paragraph(text))];
}

async function glance(report: Report, texts: ReportTexts): Promise<FileChild[]> {
  const { summary, sites } = report;
  return [
    heading(texts.atAGlance, HeadingLevel.HEADING_1),
    paragraph(texts.notesByApproach, { style: 'Soft', keepNext: true }),
    countsTable(report, texts),
    ...(summary.votes ? votesByColumn(report, summary.votes, texts) : []),
    ...(await Promise.all(siteCharts(report).map((chart) => bySite(report, chart, texts)))).flat(),
    ...(summary.strongest.length > 0
      ? [
          heading(texts.strongest, HeadingLevel.HEADING_2),
          paragraph(texts.strongestExplained, { style: 'Soft', keepNext: true }),
          ...dotList(summary.strongest.map(({ note, place, response }) => `${beginning(note.text) || texts.emptyNote}\n${below(note.text, inARow([response, place, note.author, note.site]))}`)),
        ]
      : []),
    ...(summary.bySite.length > 1
      ? [
          heading(texts.agree, HeadingLevel.HEADING_2),
          ...dotList(summary.agree.length > 0 ? summary.agree : [texts.noAgreement]),
          heading(texts.differ, HeadingLevel.HEADING_2),
          ...dotList(summary.differ.length > 0 ? summary.differ : [texts.noDifference]),
        ]
      : []),
    heading(texts.whoTookPart, HeadingLevel.HEADING_2),
    ...(report.totals.people === 0 ? [paragraph(texts.nobodyYet, { style: 'Soft' })] : []),
    ...sites.flatMap(({ name, people, count, notes, about }) => [
      paragraph(inARow([name ?? texts.noSite, about, texts.people(count), texts.notes(notes)]), { keepNext: people.length > 0, spacing: { before: 120, after: 40 } }, { bold: true }),
      ...(people.length > 0 ? [paragraph(peopleInARow({ people }, texts))] : []),
    ]),
  ];
}

function countsTable(report: Report, texts: ReportTexts) {
  const { approaches, summary, language, totals } = report;
  const number = (n: number | null) => (n === null ? '' : formatNumber(n, language));
  const width = 62 / Math.max(1, approaches.length);
  return table(
    [{ width: 26 }, ...approaches.map(() => ({ width, number: true })), { width: 12, number: true }],
    [texts.column, ...approaches.map(({ title }) => title), texts.total],
    [
      ...summary.columns.map((column) => {
        const notes = approaches.map((one) => notesIn(one, column));
        return [column.title, ...notes.map(number), number(notes.reduce<number>((sum, n) => sum + (n ?? 0), 0))];
      }),
      ...otherPlaces(report).map(({ title, notes }) => [title, ...approaches.map(() => ''), number(notes)]),
      [texts.total, ...approaches.map(({ notes }) => number(notes)), number(totals.notes)],
    ],
  );
}

function votesByColumn({ approaches, language }: Report, { byColumn }: VoteCount, texts: ReportTexts): FileChild[] {
  const number = (n: number | null) => (n === null ? '–' : formatNumber(n, language));
  const width = 62 / Math.max(1, approaches.length);
  return [
    heading(texts.votesByColumn, HeadingLevel.HEADING_2),
    table(
      [{ width: 26 }, ...approaches.map(() => ({ width, number: true })), { width: 12, number: true }],
      [texts.column, ...approaches.map(({ title }) => title), texts.total],
      byColumn.map(({ title, counts, total }) => [title, ...counts.map(number), number(total)]),
    ),
  ];
}

async function bySite(report: Report, told: SiteChart, texts: ReportTexts): Promise<FileChild[]> {
  const { columns } = report.summary;
  const number = (n: number) => formatNumber(n, report.language);
  const chart = chartBySite(report, told, LIGHT_CHART);
  const width = 74 / (columns.length + 1);
  return [
    heading(told.title, HeadingLevel.HEADING_2),
    picture(paintPng(chart, SHARPNESS), sizeOf(chart), TEXT_WIDTH, { name: told.title, description: chartDescription(report, told) }),
    table(
      [{ width: 26 }, ...columns.map(() => ({ width, number: true })), { width, number: true }],
      [texts.table.site, ...columns.map(({ title }) => title), texts.total],
      told.sites.map(({ site, counts, total }) => [site || texts.noSite, ...counts.map(number), number(total)]),
    ),
  ];
}

function actions(report: Report, texts: ReportTexts): FileChild[] {
  if (report.actions.length === 0) return [];
  return [
    heading(texts.actions, HeadingLevel.HEADING_1),
    paragraph(texts.actionsExplained, { style: 'Soft', keepNext: true }),
    table(
      [{ width: 48 }, { width: 20 }, { width: 18 }, { width: 14 }],
      [texts.what, texts.owner, texts.due, texts.state],
      report.actions.map(({ note, place, owner, day, done }) => [
        [beginning(note.text) || texts.emptyNote, place].filter(Boolean).join('\n'),
        owner ?? texts.noOwner,
        day || texts.noDue,
        done ? texts.done : texts.toDo,
      ]),
    ),
  ];
}

function rounds(report: Report, texts: ReportTexts): FileChild[] {
  if (report.rounds.length === 0) return [];
  return [
    heading(texts.rounds.title, HeadingLevel.HEADING_1),
    paragraph(texts.rounds.explained, { style: 'Soft', keepNext: true }),
    ...report.rounds.flatMap((round) => [
      heading(round.question, HeadingLevel.HEADING_2),
      paragraph(round.facts.join(' · '), { style: 'Soft', keepNext: true }),
      round.items.length === 0 ? paragraph(texts.rounds.nobody) : roundTable(round, report, texts),
    ]),
  ];
}

/** Word breaks the heads of narrower columns within their words. */
const MOST_SITE_COLUMNS = 4;

/** Strength and breadth of each result, with every site. */
function roundTable(round: ReportRound, { language }: Report, texts: ReportTexts) {
  const number = (n: number) => formatNumber(n, language);
  const sites = hasSiteColumns(round, MOST_SITE_COLUMNS) ? round.sites : [];
  const cells = (counts: readonly number[]) => (sites.length > 0 ? counts.map(number) : []);
  const apart = (counts: readonly number[]) => (sites.length > 0 ? '' : siteLine(round, counts, language));
  const width = sites.length > 0 ? 11 : 0;
  return table(
    [{ width: 8, number: true }, { width: 72 - width * sites.length }, { width: 10, number: true }, { width: 10, number: true }, ...sites.map(() => ({ width, number: true }))],
    [texts.rounds.rank, texts.rounds.item, texts.rounds.strength, texts.rounds.breadth, ...sites.map((site) => site || texts.noSite)],
    [
      ...round.items.map(({ rank, text, place, votes, breadth, bySite }) => [
        number(rank),
        [text || texts.emptyNote, place, apart(bySite)].filter(Boolean).join('\n'),
        number(votes),
        number(breadth),
        ...cells(bySite),
      ]),
      ['', [texts.rounds.voters, apart(round.voters)].filter(Boolean).join('\n'), number(round.people), round.breadth === null ? '–' : number(round.breadth), ...cells(round.voters)],
    ],
  );
}

function polls({ polls: asked, language }: Report, texts: ReportTexts): FileChild[] {
  if (asked.length === 0) return [];
  return [
    heading(texts.polls.title, HeadingLevel.HEADING_1),
    paragraph(texts.polls.explained, { style: 'Soft', keepNext: true }),
    ...asked.flatMap(({ question, facts, answers }) => [
      heading(question, HeadingLevel.HEADING_2),
      paragraph(facts.join(' · '), { style: 'Soft', keepNext: true }),
      table(
        [{ width: 80 }, { width: 20, number: true }],
        [texts.polls.answer, texts.polls.answers],
        answers.map(({ answer, count }) => [answer, formatNumber(count, language)]),
      ),
    ]),
  ];
}

async function wholeBoard(told: ToRender, texts: ReportTexts): Promise<FileChild[]> {
  const { report } = told;
  const size = sizeOf(drawnBoard(told));
  const width = Math.round(Math.min(SIDE.width, (SIDE.height * size.width) / size.height));
  const alt = { name: texts.pictureTitle(report.title), description: texts.pictureDescription(texts.approaches(report.approaches.length), texts.notes(report.totals.notes)) };
  return [
    heading(texts.wholeBoard, HeadingLevel.HEADING_1),
    picture(boardForPaper(told, width * PAPER_SHARPNESS), size, width, alt),
    paragraph(texts.pictureCaption, { style: 'Small' }),
  ];
}

function approach(told: ReportApproach, onNewPage: boolean, texts: ReportTexts): FileChild[] {
  return [
    heading(told.title, HeadingLevel.HEADING_1, { pageBreakBefore: onNewPage }),
    ...(told.summary === '' ? [] : [paragraph(told.summary, { style: 'Soft' })]),
    ...(told.question === '' ? [] : [paragraph(told.question, { style: 'Question' })]),
    ...labelled(texts.useWhen, told.useWhen),
    ...labelled(texts.watchFor, told.watchFor),
    ...told.columns.flatMap((one) => column(one, texts)),
  ];
}

function column({ kind, title, notes, blocks, prompts }: ReportColumn, texts: ReportTexts): FileChild[] {
  const color = COLUMN_ACCENT[kind].light.slice(1);
  const ground = COLUMN_ACCENT[kind].lightTint.slice(1);
  const block = (told: ReportBlock, index: number) => [
    ...(needsHeading(told, index) ? [heading(`${isolated(told.title ?? texts.inNoGroup)} (${blockFacts(told, texts)})`, HeadingLevel.HEADING_3, { color })] : []),
    ...noteParagraphs(told.notes, texts),
  ];
  return [
    heading(`${isolated(title)} (${texts.notes(notes.length)})`, HeadingLevel.HEADING_2, { color, ground }),
    ...(blocks.length === 0 ? noteParagraphs([], texts) : blocks.flatMap(block)),
    ...(prompts.length > 0 ? [paragraph(texts.prompts, { style: 'Label' }), ...dotList(prompts.map(({ text }) => text), { style: 'SmallList', together: true })] : []),
  ];
}

function outside({ free, aside }: Report, texts: ReportTexts): FileChild[] {
  const part = (title: string, explained: string, notes: readonly ReportNote[]) =>
    notes.length === 0 ? [] : [heading(title, HeadingLevel.HEADING_1), paragraph(explained, { style: 'Soft', keepNext: true }), ...noteParagraphs(notes, texts)];
  return [...part(texts.free, texts.freeExplained, free), ...part(texts.aside, texts.asideExplained, aside)];
}

function materials({ approaches }: Report, texts: ReportTexts): FileChild[] {
  const given = approaches.filter((one) => one.materials.length > 0);
  return given.length === 0 ? [] : [heading(texts.materials, HeadingLevel.HEADING_1), ...given.flatMap((one) => [heading(one.title, HeadingLevel.HEADING_2), ...dotList([...new Set(one.materials)], { style: 'SmallList' })])];
}

function ending({ omissions, dates, template }: Report, texts: ReportTexts): FileChild[] {
  return [
    ...(omissions.length > 0 ? [heading(texts.notInThisReport, HeadingLevel.HEADING_2), ...dotList(omissions, { together: true })] : [paragraph(texts.nothingMissing, { style: 'Small', spacing: { before: 240 } })]),
    paragraph([texts.madeWith, template, dates.opened === null ? '' : texts.opened(dates.opened)].filter(Boolean).join(' · '), { style: 'Small' }),
  ];
}

/** The title on the left, the page on the right. @param width of the text, in twentieths of a point */
function footer({ title }: Report, width: number): Footer {
  const style = { size: 15, color: COLORS.soft };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          new TextRun({ ...style, text: beginning(title) }),
          new TextRun({ ...style, children: [new Tab(), PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
