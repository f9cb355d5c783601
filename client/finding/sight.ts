import type { Unread } from './unread.ts';

/** How long a note has to be in sight, unchanged, to count as seen. */
export const SEEN_AFTER_MS = 1_000;

/** Turns what is in sight into what has been seen. */
export interface Sight {
  /**
   * To be called every now and then.
   * @param inSight ids of the notes that can be read on the screen at this moment
   * @param now milliseconds, by any clock that only goes forward
   */
  look(inSight: Iterable<string>, now: number): void;
}

export function createSight(unread: Pick<Unread, 'version' | 'see'>): Sight {
  let watched = new Map<string, { version: number; since: number }>();
  return {
    look(inSight, now) {
      const next: typeof watched = new Map();
      const seen: string[] = [];
      for (const id of inSight) {
        const version = unread.version(id);
        if (version === undefined) continue;
        const before = watched.get(id);
        // While somebody goes on typing in it, there is always something new to see.
        const since = before?.version === version ? before.since : now;
        if (now - since >= SEEN_AFTER_MS) seen.push(id);
        else next.set(id, { version, since });
      }
      watched = next;
      if (seen.length > 0) unread.see(seen);
    },
  };
}
