import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';

/** Over both views: that some notes are on the board and cannot be shown. */
export function UnreadableBanner() {
  const { t } = useTranslation('board');
  const { live } = useSession();
  const count = useSyncExternalStore(live.onNotes, () => live.unreadable().length);
  return count > 0 && <p className="board-banner">{t('unreadable', { count })}</p>;
}
