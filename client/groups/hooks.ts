import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../shared/board/index.ts';
import { useSession } from '../session/hooks.ts';

/** All groups of the board; re-renders when one of them changes. */
export function useGroups(): readonly Group[] {
  const { live } = useSession();
  return useSyncExternalStore(live.onGroups, live.groups);
}

/** One group; re-renders when it changes. */
export function useGroup(id: string): Group | undefined {
  const { live } = useSession();
  return useSyncExternalStore(live.onGroups, () => live.group(id));
}

/** What a group is called; one without a name gets a word. */
export function useGroupTitle(): (group: Pick<Group, 'title'> | undefined) => string {
  const { t } = useTranslation('groups');
  return (group) => group?.title || t('untitled');
}
