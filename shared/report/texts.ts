import type { Language } from '../languages.ts';
import { en, type ReportTexts } from './texts.en.ts';
import { pt } from './texts.pt.ts';

export type { ReportTexts } from './texts.en.ts';

const TEXTS: Record<Language, ReportTexts> = { en, pt };

/** The strings of reports in one language. */
export function reportTexts(language: Language): ReportTexts {
  return TEXTS[language];
}
