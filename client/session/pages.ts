import type { Awareness } from 'y-protocols/awareness';
import { readPeers } from './people.ts';

/** Whose pages are whose, as far as this page has met them, those that have closed since too. */
export interface Pages {
  /** The participant all these pages are of; `null` where there are several, or one is not known. */
  ownerOf(clients: readonly number[]): string | null;
  stop(): void;
}

/** Follows presence, in which each page shows itself under the id by which it writes in the document. */
export function createPages(awareness: Awareness): Pages {
  const owners = new Map<number, string | null>();
  const meet = () => {
    for (const peer of readPeers(awareness)) owners.set(peer.client, peer.participant);
  };
  meet();
  awareness.on('update', meet);
  return {
    ownerOf(clients) {
      const found = new Set(clients.map((client) => owners.get(client) ?? null));
      const [only] = found;
      return found.size === 1 ? only! : null;
    },
    stop: () => awareness.off('update', meet),
  };
}
