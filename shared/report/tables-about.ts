import { inARow } from './characters.ts';
import { LOCALES } from './formats.ts';
import { facilitatorsInARow, savedFacts } from './lines.ts';
import type { Report } from './model.ts';
import type { ReportTable } from './tables.ts';
import type { ReportTexts } from './texts.ts';

/** What the report is of, and what it says beside the notes: whoever is handed the tables alone knows them by it. */
export function aboutTable(report: Report, texts: ReportTexts): ReportTable {
  const { snapshot, dates, sites, summary } = report;
  const saved = inARow([texts.savedOn(dates.saved), ...savedFacts(snapshot, texts)]);
  const compared = summary.bySite.length > 1;
  const facts: [label: string, lines: readonly string[]][] = [
    [texts.workshop, [report.workshop]],
    [texts.dates, [saved, dates.written === null ? '' : texts.written(dates.written), dates.opened === null ? '' : texts.opened(dates.opened)]],
    [texts.facilitators, [facilitatorsInARow(sites)]],
    [texts.madeWith, [report.template]],
    [texts.introduction, report.introduction],
    [texts.agree, compared ? (summary.agree.length > 0 ? summary.agree : [texts.noAgreement]) : []],
    [texts.differ, compared ? (summary.differ.length > 0 ? summary.differ : [texts.noDifference]) : []],
    ...report.approaches.map(({ title, question, materials }): [string, string[]] => [title, [question, ...(materials.length > 0 ? [`${texts.materials}:`, ...new Set(materials)] : [])]]),
    [texts.conclusions, report.conclusions],
    [texts.notInThisReport, report.omissions.length > 0 ? report.omissions : [texts.nothingMissing]],
  ];
  return {
    name: texts.report,
    columns: [
      { title: texts.report, width: 28 },
      { title: report.title, width: 100 },
    ],
    rows: facts.map(([label, lines]) => [label, lines.filter((line) => line !== '').join('\n')]).filter(([, said]) => said !== ''),
  };
}

/** The sites, also those from which nobody joined under a name, with what is known of each. */
export function siteTable({ sites, language }: Report, texts: ReportTexts): ReportTable {
  return {
    name: asTitle(texts.units.sites(2), language),
    columns: [
      { title: texts.table.site, width: 24 },
      { title: texts.table.country, width: 20 },
      { title: texts.table.language, width: 20 },
      { title: texts.table.headcount, width: 14 },
      { title: asTitle(texts.units.people(2), language), width: 12 },
      { title: asTitle(texts.units.notes(2), language), width: 12 },
    ],
    rows: sites.map(({ name, country, spoken, headcount, count, notes }) => [name ?? texts.noSite, country, spoken, headcount || null, count, notes]),
  };
}

/** A word as it stands at the head of a sheet or a column. */
export function asTitle(word: string, language: Report['language']): string {
  const [first = '', ...others] = word;
  return first.toLocaleUpperCase(LOCALES[language]) + others.join('');
}
