import { keep, onDevice, recall } from '../session/storage.ts';
import type { SeenMemory } from './unread.ts';

const PREFIX = 'plenary.seen/';

/** Boards and people of which this device remembers what they have seen; the longest unused is forgotten first. */
const REMEMBERED = 12;
/** Notes of one board, newest kept: 4 bytes each, so that all boards together stay far below what a browser allows. */
const NOTES = 10_000;

/** What one person has seen of one board, in this browser's storage. */
export function seenOnDevice(board: string, participant: string | null): SeenMemory {
  const key = `${PREFIX}${board}/${participant ?? 'viewer'}`;
  return {
    load() {
      const stored = recall(onDevice, key);
      return stored === null ? null : decodeSeen(stored);
    },
    save(seen) {
      forgetOldest(key);
      keep(onDevice, key, encodeSeen(seen, Date.now()));
    },
    onSaved(listener) {
      const onStorage = (event: StorageEvent) => event.key === key && listener();
      addEventListener('storage', onStorage);
      return () => removeEventListener('storage', onStorage);
    },
  };
}

/** `WHEN.VERSIONS`: milliseconds since 1970 in base 36, then 32 bits each in base 64. */
export function encodeSeen(seen: ReadonlySet<number>, when: number): string {
  const versions = Uint32Array.from([...seen].slice(-NOTES));
  const bytes = new Uint8Array(versions.buffer);
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `${when.toString(36)}.${btoa(binary)}`;
}

/** `null` for what this version cannot read: then it is as on the first visit. */
export function decodeSeen(stored: string): Set<number> | null {
  const [, versions] = stored.split('.');
  if (versions === undefined) return null;
  try {
    const bytes = Uint8Array.from(atob(versions), (character) => character.charCodeAt(0));
    if (bytes.length % 4 !== 0) return null;
    return new Set(new Uint32Array(bytes.buffer));
  } catch {
    return null;
  }
}

function forgetOldest(current: string): void {
  try {
    const others = Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX) && key !== current)
      .map((key) => ({ key, when: Number.parseInt(localStorage.getItem(key)?.split('.')[0] ?? '', 36) || 0 }))
      .sort((a, b) => b.when - a.when);
    for (const { key } of others.slice(REMEMBERED - 1)) localStorage.removeItem(key);
  } catch {
    // A browser that forbids storage has nothing to forget.
  }
}
