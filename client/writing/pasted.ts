import { PASTE_LIMIT } from '../../shared/protocol/limits.ts';

/** What a pasted text would be as notes. */
export interface Pasted {
  /** A text for each note, row by row: the cells of a spreadsheet, or the lines of a list. */
  rows: string[][];
  /** How many texts were left out, because nobody wants that many notes at once. */
  left: number;
}

/** A list's sign before each line, as programs put it there that copy a list as text. */
const BULLET = /^[•◦▪‣·*–—-]\s+/u;

/**
 * Reads a pasted text as a table or a list. Spreadsheets put a tab between cells, and quotation
 * marks around a cell in which there are line breaks, tabs or quotation marks; other quotation
 * marks are somebody's words and stay. Empty cells and lines are left out.
 */
export function readPasted(text: string): Pasted {
  const rows = withoutBullets(readTable(text.replace(/\r\n?/g, '\n')))
    .map((row) => row.map((cell) => cell.trim()).filter(Boolean))
    .filter((row) => row.length > 0);
  let room = PASTE_LIMIT;
  const kept = rows
    .map((row) => {
      const taken = row.slice(0, Math.max(0, room));
      room -= taken.length;
      return taken;
    })
    .filter((row) => row.length > 0);
  return { rows: kept, left: rows.flat().length - kept.flat().length };
}

/** All texts of a paste in reading order. */
export function pastedTexts({ rows }: Pasted): string[] {
  return rows.flat();
}

function readTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = quotedCell(text, at);
    const end = quoted?.end ?? endOfCell(text, at);
    rows.at(-1)!.push(quoted?.value ?? text.slice(at, end));
    if (text[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

function endOfCell(text: string, from: number): number {
  const end = text.slice(from).search(/[\t\n]/);
  return end < 0 ? text.length : from + end;
}

/** A cell in quotation marks, if one begins here and was quoted for a reason that a spreadsheet has. */
function quotedCell(text: string, from: number): { value: string; end: number } | null {
  const matched = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text.slice(from));
  if (!matched || !/[\t\n]|""/.test(matched[1]!)) return null;
  return { value: matched[1]!.replaceAll('""', '"'), end: from + matched[0].length };
}

function withoutBullets(rows: string[][]): string[][] {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const isList = filled.length > 1 && filled.every((row) => row.length === 1 && BULLET.test(row[0]!.trim()));
  return isList ? rows.map((row) => row.map((cell) => cell.trim().replace(BULLET, ''))) : rows;
}
