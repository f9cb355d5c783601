import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/languages.ts';
import { reportTexts } from '../../../shared/report/texts.ts';

/** Every string of a tree of texts by its path; functions are called with something to say. */
function strings(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'function') return [[`${path}${key}`, String((value as (a: unknown, b: unknown) => unknown)(3, 'b'))]];
    return typeof value === 'object' ? strings(value as object, `${path}${key}.`) : [[`${path}${key}`, String(value)]];
  });
}

describe('the texts of reports', () => {
  it('are complete in every language', () => {
    const keys = strings(reportTexts('en')).map(([key]) => key);
    for (const language of LANGUAGES) {
      const texts = strings(reportTexts(language));
      expect(texts.map(([key]) => key).sort()).toEqual([...keys].sort());
      expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('count in the forms of the language', () => {
    const [en, pt] = [reportTexts('en'), reportTexts('pt')];
    expect([0, 1, 2, 1234].map(en.notes)).toEqual(['0 notes', '1 note', '2 notes', '1,234 notes']);
    // European Portuguese has the plural after zero, unlike Brazilian (CLDR, pt_PT).
    expect([0, 1, 2].map(pt.sites)).toEqual(['0 locais', '1 local', '2 locais']);
    expect([0, 1, 2].map(pt.people)).toEqual(['0 pessoas', '1 pessoa', '2 pessoas']);
  });
});
