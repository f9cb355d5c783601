import { boardPicture } from '../../../shared/report/picture.ts';
import { sizeOf, withoutDirection } from '../picture.ts';
import type { ToRender } from '../render.ts';
import { pdfData } from './data.ts';
import { template } from './template.ts';
import { typeset } from './typst.ts';

/**
 * A report as a tagged PDF: headings that are bookmarks, lists, tables with header cells, pictures
 * with alternative texts, page numbers, language, title and author.
 */
export async function reportAsPdf({ content, report, language }: ToRender): Promise<Uint8Array> {
  const picture = boardPicture(content, language);
  const data = { ...pdfData(report, sizeOf(picture)), day: dayOf(report.snapshot.savedAt) };
  return typeset(template, { 'report.json': JSON.stringify(data), 'board.svg': withoutDirection(picture) });
}

/** The day in UTC for the document's date; `null` for what no calendar of four digits has. */
function dayOf(time: number): { year: number; month: number; day: number } | null {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() } : null;
}
