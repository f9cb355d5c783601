import type { Context } from 'hono';
import { Refusal, type RefusalBody } from '../../shared/protocol/refusals.ts';
import { TooMany } from '../access/limits.ts';
import { reportUnexpected } from '../unexpected.ts';
import { routeOf } from './watched.ts';

/** Answers everything that was thrown, as JSON: a refusal as itself, anything else as 'server-error'. */
export function answerError(error: unknown, c: Context): Response {
  // What is refused now may be answered in a moment; browsers would keep a 410 for good (RFC 9110 section 15.1).
  c.header('Cache-Control', 'no-store');
  if (error instanceof TooMany) c.header('Retry-After', String(error.retryAfter));
  if (error instanceof Refusal) return c.json(error.toBody(), error.status);
  reportUnexpected(`answering ${c.req.method} ${routeOf(c)}`, error);
  const refusal = new Refusal('server-error');
  return c.json<RefusalBody, 500>(refusal.toBody(), 500);
}

/** Answers an address that nothing is at. */
export function answerNotFound(c: Context): Response {
  // Where hono itself puts what a route throws, for whoever looks at the answer afterwards.
  c.error = new Refusal('unknown-address');
  return answerError(c.error, c);
}
