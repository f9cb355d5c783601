import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { LANGUAGES, pickLanguage, type Language } from '../../shared/languages.ts';
import { FIRST } from './first.ts';
import { followLocales } from './plurals.ts';
import type { resources } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['en'];
  }
}

const STORED = 'plenary.language';

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { import: 'default' });
const loading = new Map<string, Promise<void>>();
let needsAll = false;

/** Fetches texts of a language, each file once. */
async function loadTexts(language: Language, isNeeded: (namespace: string) => boolean): Promise<void> {
  const parts = Object.entries(files).flatMap(([path, load]) => {
    const namespace = path.split('/')[2]!.replace('.json', '');
    if (!path.startsWith(`./${language}/`) || !isNeeded(namespace)) return [];
    const known = loading.get(path);
    if (known) return [known];
    const part = load().then((texts) => void i18next.addResourceBundle(language, namespace, texts));
    // What failed for want of a network is tried again.
    part.catch(() => loading.delete(path));
    loading.set(path, part);
    return [part];
  });
  await Promise.all(parts);
}

/** Begins in the language chosen earlier on this device, else in the one the browser asks for. */
export async function startLanguages(): Promise<void> {
  const stored = localStorage.getItem(STORED);
  const language = pickLanguage([...(stored ? [stored] : []), ...navigator.languages]);
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...LANGUAGES],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  followLocales(i18next);
  await loadTexts(language, (namespace) => FIRST.has(namespace));
  document.documentElement.lang = language;
}

/** Fetches a screen that is not there from the beginning, with all texts of the reader's language. */
export async function loadScreen<T>(load: () => Promise<T>): Promise<T> {
  needsAll = true;
  const [screen] = await Promise.all([load(), loadTexts(pickLanguage([i18next.language]), () => true)]);
  return screen;
}

async function changeLanguage(language: Language): Promise<void> {
  await loadTexts(language, (namespace) => needsAll || FIRST.has(namespace));
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** The reader's language, and how to change it for good on this device. */
export function useLanguage(): [Language, (language: Language) => void] {
  const { i18n } = useTranslation();
  return [
    pickLanguage([i18n.language]),
    (language) => void changeLanguage(language),
  ];
}
