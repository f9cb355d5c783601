import { useTranslation } from 'react-i18next';
import type { ActionOwner } from '../../shared/board/index.ts';
import { useLanguage } from '../i18n/index.ts';
import { useStage } from '../session/hooks.ts';

/** How people are named where notes are talked about. */
export function usePersonNames() {
  const { t } = useTranslation('note');
  const [language] = useLanguage();
  const { participants, sites } = useStage();
  const nameOf = (participant: string | null) => participants.get(participant ?? '')?.name || t('someone');
  return {
    nameOf,
    siteOf: (participant: string | null) => sites.get(participants.get(participant ?? '')?.site ?? '')?.name ?? '',
    /** Several people in one phrase, by name. */
    listOf: (ids: readonly string[]) =>
      new Intl.ListFormat(language, { type: 'conjunction' }).format(ids.map(nameOf).sort((a, b) => a.localeCompare(b, language))),
    /** Who sees to an action; empty for nobody. */
    ownerOf: (owner: ActionOwner | null) => (owner === null ? '' : 'name' in owner ? owner.name : nameOf(owner.participant)),
  };
}
