import { Refusal } from '../../shared/protocol/refusals.ts';
import type { RelayLimits } from './limits.ts';

/** How much a connection may still send: a token bucket each for messages and bytes. */
export interface Allowance {
  messages: number;
  bytes: number;
  /** When the buckets were last filled up, in milliseconds of a monotonic clock. */
  filledAt: number;
}

export function fullAllowance(limits: RelayLimits, now = performance.now()): Allowance {
  return { messages: limits.messagesAtOnce, bytes: limits.bytesAtOnce, filledAt: now };
}

/**
 * Takes a message off what a connection may send.
 * @throws Refusal 'too-fast' when nothing is left
 */
export function spend(allowance: Allowance, bytes: number, limits: RelayLimits, now = performance.now()): void {
  const seconds = (now - allowance.filledAt) / 1000;
  allowance.filledAt = now;
  allowance.messages = Math.min(limits.messagesAtOnce, allowance.messages + seconds * limits.messagesPerSecond) - 1;
  allowance.bytes = Math.min(limits.bytesAtOnce, allowance.bytes + seconds * limits.bytesPerSecond) - bytes;
  if (allowance.messages < 0 || allowance.bytes < 0) throw new Refusal('too-fast');
}
