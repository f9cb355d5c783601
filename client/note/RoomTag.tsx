import { Megaphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';

/** On a note: that it holds what was said in a room, and not one person's words. */
export function RoomTag() {
  const { t } = useTranslation('sites');
  return (
    <span className="note-room">
      <Megaphone aria-hidden size={14} />
      {t('said')}
    </span>
  );
}
