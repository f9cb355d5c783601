import { useCallback, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { approachTexts } from '../../shared/stage/texts.ts';
import type { Stage } from '../../shared/stage/document.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { FREE } from './lists.ts';
import type { Spot } from './spot.ts';
import { useColumnName } from '../ui/useColumnName.ts';

/** Names a column in a sentence, with its approach where there are several. Reads the stage when it is called. */
export function usePlaceName(): (approach: string, column: string) => string {
  const { t } = useTranslation('columns');
  const [language] = useLanguage();
  const { stage } = useSession();
  const columnName = useColumnName();
  return useCallback(
    (approachId, columnId) => {
      const { approaches } = stage.current();
      const approach = approaches.find((candidate) => candidate.id === approachId);
      const found = approach?.columns.find((candidate) => candidate.id === columnId);
      if (!approach || !found) return t('aside.title');
      const column = columnName(found);
      return approaches.length > 1 ? t('place', { column, approach: approachTexts(approach, language).title }) : column;
    },
    [t, language, stage, columnName],
  );
}

/** Names where a new note goes. */
export function useSpotName(): (spot: Spot) => string {
  const { t } = useTranslation('columns');
  const placeName = usePlaceName();
  return (spot) => (spot === FREE ? t('free.place') : placeName(spot.approach, spot.column));
}

/** Who wrote a note and where; re-renders only when that changes, not whenever somebody joins. */
export function useByline(author: string | null): string {
  const { stage } = useSession();
  return useSyncExternalStore(stage.onChange, () => byline(stage.current(), author));
}

/** The names of participants, given as ids joined by spaces. */
export function namesOf(stage: Stage, ids: string): string[] {
  return ids.split(' ').flatMap((id) => stage.participants.get(id)?.name ?? []);
}

function byline(stage: Stage, author: string | null): string {
  const participant = author === null ? undefined : stage.participants.get(author);
  if (!participant) return '';
  const site = stage.sites.get(participant.site)?.name;
  return site ? `${participant.name} · ${site}` : participant.name;
}
