import { describe, expect, it } from 'vitest';
import { withoutSmallLetters } from '../../../server/reports/small-letters.ts';
import { textWidth } from '../../../shared/board/text-fit.ts';
import { textLines } from '../../../shared/report/svg.ts';

const bars = (svg: string) => [...svg.matchAll(/<rect x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)"\/>/g)].map((found) => found.slice(1).map(Number));

describe('letters that nobody could read', () => {
  it('are bars where their lines are, as wide and in their colour', () => {
    const drawn = withoutSmallLetters(textLines(['Firmele & orașul', 'mentori'], 100, 50, { size: 20, fill: '#0f5e5a', width: 300 }), 21);
    expect(drawn).toMatch(/^<g fill="#0f5e5a"/);
    expect(drawn).not.toMatch(/<text|mentori/);
    const [first, second] = bars(drawn);
    expect(first![0]).toBe(100);
    expect(first![2]).toBeCloseTo(textWidth('Firmele & orașul') * 20, 0);
    expect(second![1]! - first![1]!).toBeGreaterThan(20);
  });

  it.each([
    ['end', 'count', 400],
    [undefined, 'שותפות עם בית הספר', 400],
  ] as const)('end at the right where they do (%s)', (align, text, right) => {
    const [bar] = bars(withoutSmallLetters(textLines([text], 100, 50, { size: 20, fill: '#000000', width: 300, ...(align && { align }) }), 21));
    expect(bar![0]! + bar![2]!).toBeCloseTo(right, 0);
  });

  it('are left as they are where they can be read', () => {
    const large = textLines(['A title'], 0, 0, { size: 44, fill: '#000000', width: 300 });
    expect(withoutSmallLetters(`<svg>${large}</svg>`, 44)).toBe(`<svg>${large}</svg>`);
  });
});
