import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENT = join(import.meta.dirname, '../../../docs/performance.md');

/** Puts a part between its markers in the documentation, at the end when it is new. */
export function writePart(name: string, content: string): void {
  const [start, end] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const text = readFileSync(DOCUMENT, 'utf8');
  const part = `${start}\n${content}\n${end}`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  const next = from < 0 ? `${text.trimEnd()}\n\n${part}\n` : text.slice(0, from) + part + text.slice(to + end.length);
  writeFileSync(DOCUMENT, next);
}
