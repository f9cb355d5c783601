import { formatSeconds } from '../../shared/stage/timer.ts';
import { useStage } from '../session/hooks.ts';
import { useSecondsLeft } from './useSecondsLeft.ts';

/** From here on the time is short. */
export const SHORT_SECONDS = 60;

/** What a face of the timer shows. */
export interface TimerFace {
  time: string;
  tone: 'still' | 'running' | 'short' | 'over';
}

/** What is left of the time, the same on every screen; `null` without a timer. */
export function useTimerFace(): TimerFace | null {
  const { timer } = useStage();
  const seconds = useSecondsLeft();
  if (seconds === null || !timer) return null;
  return { time: formatSeconds(seconds), tone: timer.state === 'running' ? toneOf(seconds) : 'still' };
}

function toneOf(seconds: number): TimerFace['tone'] {
  if (seconds === 0) return 'over';
  return seconds <= SHORT_SECONDS ? 'short' : 'running';
}
