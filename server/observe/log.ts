import { pino, type DestinationStream, type Logger } from 'pino';
import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import { STATIC_ROUTE, type Observer } from './observer.ts';

/** From the fewest lines to the most. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug', 'trace'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** The log: lines of JSON. */
export type Log = Logger;

/** Refusals that a client can bring about with every message it sends. */
const OFTEN: ReadonlySet<RefusalCode> = new Set(['read-only', 'locked', 'not-now', 'collecting-over']);

/** Where the log of the process goes, and how to have all of it written before the end. */
export function stdoutLog(level: LogLevel): { log: Log; flush(): void } {
  // Written in the background, so that a reader of the log who is slow holds nobody up; what such a
  // reader leaves unread beyond the bound is dropped.
  const stdout = pino.destination({ dest: 1, sync: false, maxLength: 8 * 1024 * 1024 });
  return { log: createLog(level, stdout), flush: () => stdout.flushSync() };
}

export function createLog(level: LogLevel, destination: DestinationStream): Log {
  return pino({ level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/** Writes what happens into a log: requests and connections from 'info' on, single messages at 'trace'. */
export function logObserver(log: Log): Observer {
  return {
    requestAnswered(request) {
      const facts = { ...request, ms: Math.round(request.ms * 10) / 10 };
      // A page is dozens of files.
      if (request.route === STATIC_ROUTE) log.debug(facts, 'file sent');
      else log.info(facts, 'request answered');
    },
    connectionOpened: (visit) => log.info(visit, 'connection opened'),
    connectionClosed: (visit, code) => log.info({ ...visit, code }, 'connection closed'),
    messageHeard: (bytes) => log.trace({ bytes }, 'message heard'),
    sent: (receivers, bytes) => log.trace({ receivers, bytes }, 'message sent'),
    awarenessDropped: (receivers) => log.debug({ receivers }, 'awareness dropped'),
    awarenessHeard: () => log.trace('awareness heard'),
    updatesCommitted: (count, ms) => log.debug({ count, ms: Math.round(ms * 100) / 100 }, 'updates committed'),
    refused: (code) => log[OFTEN.has(code) ? 'debug' : 'info']({ code }, 'refused'),
  };
}
