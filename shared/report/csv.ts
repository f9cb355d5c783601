import { stringify } from 'csv-stringify/sync';
import { isoTime } from './formats.ts';
import { notesOf, type Report } from './model.ts';
import { reportTexts } from './texts.ts';

/**
 * All notes as a table for a spreadsheet, one row a note, below one row of headings: RFC 4180 with
 * CRLF, and a byte order mark by which Excel knows UTF-8. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe (OWASP, CSV Injection).
 */
export function reportAsCsv(report: Report): string {
  const texts = reportTexts(report.language);
  const { table } = texts;
  const headings = [
    table.id,
    table.where,
    texts.approach,
    texts.column,
    texts.group,
    table.order,
    table.text,
    table.author,
    table.site,
    texts.color,
    table.created,
    table.language,
    table.x,
    table.y,
  ];
  const aside = new Set(report.aside);
  const rows = notesOf(report).map(({ note, approach, column }) => [
    note.id,
    column ? texts.inColumn : aside.has(note) ? [texts.aside, note.formerly ?? ''].filter(Boolean).join(': ') : texts.free,
    approach?.title ?? '',
    column?.title ?? '',
    note.group ?? '',
    column ? column.notes.indexOf(note) + 1 : '',
    note.text,
    note.author ?? '',
    note.site ?? '',
    texts.colors[note.color],
    isoTime(note.createdAt),
    note.language,
    note.position ? Math.round(note.position.x) : '',
    note.position ? Math.round(note.position.y) : '',
  ]);
  return stringify([headings, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    // RFC 4180 wants quotes around a lone line feed too; left alone, only the whole delimiter gets them.
    quoted_match: /[\r\n]/,
  });
}
