import { AlignmentType, BorderStyle, ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType, type IParagraphOptions, type IRunOptions } from 'docx';
import { readsRightToLeft } from '../../../shared/report/characters.ts';
import { COLORS, DOTS } from './styles.ts';

/** What people wrote, as runs: line breaks kept, each line read from the side it is read from. */
export function runs(text: string, style: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun[] {
  return text.split('\n').map((line, index) => new TextRun({ text: line, rightToLeft: readsRightToLeft(line), ...style, ...(index > 0 && { break: 1 }) }));
}

/** One paragraph of a style with a text in it. */
export function paragraph(text: string, options: Omit<IParagraphOptions, 'text' | 'children'> = {}, style: Omit<IRunOptions, 'text' | 'children'> = {}): Paragraph {
  return new Paragraph({ ...options, bidirectional: readsRightToLeft(text), children: runs(text, style) });
}

/**
 * A list of short texts.
 * @param options.together on one page, as far as it fits on one
 */
export function dotList(texts: readonly string[], { style = 'ListParagraph', together = false }: { style?: string; together?: boolean } = {}): Paragraph[] {
  return texts.map((text, index) => paragraph(text, { style, numbering: { reference: DOTS, level: 0 }, keepNext: together && index < texts.length - 1 }));
}

/** A picture as wide as told, with what stands for it where it is not seen; `null` for an ornament, which nothing stands for. */
export function picture(png: Uint8Array, size: { width: number; height: number }, width: number, alt: { name: string; description: string } | null): Paragraph {
  return new Paragraph({
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width, height: Math.round((width * size.height) / size.width) },
        ...(alt ? { altText: { name: alt.name, title: alt.name, description: alt.description } } : { decorative: true }),
      }),
    ],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const HAIR = { style: BorderStyle.SINGLE, size: 4, color: COLORS.line };

/**
 * A table whose first row is repeated on each page and known as its heading.
 * @param columns their widths in hundredths of the whole, and those that hold numbers
 */
export function table(columns: readonly { width: number; number?: boolean }[], head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cell = (text: string, index: number, style: string) =>
    new TableCell({
      width: { size: columns[index]!.width, type: WidthType.PERCENTAGE },
      margins: { left: 0, right: 160, top: 0, bottom: 0 },
      borders: { top: NONE, left: NONE, right: NONE, bottom: HAIR },
      children: [paragraph(text, { style, ...(columns[index]!.number && { alignment: AlignmentType.RIGHT }) })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text, index) => cell(text, index, 'CellHead')) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, 'Cell')) })),
    ],
  });
}
