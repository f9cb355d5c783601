import { serverOffset, type TimeSample } from '../../shared/protocol/server-time.ts';
import { api } from './api.ts';

/** What the server's clock says, whatever this device's says. */
export interface ServerClock {
  /** Milliseconds since 1970. Before the server has answered, as this device believes. */
  now(): number;
  /** To be called when there is reason to think that it is no longer known well, as after a lost connection. */
  measure(): void;
  /** Called when it turns out to be another time than was thought. */
  onChange(listener: () => void): () => void;
  stop(): void;
}

const SAMPLES = 5;
/** Milliseconds between two questions, and until all are asked again: no clock is exact for an afternoon. */
const BETWEEN = 150;
const AGAIN = 5 * 60_000;

export function createServerClock(): ServerClock {
  let offset = Date.now() - performance.now();
  let measuring = false;
  let stopped = false;
  const listeners = new Set<() => void>();

  const ask = async (): Promise<TimeSample | null> => {
    const asked = performance.now();
    const answer = await api.time().catch(() => null);
    return answer && { asked, answered: performance.now(), server: answer.now };
  };

  const measure = async () => {
    if (measuring || stopped) return;
    measuring = true;
    const samples: TimeSample[] = [];
    for (let round = 0; round < SAMPLES; round += 1) {
      const sample = await ask();
      if (stopped) return;
      if (sample) samples.push(sample);
      await new Promise((resolve) => setTimeout(resolve, BETWEEN));
    }
    measuring = false;
    const found = serverOffset(samples);
    if (!found) return;
    offset = found.offset;
    for (const listener of listeners) listener();
  };

  // While a device sleeps, its clock that only goes forward may stand still.
  const onVisible = () => document.visibilityState === 'visible' && void measure();
  document.addEventListener('visibilitychange', onVisible);
  const timer = setInterval(measure, AGAIN);
  return {
    now: () => performance.now() + offset,
    measure: () => void measure(),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onVisible);
      listeners.clear();
    },
  };
}
