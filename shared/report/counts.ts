import { groupKey } from '../board/index.ts';
import type { Report, ReportApproach, ReportColumn, ReportNote } from './model.ts';
import { reportTexts } from './texts.ts';

/** Columns of one kind and name, which are counted together whatever approach they are in. */
export type CountedColumn = Pick<ReportColumn, 'kind' | 'title'>;

/** How many notes a site wrote under each counted column, or how many votes it gave there. */
export interface SiteCount {
  site: string;
  /** In the order of the counted columns. */
  counts: number[];
  total: number;
}

/** How many votes went to a counted column. */
export interface ColumnVotes extends CountedColumn {
  /** In the order of the approaches; `null` for one that has no such column. */
  counts: (number | null)[];
  total: number;
}

/** The votes of all rounds, on what is in the columns of approaches. */
export interface VoteCount {
  byColumn: ColumnVotes[];
  /** Only sites that voted, in the order of the report's sites. */
  bySite: SiteCount[];
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
    return { site, counts, total: sum(counts) };
  });
}

/** Where the votes went; `null` where none was given to anything in a column. */
export function countVotes({ approaches, rounds, sites }: Pick<Report, 'approaches' | 'rounds' | 'sites'>): VoteCount | null {
  const columns = countedColumns(approaches);
  const placeOf = placesOfItems(approaches, columns);
  const given = rounds.flatMap((round) => round.items.flatMap((item) => ({ ...item, sites: round.sites, place: placeOf.get(item.item) }))).filter(({ place }) => place !== undefined);
  if (given.length === 0) return null;
  const byColumn = columns.map((column, index) => {
    const counts = approaches.map((approach, at) => (notesIn(approach, column) === null ? null : sum(given.filter(({ place }) => place!.column === index && place!.approach === at).map(({ votes }) => votes))));
    return { ...column, counts, total: sum(counts.map((count) => count ?? 0)) };
  });
  const voted = new Set(given.flatMap((item) => item.sites));
  const order = [...sites.flatMap(({ name }) => name ?? []).filter((name) => voted.has(name)), ...[...voted].filter((name) => !sites.some((site) => site.name === name))];
  const bySite = order.map((site) => {
    const counts = columns.map((_, index) => sum(given.filter(({ place }) => place!.column === index).map((item) => item.bySite[item.sites.indexOf(site)] ?? 0)));
    return { site, counts, total: sum(counts) };
  });
  return { byColumn, bySite: bySite.filter(({ total }) => total > 0) };
}

/** By what a round calls them: the numbers of the approach and of the counted column in which notes and groups are. */
function placesOfItems(approaches: readonly ReportApproach[], columns: readonly CountedColumn[]): Map<string, { approach: number; column: number }> {
  const places = new Map<string, { approach: number; column: number }>();
  approaches.forEach((one, approach) => {
    for (const told of one.columns) {
      const place = { approach, column: columns.findIndex((counted) => isCountedWith(told, counted)) };
      for (const { id } of told.notes) places.set(id, place);
      for (const block of told.blocks) if (block.title !== null) places.set(groupKey(block.id), place);
    }
  });
  return places;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}

/** The sites that notes come from, each once; those in `order` first and as they stand there. */
export function sitesOf(notes: readonly ReportNote[], order: readonly string[]): string[] {
  const sites = new Set(notes.flatMap(({ site }) => site ?? []));
  return [...order.filter((site) => sites.has(site)), ...[...sites].filter((site) => !order.includes(site))];
}
