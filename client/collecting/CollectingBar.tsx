import { CalendarClock } from 'lucide-react';
import { useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/index.ts';
import { useNotes, useSession, useStage } from '../session/hooks.ts';

/** The longest that a browser's timer waits. */
const LONGEST_WAIT = 2_000_000_000;

/** Between meetings: until when the board is open for notes, and how many there are. */
export function CollectingBar({ until }: { until: number }) {
  const { t } = useTranslation('collecting');
  const [language] = useLanguage();
  const { clock } = useSession();
  const { participants } = useStage();
  const notes = useNotes();
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    const left = until - clock.now();
    if (left <= 0 || left > LONGEST_WAIT) return;
    const timer = setTimeout(redraw, left + 1);
    return () => clearTimeout(timer);
  }, [until, clock]);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(until);
  const people = new Set(notes.flatMap(({ author }) => (author !== null && participants.has(author) ? [author] : []))).size;
  return (
    <div className="board-banner board-news" role="note">
      <CalendarClock aria-hidden size={18} />
      <p>
        {t(clock.now() < until ? 'open' : 'over', { date })} {t('notes', { count: notes.length })} {people > 0 && t('people', { count: people })}
      </p>
    </div>
  );
}
