import { stringify } from 'csv-stringify/sync';
import { isoTime } from './formats.ts';
import { notesOf, type Report, type ReportNote } from './model.ts';
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
    texts.action,
    texts.owner,
    texts.due,
    texts.reactionsTitle,
    texts.comments,
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
    note.action ? (note.action.done ? texts.done : texts.toDo) : '',
    note.action?.owner ?? '',
    note.action?.due ?? '',
    reactionsCell(note),
    commentsCell(note),
  ]);
  return stringify([headings, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: '\r\n',
    // RFC 4180 wants quotes around a lone line feed too; left alone, only the whole delimiter gets them.
    quoted_match: /[\r\n]/,
  });
}

/** '👍 I agree: Ana, Béla', a line a kind. */
function reactionsCell({ reactions }: ReportNote): string {
  return reactions.map(({ emoji, meaning, names }) => `${emoji} ${meaning}: ${names.join(', ')}`).join('\n');
}

/** A comment a line, each with who said it and when. */
function commentsCell({ comments }: ReportNote): string {
  return comments
    .map(({ author, createdAt, text }) => `${[isoTime(createdAt), author].filter(Boolean).join(' ')}: ${text.replaceAll(/\s+/g, ' ').trim()}`)
    .join('\n');
}
