import type { Case, Row } from '../scenarios/case.ts';
import { goalLines } from './goals.ts';
import { doubts, medianOf, type Measured } from './measured.ts';

/** A case and what it has measured, as Markdown. @param circumstances when and under what load */
export function formatCase(measured: Measured, asked: Case, circumstances: string): string {
  const doubtful = doubts(measured, asked).map((sentence) => `- ${sentence}`);
  return [
    `### ${asked.title}`,
    asked.about,
    table(measured, asked.rows),
    goalLines(measured, asked).join('\n'),
    doubtful.length > 0 ? `To be doubted:\n${doubtful.join('\n')}` : '',
    `_${circumstances}_`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function table(measured: Measured, rows: readonly Row[]): string {
  const lines = rows.map((row) => [row.label, ...measured.relays.map((relay) => cell(medianOf(measured, relay, row.key), row))]);
  const heading = ['', ...measured.relays.map(({ title }) => title)];
  const rule = ['---', ...measured.relays.map(() => '---:')];
  return [heading, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell(value: number | undefined, { digits = 0 }: Row): string {
  if (value === undefined) return '–';
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
