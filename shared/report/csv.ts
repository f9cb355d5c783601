import { stringify } from 'csv-stringify/sync';
import { isoTime } from './formats.ts';
import type { Report } from './model.ts';
import { noteTable, type Cell } from './tables.ts';

/**
 * All notes as a table for a spreadsheet, one row a note, below one row of headings: RFC 4180 with
 * CRLF, and a byte order mark by which Excel knows UTF-8. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe (OWASP, CSV Injection). Moments are ISO 8601 in UTC.
 */
export function reportAsCsv(report: Report): string {
  const { columns, rows } = noteTable(report);
  return stringify([columns.map(({ title }) => title), ...rows.map((row) => row.map(written))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    // RFC 4180 wants quotes around a lone line feed too; left alone, only the whole delimiter gets them.
    quoted_match: /[\r\n]/,
  });
}

function written(cell: Cell): string | number {
  if (cell === null) return '';
  return typeof cell === 'object' ? isoTime(cell.moment) : cell;
}
