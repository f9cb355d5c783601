import { useEffect, useReducer } from 'react';
import { clockFace, timeLeft } from '../../shared/stage/timer.ts';
import { useSession, useStage } from '../session/hooks.ts';

/** Whole seconds left on the timer by the server's clock, at the moment they change; `null` without a timer. */
export function useSecondsLeft(): number | null {
  const { clock } = useSession();
  const { timer } = useStage();
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  useEffect(() => {
    if (timer?.state !== 'running') return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const plan = () => {
      clearTimeout(waiting);
      redraw();
      const { next } = clockFace(timeLeft(timer, clock.now()));
      // One more, for timers of browsers come up to a millisecond early.
      if (next !== null) waiting = setTimeout(plan, next + 1);
    };
    plan();
    const stop = clock.onChange(plan);
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [timer, clock]);
  return timer && clockFace(timeLeft(timer, clock.now())).seconds;
}
