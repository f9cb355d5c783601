import { isCollectingOver } from '../../shared/stage/agenda.ts';
import type { LiveStage } from './live-stage.ts';
import type { ServerClock } from './server-clock.ts';

/** The longest that a browser's timer waits, and some less, in milliseconds. */
const LONGEST_WAIT = 2_000_000_000;

/**
 * Nobody writes on the stage when the time to collect notes is over, but what one may do changes at
 * that moment: has the stage read anew then, by the server's clock, whatever this device's says.
 * @returns how to stop
 */
export function followCollectingEnd(stage: LiveStage, clock: Pick<ServerClock, 'now' | 'onChange'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasOver = isCollectingOver(stage.current(), clock.now());

  const look = () => {
    clearTimeout(timer);
    const now = clock.now();
    const { collectingUntil } = stage.current();
    const isOver = isCollectingOver(stage.current(), now);
    if (collectingUntil !== null && collectingUntil > now) timer = setTimeout(look, Math.min(Math.ceil(collectingUntil - now), LONGEST_WAIT));
    if (isOver === wasOver) return;
    wasOver = isOver;
    stage.refresh();
  };

  look();
  const stops = [stage.onChange(look), clock.onChange(look)];
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
