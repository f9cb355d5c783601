import { Refusal } from '../../shared/protocol/refusals.ts';
import type { RelayLimits } from './limits.ts';

/**
 * How much of the server's time each session may still use for its changes.
 *
 * Yjs settles the order of what many put at one place by comparing, so that a few bytes can be made
 * to cost a second; what is counted is therefore time, and by session, since connections are quickly
 * opened anew.
 */
export interface Work {
  /** @throws Refusal 'too-fast' for a session that has used up its time */
  requireTime(session: string, now?: number): void;
  /** Takes time off what a session has. @param ms milliseconds of work it has caused */
  charge(session: string, ms: number, now?: number): void;
  /** Forgets those who have all their time again. */
  forgetRested(now?: number): void;
}

interface Account {
  /** Milliseconds left; below nothing when the last change took more than there was. */
  left: number;
  /** Milliseconds of a monotonic clock. */
  filledAt: number;
}

export function createWork({ workAtOnce, workPerSecond }: RelayLimits): Work {
  const accounts = new Map<string, Account>();

  const filled = ({ left, filledAt }: Account, now: number): Account => ({
    left: Math.min(workAtOnce, left + ((now - filledAt) / 1000) * workPerSecond),
    filledAt: now,
  });

  return {
    requireTime(session, now = performance.now()) {
      const account = accounts.get(session);
      if (account && filled(account, now).left <= 0) throw new Refusal('too-fast');
    },
    charge(session, ms, now = performance.now()) {
      const account = filled(accounts.get(session) ?? { left: workAtOnce, filledAt: now }, now);
      accounts.set(session, { ...account, left: account.left - ms });
    },
    forgetRested(now = performance.now()) {
      for (const [session, account] of accounts) if (filled(account, now).left >= workAtOnce) accounts.delete(session);
    },
  };
}
