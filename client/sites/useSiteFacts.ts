import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { StageSite } from '../../shared/stage/document.ts';
import { useLanguage } from '../i18n/index.ts';
import { useStage } from '../session/hooks.ts';
import { languageName } from './languages.ts';

/** What is known of a site in one line: its country, language and people. */
export function useSiteFacts(): (site: StageSite) => string {
  const { t } = useTranslation('sites');
  const [reader] = useLanguage();
  const { participants } = useStage();
  return useCallback(
    ({ country, language, headcount, headcountBy }) =>
      [
        country,
        language && languageName(language, reader),
        headcount > 0 && t('headcount', { count: headcount }),
        headcountBy !== null && t('dialog.saidBy', { name: participants.get(headcountBy)?.name ?? '' }),
      ].filter(Boolean).join('\u00a0· '),
    [t, reader, participants],
  );
}
