import type { Report, ReportApproach, ReportColumn, ReportNote } from './model.ts';
import { reportTexts } from './texts.ts';

/** Columns of one kind and name, which are counted together whatever approach they are in. */
export type CountedColumn = Pick<ReportColumn, 'kind' | 'title'>;

/** How many notes of each counted column a site wrote. */
export interface SiteCount {
  site: string;
  /** In the order of the counted columns. */
  notes: number[];
  total: number;
}

/** The columns of all approaches, those of one kind and name counted together, as they come first. */
export function countedColumns(approaches: readonly ReportApproach[]): CountedColumn[] {
  const counted: CountedColumn[] = [];
  for (const column of approaches.flatMap((approach) => approach.columns)) {
    if (!counted.some((known) => isCountedWith(column, known))) counted.push({ kind: column.kind, title: column.title });
  }
  return counted;
}

export function isCountedWith(column: CountedColumn, counted: CountedColumn): boolean {
  return column.kind === counted.kind && column.title === counted.title;
}

/** The notes of an approach in a counted column; `null` where the approach has no such column. */
export function notesIn(approach: ReportApproach, counted: CountedColumn): number | null {
  const columns = approach.columns.filter((column) => isCountedWith(column, counted));
  return columns.length === 0 ? null : columns.reduce((sum, column) => sum + column.notes.length, 0);
}

/** What is in no column of an approach: the parking lot, and what lay outside of all columns or is set aside. */
export function otherPlaces({ parking, free, aside, language }: Pick<Report, 'parking' | 'free' | 'aside' | 'language'>): { title: string; notes: number }[] {
  const outside = free.length + aside.length;
  return [...(parking ? [{ title: parking.title, notes: parking.notes }] : []), ...(outside > 0 ? [{ title: reportTexts(language).outsideColumns, notes: outside }] : [])];
}

/** Who wrote how much where: the sites with notes in columns, in the order of the report's sites. */
export function countBySite({ approaches, sites }: Pick<Report, 'approaches' | 'sites'>): SiteCount[] {
  const counted = countedColumns(approaches);
  const notes = counted.map((one) => approaches.flatMap((approach) => approach.columns.filter((column) => isCountedWith(column, one))).flatMap((column) => column.notes));
  return sitesOf(notes.flat(), sites.flatMap(({ name }) => name ?? [])).map((site) => {
    const counts = notes.map((ofColumn) => ofColumn.filter((note) => note.site === site).length);
    return { site, notes: counts, total: counts.reduce((sum, count) => sum + count, 0) };
  });
}

/** The sites that notes come from, each once; those in `order` first and as they stand there. */
export function sitesOf(notes: readonly ReportNote[], order: readonly string[]): string[] {
  const sites = new Set(notes.flatMap(({ site }) => site ?? []));
  return [...order.filter((site) => sites.has(site)), ...[...sites].filter((site) => !order.includes(site))];
}
