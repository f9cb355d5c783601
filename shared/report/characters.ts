/**
 * A text without what no XML document may hold: lone surrogates and control characters
 * (XML 1.0, production 2 `Char`). Line breaks and tabs stay.
 */
export function legible(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters to be taken out
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '').replaceAll(/\r\n?/g, '\n');
}

/** What stands for itself, as most attributes of a picture do. */
const PLAIN = /^[A-Za-z0-9 #.,:()-]*$/;

/** Escapes a text for the content and the attributes of XML and of HTML. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return legible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** The isolates: by the first strong letter, from the left, and the end of either. */
const [FSI, LRI, PDI] = ['\u2068', '\u2066', '\u2069'];
const ISOLATED = /[\u2066-\u2068][^\u2069]*\u2069/g;

/**
 * Whether a text reads from right to left: whether its first letter outside what is isolated is one
 * of a script that does (the first-strong rule of the Unicode Bidirectional Algorithm, P2 and P3).
 */
export function readsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text.includes(PDI) ? text.replaceAll(ISOLATED, '') : text)?.[0];
  return letter !== undefined && FROM_THE_RIGHT.test(letter);
}

/**
 * What people wrote, for the midst of a sentence of ours: a name that is read from the right does not
 * take the number or the sign beside it to its other end (UAX 9, explicit directional isolates).
 * What has such a name in it already stays as it is.
 */
export function isolated(text: string): string {
  return FROM_THE_RIGHT.test(text) && !text.includes(PDI) ? `${FSI}${text}${PDI}` : text;
}

/**
 * A line of ours below a text of somebody's in one paragraph: it is read from the left also where
 * that text is read from the right, and its numbers stay where they are written.
 */
export function below(text: string, line: string): string {
  return readsRightToLeft(text) ? `${LRI}${line}${PDI}` : line;
}

/** Facts in a row, with a dot between; those that are not known are left out. */
export function inARow(facts: readonly (string | number | false | null | undefined)[]): string {
  return facts.flatMap((fact) => (fact ? isolated(String(fact)) : [])).join(' · ');
}

/** Names in a row, with a comma between. */
export function namesInARow(names: readonly string[]): string {
  return names.map(isolated).join(', ');
}
