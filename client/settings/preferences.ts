import { useSyncExternalStore } from 'react';
import { z } from '../../shared/zod.ts';

/** How much a person is told of what others do, from all of it to nothing. */
export const LOUDNESS = ['all', 'batches', 'mine', 'off'] as const;

export type Loudness = (typeof LOUDNESS)[number];

const preferencesSchema = z.object({
  loudness: z.enum(LOUDNESS).catch('batches'),
  /** Whether shortcuts of a single character work (WCAG 2.2, 2.1.4). */
  singleKeys: z.boolean().catch(true),
  /** Whether the end of the timer is heard. */
  sound: z.boolean().catch(true),
});

/** How the board behaves towards one person on one device. */
export type Preferences = z.infer<typeof preferencesSchema>;

const STORED = 'plenary.preferences';
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    return preferencesSchema.parse(JSON.parse(localStorage.getItem(STORED) ?? '{}'));
  } catch {
    return preferencesSchema.parse({});
  }
}

function become(next: Preferences): void {
  current = next;
  for (const listener of listeners) listener();
}

// A board open twice on one device behaves the same in both pages.
addEventListener('storage', (event) => {
  if (event.key === STORED || event.key === null) become(read());
});

/** Kept on this device; where the browser forbids it, for as long as the page is open. */
export const preferences = {
  get: () => current,
  set(change: Partial<Preferences>) {
    become({ ...current, ...change });
    try {
      localStorage.setItem(STORED, JSON.stringify(current));
    } catch {
      // Not kept: see above.
    }
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.subscribe, preferences.get);
}
