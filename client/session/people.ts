import type { Awareness } from 'y-protocols/awareness';
import { presence, withoutDoings, type Presence } from '../../shared/protocol/presence.ts';

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

/** What of this page is nobody else's business. */
export interface Discretion {
  /** Whether nothing is shown but that this person is here. */
  quiet(): boolean;
  /** Whether a note is private, so that what is done to it is not shown. */
  isPrivate(note: string): boolean;
}

const discretions = new WeakMap<Awareness, Discretion>();

/** From now on presence keeps to this. */
export function keepDiscretion(awareness: Awareness, discretion: Discretion): void {
  discretions.set(awareness, discretion);
}

/** Takes back what was shown before and may not be any more. */
export function retractPresence(awareness: Awareness): void {
  if (awareness.getLocalState()) setPresence(awareness, {});
}

/** Changes what others see of this page; the server adds who it is. */
export function setPresence(awareness: Awareness, change: Partial<Omit<Presence, 'participant' | 'role'>>): void {
  awareness.setLocalState(discreet({ ...awareness.getLocalState(), ...change }, discretions.get(awareness)));
}

function discreet(state: Partial<Presence>, discretion: Discretion | undefined): object {
  if (!discretion) return state;
  if (discretion.quiet()) return withoutDoings(state);
  const { isPrivate } = discretion;
  const writesPrivately = state.editing != null && isPrivate(state.editing);
  return {
    ...state,
    ...(writesPrivately && { editing: null, caret: null }),
    ...(state.editing == null && state.caret && { caret: null }),
    ...(state.drag && { drag: state.drag.filter(({ id }) => !isPrivate(id)) }),
  };
}

/** Calls back when others came, went or show something new of themselves; not for what this page shows. Returns how to stop. */
export function onPeers(awareness: Awareness, listener: () => void): () => void {
  const onChange = (_changes: unknown, origin: unknown) => origin !== 'local' && listener();
  awareness.on('change', onChange);
  return () => awareness.off('change', onChange);
}
