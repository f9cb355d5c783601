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

/**
 * Whether a text reads from right to left: whether its first letter is one of a script that does
 * (the first-strong rule of the Unicode Bidirectional Algorithm, P2 and P3).
 */
export function readsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(letter);
}
