import type { LogConfig } from '../config.ts';
import { tellUnexpected } from '../unexpected.ts';
import { logObserver, stdoutLog } from './log.ts';
import { observers, type Observer } from './observer.ts';

/**
 * How the process speaks to whoever runs it: a few sentences for a person, or lines of JSON about
 * all it does for a program that collects them.
 */
export interface Voice {
  say(sentence: string): void;
  observer: Observer;
  /** Has all of it written, before the process ends. */
  flush(): void;
}

/** Made once in a process; unexpected errors are told in the same way from then on. */
export function createVoice({ format, level }: LogConfig): Voice {
  if (format === 'text') return { say: (sentence) => console.log(sentence), observer: observers([]), flush: () => {} };
  const { log, flush } = stdoutLog(level);
  tellUnexpected((doing, error) => log.error({ doing, error }, 'unexpected error'));
  return { say: (sentence) => log.info(sentence), observer: logObserver(log), flush };
}
