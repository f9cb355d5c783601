import type { Awareness } from 'y-protocols/awareness';
import { presence, type Presence } from '../../shared/protocol/presence.ts';

/** One open page of somebody: its client id in awareness, and what it shows of itself. */
export interface Peer extends Presence {
  client: number;
}

/** Who else has this board open; states that do not parse are left out. */
export function readPeers(awareness: Awareness): Peer[] {
  const peers: Peer[] = [];
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID) continue;
    const parsed = presence.safeParse(state);
    if (parsed.success) peers.push({ client, ...parsed.data });
  }
  return peers;
}

/** Changes what others see of this page; the server adds who it is. */
export function setPresence(awareness: Awareness, change: Partial<Omit<Presence, 'participant' | 'role'>>): void {
  awareness.setLocalState({ ...awareness.getLocalState(), ...change });
}

/** Calls back when others came, went or show something new of themselves; not for what this page shows. Returns how to stop. */
export function onPeers(awareness: Awareness, listener: () => void): () => void {
  const onChange = (_changes: unknown, origin: unknown) => origin !== 'local' && listener();
  awareness.on('change', onChange);
  return () => awareness.off('change', onChange);
}
