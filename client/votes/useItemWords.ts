import { useTranslation } from 'react-i18next';
import { groupKey } from '../../shared/board/index.ts';
import type { Language } from '../../shared/languages.ts';
import type { TallyItem } from '../../shared/stage/rounds.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { excerpt } from '../ui/excerpt.ts';

/** What an item of a count says now, or said when the round ended where it is gone; with its language where that is another than the reader's. */
export function useItemWords(): (item: TallyItem) => { children: string; lang: Language | undefined } {
  const { t } = useTranslation('votes');
  const [reading] = useLanguage();
  const { live } = useSession();
  return ({ item, label }) => {
    const note = live.note(item);
    const group = live.groups().find(({ id }) => groupKey(id) === item);
    const lang = note && note.language !== reading ? note.language : undefined;
    return { children: excerpt(note?.text ?? group?.title ?? label ?? '', 120) || t('untitled'), lang };
  };
}
