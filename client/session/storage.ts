/**
 * The browser's storage where a page may use it: a browser that forbids it, or whose storage is
 * full, costs the memory of small things and nothing else.
 */
export function recall(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value; an empty one is forgotten. */
export function keep(storage: () => Storage, key: string, value: string): void {
  try {
    if (value) storage().setItem(key, value);
    else storage().removeItem(key);
  } catch {
    // Not kept: see above.
  }
}

export const onDevice = () => localStorage;
export const inTab = () => sessionStorage;

/** Every value whose key begins so. */
export function recallAll(storage: () => Storage, prefix: string): string[] {
  try {
    const kept = storage();
    return keysOf(kept).flatMap((key) => (key.startsWith(prefix) ? (kept.getItem(key) ?? []) : []));
  } catch {
    return [];
  }
}

/** Forgets every value whose key speaks of something, such as a board by its id. */
export function forgetAll(storage: () => Storage, about: string): void {
  try {
    const kept = storage();
    for (const key of keysOf(kept)) if (key.includes(about)) kept.removeItem(key);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

function keysOf(storage: Storage): string[] {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i)!);
}
