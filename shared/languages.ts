/** The languages Plenary speaks, as BCP 47 tags; the first is what anyone falls back to. */
export const LANGUAGES = ['en', 'pt'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Each language by its own name, for a chooser that everybody can read. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', pt: 'Português' };

/**
 * The language of ours that serves a reader best.
 * @param wanted BCP 47 tags in order of preference, as in `navigator.languages` ('pt-BR' is served by 'pt')
 */
export function pickLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    const match = LANGUAGES.find((language) => language === base);
    if (match) return match;
  }
  return LANGUAGES[0];
}
