import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currentStep } from '../../shared/stage/agenda.ts';
import { useNotes, useStage } from '../session/hooks.ts';
import { NoteSlip } from './NoteSlip.tsx';
import { Unseen } from './Unseen.tsx';

/** As many as a room can read. */
const SHOWN = 12;

/** The newest notes; while people write privately, only how many there are of those. */
export function LatestNotes() {
  const { agenda } = useStage();
  return currentStep(agenda)?.allowed.notes === 'desk' ? <Unseen /> : <Newest />;
}

/** The newest notes, newest first, and how many there are in all. */
function Newest() {
  const { t } = useTranslation('screen');
  const notes = useNotes();
  const latest = useMemo(
    () =>
      notes
        .filter(({ text }) => text.trim() !== '')
        .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1))
        .slice(0, SHOWN),
    [notes],
  );
  return (
    <section className="screen-notes" aria-label={t('notes.title')}>
      <h2>{t('notes.count', { count: notes.length })}</h2>
      {latest.length === 0 ? (
        <p className="screen-none">{t('notes.none')}</p>
      ) : (
        <ul>
          {latest.map((note) => (
            <li key={note.id}>
              <NoteSlip note={note} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
