import { drawnBoard, sizeOf } from '../picture.ts';
import type { ToRender } from '../render.ts';
import { pdfData } from './data.ts';
import { withoutDirection } from './direction.ts';
import { template } from './template.ts';
import { typst, type Typst } from './typst.ts';

/**
 * A board of more notes is put in as a painted picture: the letters of a drawn one take Typst longer
 * than the rest of the report, and ten times as long as that where it is slow.
 */
const MOST_NOTES_DRAWN = { fast: 400, slow: 150 };

/**
 * A report as a tagged PDF: headings that are bookmarks, lists, tables with header cells, pictures
 * with alternative texts, page numbers, language, title and author.
 */
export async function reportAsPdf(told: ToRender): Promise<Uint8Array> {
  return pdfBy(await typst(), told);
}

/** The same, by one of the compilers there are. */
export async function pdfBy(typesetter: Typst, told: ToRender): Promise<Uint8Array> {
  const { report } = told;
  const drawing = drawnBoard(told);
  const isDrawn = report.totals.notes <= MOST_NOTES_DRAWN[typesetter.isFast ? 'fast' : 'slow'];
  const picture = isDrawn ? { file: '/board.svg', bytes: new TextEncoder().encode(withoutDirection(drawing)) } : { file: '/board.jpg', bytes: (await import('../painted.ts')).boardAsJpeg(told) };
  const data = { ...pdfData(report, { file: picture.file, ...sizeOf(drawing) }), day: dayOf(report.snapshot.savedAt) };
  return typesetter.typeset(template, { '/report.json': new TextEncoder().encode(JSON.stringify(data)), [picture.file]: picture.bytes });
}

/** The day in UTC for the document's date; `null` for what no calendar of four digits has. */
function dayOf(time: number): { year: number; month: number; day: number } | null {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1970 && year <= 9999 ? { year, month: date.getUTCMonth() + 1, day: date.getUTCDate() } : null;
}
