const LENGTH = 160;

/** The beginning of a note on one line, to name it by in a list. */
export function beginning(text: string): string {
  const line = text.slice(0, LENGTH * 4).replaceAll(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= LENGTH ? line : `${characters.slice(0, LENGTH).join('').trimEnd()}…`;
}
