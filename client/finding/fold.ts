/** A text as it is compared: without case, accents and the finer points of typing. */
export interface Folded {
  text: string;
  /** For each character of `text`, where it begins in the original; one entry more, for its end. */
  at: readonly number[];
}

/** Letters that Unicode does not take apart into a letter and a mark, by what people type for them. */
const LETTERS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  // The flying point of Catalan (col·legi), which many keyboards lack.
  '·': '',
  '\u00ad': '',
  '\u200b': '',
  '\u200c': '',
  '\u200d': '',
};

const MARKS = /\p{M}/gu;
const WHITE = /\s/u;

/** One character as it is compared; nothing for a mark that stands by itself. */
function foldCharacter(character: string): string {
  const plain = character.normalize('NFKD').replace(MARKS, '').toLowerCase();
  if (WHITE.test(character)) return ' ';
  let folded = '';
  for (const letter of plain) folded += LETTERS[letter] ?? letter;
  return folded;
}

const cache = new Map<string, string>();

function folded(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const value = foldCharacter(character);
  // Boards hold some hundreds of different characters; whoever pastes all of Unicode fills no memory.
  if (cache.size < 4_000) cache.set(character, value);
  return value;
}

/** Folds a text, and keeps where each character came from. */
export function fold(original: string): Folded {
  let text = '';
  const at: number[] = [];
  let index = 0;
  for (const character of original) {
    const plain = folded(character);
    for (let i = 0; i < plain.length; i += 1) at.push(index);
    text += plain;
    index += character.length;
  }
  at.push(index);
  return { text, at };
}

/** Folds a text where nothing needs to be found back in the original. */
export function foldText(original: string): string {
  let text = '';
  for (const character of original) text += folded(character);
  return text;
}
