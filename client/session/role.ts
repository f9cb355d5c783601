import type { Role } from '../../shared/protocol/roles.ts';
import { api, Unreachable } from './api.ts';
import type { LiveStage } from './live-stage.ts';
import type { SessionKey } from './session.ts';

/** One's own role, as the server says. */
export interface RoleFollower {
  current(): Role;
  onChange(listener: () => void): () => void;
  /** To be called when there is reason to think that it has changed. */
  ask(): void;
  stop(): void;
}

/** Milliseconds after which an unreachable server is asked again. */
const AGAIN = 2_000;

/**
 * Follows the role a facilitator gives this person. The stage tells it to everybody, also to a page
 * that was offline at that moment; what counts is what the server answers for the session.
 */
export function followRole(key: SessionKey, stage: LiveStage): RoleFollower {
  let role = key.role;
  let told: Role = role;
  let asking = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const ask = async () => {
    if (asking) return;
    asking = true;
    clearTimeout(retry);
    try {
      const me = await api.me(key.board, key.token);
      if (me.role !== role) {
        role = me.role;
        for (const listener of listeners) listener();
      }
    } catch (error) {
      // Whoever is refused is told so by the connection, too.
      if (error instanceof Unreachable) retry = setTimeout(ask, AGAIN);
    }
    asking = false;
  };

  const stopListening = stage.onChange(() => {
    const now = key.participant === null ? undefined : stage.current().participants.get(key.participant)?.role;
    if (now === undefined || now === told) return;
    told = now;
    void ask();
  });

  return {
    current: () => role,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    ask: () => void ask(),
    stop() {
      stopListening();
      clearTimeout(retry);
      listeners.clear();
    },
  };
}
