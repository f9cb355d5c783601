import type { Language } from '../languages.ts';
import { formatNumber, LOCALES } from './formats.ts';

/** The forms of a noun after a number, by the categories of Unicode CLDR; one the texts do not give falls back to `other`. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Counts things in a language. */
export function counting(language: Language) {
  const rules = new Intl.PluralRules(LOCALES[language]);
  /** The noun alone, as it stands after `n`. */
  const unit = (n: number, forms: Forms): string => forms[rules.select(n)] ?? forms.other;
  /** The number and its noun: '2 notes'. */
  const count = (n: number, forms: Forms): string => `${formatNumber(n, language)} ${unit(n, forms)}`;
  return { unit, count };
}
