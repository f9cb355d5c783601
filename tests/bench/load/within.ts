/** Longer than anything takes that works at all. */
const LIMIT = 60_000;

/**
 * Waits for something, but not for ever, so that a relay that never answers fails its run alone.
 * @param what what is waited for, for the message when it never comes
 */
export async function within<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited in vain until ${what}.`)), LIMIT);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}
