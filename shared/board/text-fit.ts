import { FONT_WIDTHS } from './font-widths.ts';

/**
 * Breaks texts into lines without a browser, so that a note looks the same on the canvas, in the
 * picture the server draws and in print.
 */

const widths = new Map<number, number>();
for (const [start, digits] of FONT_WIDTHS) {
  for (let i = 0; i * 2 < digits.length; i += 1) widths.set(start + i, Number.parseInt(digits.slice(i * 2, i * 2 + 2), 36) / 1000);
}

/** Characters outside the font (emoji, CJK) are about an em wide. */
const WIDE = 1.1;
export const LINE_HEIGHT = 1.3;
/** Headings are semi-bold, and so much wider than text of the widths we know. */
export const SEMI_BOLD = 1.08;

/** The width of a text in ems. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widths.get(character.codePointAt(0)!) ?? WIDE;
  return width;
}

/** Breaks a text into lines of at most `width` ems, at spaces where it can, within a word where it must. */
export function breakLines(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let used = 0;
    for (const word of paragraph.split(/(?<=\s)/)) {
      const whole = textWidth(word.trimEnd());
      if (used > 0 && used + whole > width) {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
      }
      if (whole <= width) {
        line += word;
        used += textWidth(word);
        continue;
      }
      for (const character of word) {
        const wide = textWidth(character);
        if (used > 0 && used + wide > width) {
          lines.push(line);
          line = '';
          used = 0;
        }
        line += character;
        used += wide;
      }
    }
    lines.push(line.trimEnd());
  }
  return lines;
}

export interface FittedText {
  /** In the units of the box. */
  size: number;
  lines: string[];
  /** The text does not fit even at the smallest size; the last line then ends in an ellipsis. */
  cut: boolean;
}

/**
 * The largest of `sizes` at which a text fits into a box; at the smallest, what does not fit is cut.
 * @param sizes font sizes from large to small, in the units of the box
 */
export function fitText(text: string, box: { width: number; height: number }, sizes: readonly number[]): FittedText {
  for (const size of sizes) {
    const room = Math.floor(box.height / (size * LINE_HEIGHT));
    // A text with more characters than could stand there at half an em each is not worth breaking.
    if (text.length * 0.2 * size > room * box.width) continue;
    const lines = breakLines(text, box.width / size);
    if (lines.length <= room) return { size, lines, cut: false };
  }
  const size = sizes[sizes.length - 1]!;
  const room = Math.max(1, Math.floor(box.height / (size * LINE_HEIGHT)));
  const lines = breakLines(text.slice(0, Math.ceil((room * box.width) / (0.2 * size))), box.width / size);
  const kept = lines.slice(0, room);
  kept[room - 1] = `${(kept[room - 1] ?? '').replace(/.$/u, '')}…`;
  return { size, lines: kept, cut: true };
}
