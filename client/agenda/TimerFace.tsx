import { Pause, TimerIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatSeconds } from '../../shared/stage/timer.ts';
import { useStage } from '../session/hooks.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

/** From here on the time is short. */
export const SHORT_SECONDS = 60;

/** What is left of the time, the same on every screen. */
export function TimerFace() {
  const { t } = useTranslation('agenda');
  const { timer } = useStage();
  const seconds = useSecondsLeft();
  if (seconds === null || !timer) return null;
  const running = timer.state === 'running';
  const tone = !running ? 'still' : seconds === 0 ? 'over' : seconds <= SHORT_SECONDS ? 'short' : 'running';
  const Icon = running ? TimerIcon : Pause;
  return (
    <span className="timer" data-tone={tone} role="timer" aria-label={t('timer.label')} aria-live="off">
      <Icon aria-hidden size={18} />
      <span className="timer-time">{formatSeconds(seconds)}</span>
      {tone === 'over' && <span className="timer-over">{t('timer.over')}</span>}
      {!running && <span className="visually-hidden">{t('timer.still')}</span>}
    </span>
  );
}
