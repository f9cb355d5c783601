import { describe, expect, it, test } from 'vitest';
import { COLUMN_ACCENT, INK, NOTE_COLORS, PAPER } from '../../../shared/board/index.ts';
import { COLORS } from '../../../client/ui/person-color.ts';
import { contrast, mix } from '../../support/contrast.ts';
import { readSource } from '../../support/source.ts';

/** WCAG 2.2: text (1.4.3, AA), text (1.4.6, AAA), and what is no text (1.4.11). */
const TEXT = 4.5;
const TEXT_AAA = 7;
const SIGN = 3;

/** The tokens of a theme, as tokens.css has them. */
function tokens(theme: 'light' | 'dark'): (name: string) => string {
  const [light, dark] = readSource('client/ui/tokens.css').split(":root[data-theme='dark']") as [string, string];
  const values = new Map([...(theme === 'light' ? light : dark).matchAll(/--([\w-]+):\s*(#[\da-f]{6});/gi)].map((match) => [match[1]!, match[2]!]));
  return (name) => values.get(name) ?? expect.fail(`no colour --${name} in the ${theme} theme`);
}

test('black on white is 21, and a colour on itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#855200', '#855200')).toBe(1);
});

describe.each(NOTE_COLORS)('a note on %s paper, the same in both themes', (color) => {
  it('has writing that can be read by nearly everybody', () => {
    expect(contrast(INK, PAPER[color])).toBeGreaterThanOrEqual(TEXT_AAA);
  });

  it('has a name and a site that can be read', () => {
    const foot = readSource('client/canvas/canvas.css').match(/\.canvas-note-foot \{[^}]*?\n  color: (#[\da-f]{6})/)?.[1];
    expect(contrast(foot!, PAPER[color])).toBeGreaterThanOrEqual(TEXT);
    const share = Number(readSource('client/columns/columns.css').match(/\.note-byline \{[^}]*?var\(--paper-ink\) (\d+)%/)?.[1]) / 100;
    expect(contrast(mix(INK, share, PAPER[color]), PAPER[color])).toBeGreaterThanOrEqual(TEXT);
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const token = tokens(theme);

  it.each(['ground', 'surface', 'sunken'])('words and links can be read on --%s', (ground) => {
    expect(contrast(token('ink'), token(ground))).toBeGreaterThanOrEqual(TEXT_AAA);
    for (const ink of ['ink-soft', 'accent']) expect([ink, contrast(token(ink), token(ground)) >= TEXT]).toEqual([ink, true]);
  });

  it.each([['on-accent', 'accent'], ['on-accent', 'accent-hover'], ['ink', 'accent-tint'], ['danger', 'danger-tint'], ['danger', 'surface'], ['warn-ink', 'warn-tint']])(
    '--%s can be read on --%s',
    (ink, ground) => {
      expect(contrast(token(ink), token(ground))).toBeGreaterThanOrEqual(TEXT);
    },
  );

  it('the edges of fields and the mark of the focus can be seen', () => {
    for (const ground of ['ground', 'surface']) {
      expect(contrast(token('line-strong'), token(ground))).toBeGreaterThanOrEqual(SIGN);
      expect(contrast(token('accent'), token(ground))).toBeGreaterThanOrEqual(SIGN);
    }
  });

  it.each(Object.entries(COLUMN_ACCENT))('the words of %s can be read on their tint, and prompts in it too', (_kind, accent) => {
    const [ink, tint] = theme === 'light' ? [accent.light, accent.lightTint] : [accent.dark, accent.darkTint];
    expect(contrast(ink, tint)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(ink, token('surface'))).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(token('ink-soft'), tint)).toBeGreaterThanOrEqual(TEXT);
    expect(contrast(token('ink'), tint)).toBeGreaterThanOrEqual(TEXT_AAA);
  });
});

test.each(COLORS)('white initials can be read on a person’s %s', (color) => {
  expect(contrast('#ffffff', color)).toBeGreaterThanOrEqual(TEXT);
});
