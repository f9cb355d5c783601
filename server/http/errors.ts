import type { Context } from 'hono';
import { Refusal, type RefusalBody } from '../../shared/protocol/refusals.ts';
import { reportUnexpected } from '../unexpected.ts';

/** Answers everything that was thrown, as JSON: a refusal as itself, anything else as 'server-error'. */
export function answerError(error: unknown, c: Context): Response {
  if (error instanceof Refusal) return c.json(error.toBody(), error.status);
  reportUnexpected(`answering ${c.req.method} ${c.req.path}`, error);
  const refusal = new Refusal('server-error');
  return c.json<RefusalBody, 500>(refusal.toBody(), 500);
}

/** Answers an address that nothing is at. */
export function answerNotFound(): never {
  throw new Refusal('unknown-address');
}
