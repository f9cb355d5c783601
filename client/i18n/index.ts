import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { LANGUAGES, pickLanguage, type Language } from '../../shared/languages.ts';
import { resources } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: (typeof resources)['en'];
  }
}

const STORED = 'plenary.language';

/** Begins in the language chosen earlier on this device, else in the one the browser asks for. */
export async function startLanguages(): Promise<void> {
  const stored = localStorage.getItem(STORED);
  const language = pickLanguage([...(stored ? [stored] : []), ...navigator.languages]);
  await i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'en',
    supportedLngs: [...LANGUAGES],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** The reader's language, and how to change it for good on this device. */
export function useLanguage(): [Language, (language: Language) => void] {
  const { i18n } = useTranslation();
  return [
    pickLanguage([i18n.language]),
    (language) => {
      localStorage.setItem(STORED, language);
      document.documentElement.lang = language;
      void i18n.changeLanguage(language);
    },
  ];
}
