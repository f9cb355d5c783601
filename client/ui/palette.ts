import { COLUMN_ACCENT, INK, PAPER } from '../../shared/board/palette.ts';

const declare = (values: [string, string][]) => values.map(([name, value]) => `${name}:${value};`).join('');

/** Makes the colours of papers and columns known to the style sheets: `--paper-sun`, `--column-obstacles`, … */
export function installPalette(): void {
  const papers = Object.entries(PAPER).map(([name, value]): [string, string] => [`--paper-${name}`, value]);
  const columns = (ground: 'light' | 'dark', tint: 'lightTint' | 'darkTint') =>
    Object.entries(COLUMN_ACCENT).flatMap(([kind, accent]): [string, string][] => [
      [`--column-${kind}`, accent[ground]],
      [`--column-${kind}-tint`, accent[tint]],
    ]);
  const style = document.createElement('style');
  style.textContent =
    `:root{${declare([['--paper-ink', INK], ...papers, ...columns('light', 'lightTint')])}}` +
    `:root[data-theme='dark']{${declare(columns('dark', 'darkTint'))}}`;
  document.head.append(style);
}
