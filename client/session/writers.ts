import type { Awareness } from 'y-protocols/awareness';
import { onPeers, readPeers } from './people.ts';

/** Who is writing in which note: participant ids by note. Others are told when it changes, not when a cursor moves. */
export interface Writers {
  /** Ids of the participants writing in a note, joined by spaces; empty for nobody. */
  of(note: string): string;
  /** The notes somebody is writing in. */
  notes(): Iterable<string>;
  subscribe(listener: () => void): () => void;
}

export function createWriters(awareness: Awareness): Writers {
  let current = read(awareness);
  const listeners = new Set<() => void>();
  let stop = () => {};
  const update = () => {
    const next = read(awareness);
    if (same(current, next)) return;
    current = next;
    for (const listener of listeners) listener();
  };
  return {
    of: (note) => current.get(note) ?? '',
    notes: () => current.keys(),
    subscribe(listener) {
      if (listeners.size === 0) {
        stop = onPeers(awareness, update);
        current = read(awareness);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
  };
}

function read(awareness: Awareness): Map<string, string> {
  const writing = new Map<string, Set<string>>();
  for (const peer of readPeers(awareness)) {
    if (!peer.editing || !peer.participant) continue;
    writing.set(peer.editing, (writing.get(peer.editing) ?? new Set()).add(peer.participant));
  }
  return new Map([...writing].map(([note, people]) => [note, [...people].sort().join(' ')]));
}

function same(a: Map<string, string>, b: Map<string, string>): boolean {
  return a.size === b.size && [...a].every(([note, people]) => b.get(note) === people);
}
