import writeExcelFile from 'write-excel-file/node';
import { legible } from '../../shared/report/characters.ts';
import { isoTime } from '../../shared/report/formats.ts';
import { reportTables, type Cell, type ReportTable } from '../../shared/report/tables.ts';
import { reportTexts } from '../../shared/report/texts.ts';
import type { ToRender } from './render.ts';

/** What a cell of a spreadsheet holds at most, in characters (ECMA-376 as Excel limits it). */
const LONGEST_CELL = 32_767;
/** The name of a sheet, in characters. */
const LONGEST_NAME = 31;

/** The tables of a report as sheets. Texts are texts: none is ever taken for a formula. */
export async function reportAsXlsx({ report, language }: ToRender): Promise<Uint8Array> {
  const { fullCell } = reportTexts(language);
  return writeExcelFile(reportTables(report).map((table) => sheet(table, fullCell)), { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function sheet({ name, columns, rows }: ReportTable, fullCell: string) {
  const heading = { fontWeight: 'bold', backgroundColor: '#e0efec', textColor: '#0f5e5a', alignVertical: 'center', height: 24 } as const;
  return {
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
    data: [columns.map(({ title }) => ({ value: title, type: String, ...heading })), ...rows.map((row) => row.map((value) => cell(value, fullCell)))],
  };
}

function cell(value: Cell, fullCell: string) {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' as const };
  if (typeof value === 'object') return moment(value.moment);
  const fitting = value.length <= LONGEST_CELL ? value : `${legible(value.slice(0, LONGEST_CELL - fullCell.length))}${fullCell}`;
  return { value: fitting, type: String, wrap: true, alignVertical: 'top' as const };
}

/** Spreadsheets know no time zones: UTC, as the heading says. */
function moment(time: number) {
  if (isoTime(time) === '') return null;
  return { value: new Date(time), type: Date, format: 'yyyy-mm-dd hh:mm', alignVertical: 'top' as const };
}

/** Excel takes neither these signs nor longer names. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, LONGEST_NAME);
}
