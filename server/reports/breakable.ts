import { textWidth } from '../../shared/board/text-fit.ts';

/** A word wider than this, in ems, may meet a line that it does not fit into. */
const WIDEST_WORD = 11;
const ZERO_WIDTH_SPACE = '\u200b';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A text that a program which breaks lines only between words can set whole: in a word too wide for
 * a narrow column every character may end a line (U+200B).
 */
export function breakable(text: string): string {
  return text.replaceAll(/\S+/g, (word) => (textWidth(word) <= WIDEST_WORD ? word : Array.from(graphemes.segment(word), ({ segment }) => segment).join(ZERO_WIDTH_SPACE)));
}
