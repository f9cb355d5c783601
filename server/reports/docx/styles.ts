import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, type IPropertiesOptions } from 'docx';
import { NOTE_COLORS, PAPER } from '../../../shared/board/palette.ts';
import type { Language } from '../../../shared/languages.ts';
import { LOCALES } from '../../../shared/report/formats.ts';

/** The colours of the report, as Word writes them. */
export const COLORS = { ink: '22201C', soft: '5D574D', accent: '0F5E5A', line: 'E2D9CA' };

export const FONT = 'Rubik';

/** A list with a dot; `noteList` names the list whose sign is a piece of a note's paper. */
export const DOTS = 'dots';
export const noteList = (color: string) => `notes-${color}`;

const sized = (points: number) => points * 2;
const space = (before: number, after: number) => ({ before: before * 20, after: after * 20 });
/** Millimetres in twentieths of a point. */
export const mm = (length: number) => Math.round((length * 1440) / 25.4);

/** Styles under Word's own names where it has some, so that its navigation and its table of contents know them. */
export function styles(language: Language): IPropertiesOptions['styles'] {
  const heading = (size: number, before: number, after: number, color = COLORS.ink) => ({
    run: { size: sized(size), bold: true, color, font: FONT },
    paragraph: { spacing: space(before, after), keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: sized(10), color: COLORS.ink, language: { value: LOCALES[language] } },
        paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO, after: 100 } },
      },
      title: { run: { size: sized(34), bold: true, color: COLORS.ink, font: FONT }, paragraph: { spacing: { ...space(80, 14), line: 252, lineRule: LineRuleType.AUTO } } },
      heading1: heading(22, 20, 8),
      heading2: heading(14, 18, 6),
      heading3: heading(11.5, 11, 3),
      listParagraph: { paragraph: { spacing: space(0, 3) } },
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: sized(14), color: COLORS.soft }, paragraph: { spacing: space(0, 30) } },
      { id: 'Eyebrow', name: 'Eyebrow', basedOn: 'Normal', run: { size: sized(9), bold: true, allCaps: true, color: COLORS.accent, characterSpacing: 20 } },
      { id: 'Question', name: 'Question', basedOn: 'Normal', run: { size: sized(13.5), bold: true, color: COLORS.accent }, paragraph: { spacing: space(8, 12), indent: { left: 160 }, border: { left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: COLORS.accent } } } },
      { id: 'Soft', name: 'Explanation', basedOn: 'Normal', run: { color: COLORS.soft } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: sized(8.5), color: COLORS.soft }, paragraph: { spacing: space(0, 4) } },
      { id: 'SmallList', name: 'Small List', basedOn: 'ListParagraph', run: { size: sized(9), color: COLORS.soft }, paragraph: { spacing: space(0, 1) } },
      { id: 'Label', name: 'Label', basedOn: 'Normal', run: { size: sized(8), bold: true, allCaps: true, color: COLORS.soft, characterSpacing: 10 }, paragraph: { spacing: space(8, 2), keepNext: true } },
      { id: 'Note', name: 'Note', basedOn: 'ListParagraph', run: { size: sized(10.5) }, paragraph: { spacing: space(2, 3) } },
      { id: 'NoteComment', name: 'Note Comment', basedOn: 'ListParagraph', run: { size: sized(9) }, paragraph: { spacing: space(0, 3) } },
      { id: 'Cell', name: 'Table Text', basedOn: 'Normal', run: { size: sized(9.5) }, paragraph: { spacing: space(3, 3) } },
      { id: 'CellHead', name: 'Table Heading', basedOn: 'Normal', run: { size: sized(8.5), bold: true, color: COLORS.soft }, paragraph: { spacing: space(3, 3) } },
    ],
  };
}

/** How far notes stand in from the margin, in twentieths of a point. */
export const INDENT = 340;

/** Real lists, so that a reader is told where they begin and how long they are. */
export function numbering(): IPropertiesOptions['numbering'] {
  const level = (text: string, color: string, size: number, left: number, depth = 0) => ({
    level: depth,
    format: LevelFormat.BULLET,
    text,
    alignment: AlignmentType.LEFT,
    style: { run: { color, size: sized(size), font: 'Arial' }, paragraph: { indent: { left, hanging: INDENT - 60 } } },
  });
  return {
    config: [
      { reference: DOTS, levels: [level('•', COLORS.accent, 10, INDENT)] },
      ...NOTE_COLORS.map((color) => ({ reference: noteList(color), levels: [level('\u25a0', PAPER[color].slice(1), 15, INDENT), level('–', COLORS.soft, 9, 2 * INDENT, 1)] })),
    ],
  };
}
