import { CalendarClock } from 'lucide-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LOCALES } from '../../shared/report/formats.ts';
import { isCollectingOver } from '../../shared/stage/agenda.ts';
import { useLanguage } from '../i18n/index.ts';
import { useNotes, useSession, useStage } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';

/** Between meetings: until when the board is open for notes, and how many there are. */
export function CollectingBar({ until }: { until: number }) {
  const { t } = useTranslation('collecting');
  const [language] = useLanguage();
  const { clock } = useSession();
  const stage = useStage();
  const { participants } = stage;
  const notes = useNotes();
  const isOver = isCollectingOver(stage, clock.now());
  const date = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeStyle: 'short' }).format(until);
  const sentence = t(isOver ? 'over' : 'open', { date });
  const people = new Set(notes.flatMap(({ author }) => (author !== null && participants.has(author) ? [author] : []))).size;
  useEndTold(isOver, sentence);
  return (
    <section className="board-banner board-news" aria-label={t('label')}>
      <CalendarClock aria-hidden size={18} />
      <p>
        {sentence} {t('notes', { count: notes.length })} {people > 0 && t('people', { count: people })}
      </p>
    </section>
  );
}

/** Says aloud that the time is over, to whoever is there when it ends. */
function useEndTold(isOver: boolean, sentence: string): void {
  const wasOver = useRef(isOver);
  const tell = useEffectEvent(() => announce(sentence));
  useEffect(() => {
    if (isOver && !wasOver.current) tell();
    wasOver.current = isOver;
  }, [isOver]);
}
