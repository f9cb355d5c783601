import type { BeforeBody } from '../../shared/protocol/history.ts';
import { TEXT_LIMITS } from '../../shared/protocol/limits.ts';
import { cutText } from '../../shared/text.ts';
import { api } from './api.ts';
import type { Session } from './session.ts';

/** How long an act waits for its snapshot; nothing hangs on it, since what is removed stays in the document. */
const PATIENCE_MS = 3_000;

/** Has the board kept as it is before a facilitator's act that could hurt, where that can be had in time. */
export async function keepFirst({ board, token }: Pick<Session, 'board' | 'token'>, cause: BeforeBody['cause'], name: string): Promise<void> {
  const kept = api.keepBefore(board, { cause, title: cutText(name, TEXT_LIMITS.title) }, token).catch(() => null);
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
