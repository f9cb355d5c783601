import { LANGUAGES, type Language } from '../../shared/languages.ts';

/** The language that the address of a report asks for (`?lang=pt`), as a BCP 47 tag; empty where it asks for none. */
export function languageInAddress(): string {
  return new URLSearchParams(location.search).get('lang')?.trim() ?? '';
}

/** The language of ours that a tag means, or `null` for one that we do not speak. */
export function spokenLanguage(tag: string): Language | null {
  const base = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === base) ?? null;
}
