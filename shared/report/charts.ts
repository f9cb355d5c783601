import { COLUMN_ACCENT, INK } from '../board/palette.ts';
import { fitText, textWidth } from '../board/text-fit.ts';
import type { ColumnKind } from '../stage/columns.ts';
import { escapeXml, isolated } from './characters.ts';
import type { CountedColumn, SiteCount } from './counts.ts';
import { formatNumber } from './formats.ts';
import { COLUMN_ICON_PATHS } from './icons.ts';
import type { Report } from './model.ts';
import { element, textLines } from './svg.ts';
import { reportTexts } from './texts.ts';

/** The colours of a chart, as values of SVG attributes. */
export interface ChartColors {
  ink: string;
  soft: string;
  line: string;
  /** Of a column's bar, and of what is written on it. */
  bar(kind: ColumnKind): string;
  onBar: string;
}

/** For paper and wherever the ground is light. */
export const LIGHT_CHART: ChartColors = { ink: INK, soft: '#5d574d', line: '#e2d9ca', bar: (kind) => COLUMN_ACCENT[kind].light, onBar: '#ffffff' };

const WIDTH = 720;
const LABEL_WIDTH = 150;
const TOTAL_WIDTH = 44;
const ROW = 34;
const BAR = 22;
const SIZE = 14;
const LEGEND_LINE = 28;

interface Row {
  label: string;
  parts: { column: CountedColumn; notes: number }[];
}

/** A chart of each site by column, with the title of what it counts. */
export interface SiteChart {
  title: string;
  sites: readonly SiteCount[];
}

/** How many notes each site wrote, and how many votes it gave where people voted, under each column. */
export function siteCharts({ language, summary }: Pick<Report, 'language' | 'summary'>): SiteChart[] {
  const texts = reportTexts(language);
  const charts = [
    { title: texts.notesBySite, sites: summary.bySite },
    { title: texts.votesBySite, sites: summary.votes?.bySite ?? [] },
  ];
  return charts.filter(({ sites }) => sites.length > 0);
}

/**
 * How many notes each site wrote under each column, or how many votes it gave there, as bars: an SVG
 * document without styles. Every part says its number; a table beside it says the same for those who
 * do not see it.
 */
export function chartBySite(report: Report, chart: SiteChart, colors: ChartColors): string {
  const { columns } = report.summary;
  const rows = chart.sites.map(({ site, counts }) => ({ label: site || reportTexts(report.language).noSite, parts: columns.map((column, index) => ({ column, notes: counts[index]! })) }));
  const legend = legendLines(columns, colors);
  const top = legend.height + 8;
  const most = Math.max(1, ...rows.map(total));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${top + rows.length * ROW}`,
      role: 'img',
      'aria-label': chartDescription(report, chart),
      'font-family': "'Rubik Variable', Rubik, system-ui, sans-serif",
    },
    legend.svg,
    ...rows.map((row, index) => bar(row, top + index * ROW, most, report, colors)),
  );
}

/** The chart in a sentence, for whoever does not see it. */
export function chartDescription({ language }: Report, { title, sites }: SiteChart): string {
  return `${title}: ${sites.map(({ site, total: all }) => `${isolated(site || reportTexts(language).noSite)} ${formatNumber(all, language)}`).join(', ')}.`;
}

function total({ parts }: Row): number {
  return parts.reduce((sum, { notes }) => sum + notes, 0);
}

function bar(row: Row, y: number, most: number, { language }: Report, colors: ChartColors): string {
  const room = WIDTH - LABEL_WIDTH - TOTAL_WIDTH;
  const label = fitText(row.label, { width: LABEL_WIDTH - 12, height: SIZE * 1.4 }, [SIZE, 12]);
  let x = LABEL_WIDTH;
  const parts = row.parts
    .filter(({ notes }) => notes > 0)
    .map(({ column, notes }) => {
      const width = (notes / most) * room;
      const number = formatNumber(notes, language);
      const svg =
        element('rect', { x, y: y + (ROW - BAR) / 2, width: Math.max(1, width - 1.5), height: BAR, rx: 3, fill: colors.bar(column.kind) }) +
        (textWidth(number) * 12 + 8 > width ? '' : text(number, x + (width - 1.5) / 2, y + ROW / 2, { size: 12, fill: colors.onBar, anchor: 'middle', weight: 500 }));
      x += width;
      return svg;
    });
  return (
    textLines(label.lines, 0, y + (ROW - label.lines.length * label.size * 1.3) / 2, { size: label.size, fill: colors.ink, width: LABEL_WIDTH - 12, weight: 500 }) +
    parts.join('') +
    text(formatNumber(total(row), language), x + 8, y + ROW / 2, { size: SIZE, fill: colors.ink, weight: 600 })
  );
}

/** The columns with their signs, so that no colour has to be told from another. */
function legendLines(columns: readonly CountedColumn[], colors: ChartColors): { svg: string; height: number } {
  let [x, y] = [LABEL_WIDTH, 0];
  const entries = columns.map(({ kind, title }) => {
    const name = fitText(title, { width: 240, height: 20 }, [13]).lines[0]!;
    const width = 40 + textWidth(name) * 13;
    if (x > LABEL_WIDTH && x + width > WIDTH) [x, y] = [LABEL_WIDTH, y + LEGEND_LINE];
    const svg =
      element('rect', { x, y: y + 5, width: 14, height: 14, rx: 3, fill: colors.bar(kind) }) +
      element(
        'g',
        { transform: `translate(${x + 20} ${y + 5}) scale(${14 / 24})`, fill: 'none', stroke: colors.bar(kind), 'stroke-width': 2.4, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' },
        ...COLUMN_ICON_PATHS[kind].map((d) => element('path', { d })),
      ) +
      text(name, x + 38, y + 12, { size: 13, fill: colors.soft });
    x += width + 18;
    return svg;
  });
  return { svg: entries.join(''), height: y + LEGEND_LINE };
}

/** One line whose middle is at `y`. */
function text(line: string, x: number, y: number, style: { size: number; fill: string; anchor?: string; weight?: number }): string {
  return element('text', { x, y: y + style.size * 0.35, 'font-size': style.size, fill: style.fill, 'text-anchor': style.anchor, 'font-weight': style.weight }, escapeXml(line));
}
