import type { i18n } from 'i18next';
import { pickLanguage } from '../../shared/languages.ts';
import { LOCALES } from '../../shared/report/formats.ts';

/**
 * Has plurals follow the locale and not the bare language, as in reports: in Portugal one counts
 * '0 notas', by the rules that Unicode CLDR has for 'pt' alone '0 nota'.
 */
export function followLocales({ services: { pluralResolver } }: i18n): void {
  const ruleOf = pluralResolver.getRule.bind(pluralResolver) as (code: string, options?: object) => unknown;
  pluralResolver.getRule = (code: string, options?: object) => ruleOf(LOCALES[pickLanguage([code])], options);
}
