const LENGTH = 60;

/** The beginning of a note on one line, to name it by; cut at a word where that leaves enough. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  if (characters.length <= LENGTH) return line;
  const cut = characters.slice(0, LENGTH).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}
