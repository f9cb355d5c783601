import { Pause, TimerIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useTimerFace } from './useTimerFace.ts';

/** What is left of the time, in the bar of the agenda. */
export function TimerFace() {
  const { t } = useTranslation('agenda');
  const face = useTimerFace();
  if (!face) return null;
  const { time, tone } = face;
  const Icon = tone === 'still' ? Pause : TimerIcon;
  return (
    <span className="timer" data-tone={tone} role="timer" aria-label={t('timer.label')} aria-live="off">
      <Icon aria-hidden size={18} />
      <span className="timer-time">{time}</span>
      {tone === 'over' && <span className="timer-over">{t('timer.over')}</span>}
      {tone === 'still' && <span className="visually-hidden">{t('timer.still')}</span>}
    </span>
  );
}
