/**
 * The beginning of a note on one line, to name it by; cut at a word where that leaves enough.
 * @param length at most so many characters
 */
export function excerpt(text: string, length = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= length) return line;
  const cut = characters.slice(0, length).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > length / 2 ? cut.slice(0, space) : cut}…`;
}
