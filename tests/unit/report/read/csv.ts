/**
 * Reads CSV by the grammar of RFC 4180, section 2, and nothing more lenient.
 * @throws where the text is not of that grammar
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const quoted = text[at] === '"';
    const field = quoted ? readQuoted(text, at) : readPlain(text, at);
    rows[rows.length - 1]!.push(field.value);
    at = field.end;
    if (at === text.length) break;
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) rows[rows.length - 1]!.push('');
    } else if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else throw new Error(`Unexpected ${JSON.stringify(text[at])} at ${at}`);
  }
  return rows;
}

function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') value += text[at];
    else if (text[at + 1] === '"') {
      value += '"';
      at += 1;
    } else return { value, end: at + 1 };
  }
  throw new Error(`The field at ${start} is not closed`);
}

function readPlain(text: string, start: number): { value: string; end: number } {
  const value = /^[^,"\r\n]*/.exec(text.slice(start))![0];
  return { value, end: start + value.length };
}
