import type { Language } from '../../shared/languages.ts';

/** Languages that are often spoken where workshops are held, as BCP 47 subtags; any other can be written by a program. */
export const SPOKEN = ['bg', 'ca', 'cs', 'cy', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fi', 'fr', 'ga', 'gl', 'he', 'hr', 'hu', 'it', 'lt', 'lv', 'mt', 'nl', 'pl', 'pt', 'ro', 'sk', 'sl', 'sv', 'uk'] as const;

/** What a language is called in the reader's language. */
export function languageName(tag: string, reader: Language): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
