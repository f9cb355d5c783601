/** Cuts a text at a number of characters without splitting one of two code units. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const last = cut.charCodeAt(cut.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut;
}

/** A text on one line, as names are kept: without line breaks and spaces around it. */
export function oneLine(text: string, limit: number): string {
  return cutText(text.replaceAll(/\s+/gu, ' ').trim(), limit).trimEnd();
}
