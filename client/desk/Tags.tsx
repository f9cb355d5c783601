import './desk.css';
import { ClockAlert, LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNote } from '../session/hooks.ts';
import { useIsPrivate } from './hooks.ts';

/** What of the two a note has on the canvas. */
export function DeskMarks({ id }: { id: string }) {
  const note = useNote(id);
  const isPrivate = useIsPrivate(id);
  if (isPrivate) return <PrivateTag />;
  return note?.late ? <LateTag /> : null;
}

/** On a note that nobody else sees. */
export function PrivateTag() {
  const { t } = useTranslation('desk');
  return (
    <p className="desk-tag">
      <LockKeyhole aria-hidden size={13} />
      {t('private')}
    </p>
  );
}

/** On a note that was written before the others were revealed and came after. */
export function LateTag() {
  const { t } = useTranslation('desk');
  return (
    <p className="desk-tag desk-tag-late">
      <ClockAlert aria-hidden size={13} />
      {t('late')}
    </p>
  );
}
