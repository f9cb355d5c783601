import { MapPin, Pointer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useIsSpot } from '../lead/useSpot.ts';
import { useIsHere, useIsUnread } from './finding.ts';

/** What stands on a note for one reader alone: that it is new to them, and that it is where they were led. */
export function ReaderMarks({ id }: { id: string }) {
  const unread = useIsUnread(id);
  const here = useIsHere(id);
  const spot = useIsSpot(id);
  return (
    <>
      {unread && <NewMark />}
      {here && !spot && <HereMark />}
      {spot && <SpotMark />}
    </>
  );
}

function NewMark() {
  const { t } = useTranslation('finding');
  return (
    <span className="note-new" data-unread title={t('unread.mark')}>
      <span className="visually-hidden">{t('unread.mark')}</span>
    </span>
  );
}

function SpotMark() {
  const { t } = useTranslation('lead');
  return (
    <span className="note-here note-spot" data-spot>
      <Pointer aria-hidden />
      <span className="visually-hidden">{t('point.mark')}</span>
    </span>
  );
}

function HereMark() {
  const { t } = useTranslation('finding');
  return (
    <span className="note-here">
      <MapPin aria-hidden />
      <span className="visually-hidden">{t('here')}</span>
    </span>
  );
}
