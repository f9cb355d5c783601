import i18next from 'i18next';
import { followLocales } from '../../client/i18n/plurals.ts';
import { resources } from '../../client/i18n/resources.ts';
import type { Language } from '../../shared/languages.ts';

/** What the screens say under a key such as `agenda:dialog.start`, for tests that look for it in several languages. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** @throws for a key that no text stands under */
export function wordsOf(language: Language): Words {
  const texts = i18next.createInstance();
  void texts.init({ lng: language, resources, initAsync: false, interpolation: { escapeValue: false } });
  followLocales(texts);
  return (key, values = {}) => {
    if (!texts.exists(key, values)) throw new Error(`No text stands under ${key}`);
    return String(texts.t(key as never, values as never));
  };
}
