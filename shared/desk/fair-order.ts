/** What one person brings to the board. */
export interface Share<T> {
  participant: string;
  site: string;
  /** In the person's own order. */
  notes: readonly T[];
}

/**
 * Puts what several people bring in a fair order: the sites take turns, and within a site its
 * people, each with their next note. Who begins follows from the seed, neither from names nor from
 * who was quickest, and is the same every time.
 */
export function fairOrder<T>(shares: readonly Share<T>[], seed: string): T[] {
  const sites = new Map<string, Share<T>[]>();
  for (const share of shares) sites.set(share.site, [...(sites.get(share.site) ?? []), share]);
  const lanes = [...sites]
    .sort(([a], [b]) => drawn(a, b, seed))
    .map(([, people]) => inTurns([...people].sort((a, b) => drawn(a.participant, b.participant, seed)).map(({ notes }) => notes)));
  return inTurns(lanes);
}

/** Puts things in an order that chance has drawn, the same every time. */
export function shuffled<T extends { id: string }>(things: readonly T[], seed: string): T[] {
  return [...things].sort((a, b) => drawn(a.id, b.id, seed));
}

/** The first of each list, then the second of each, and so on. */
function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => (turn < list.length ? [list[turn]!] : []))).flat();
}

function drawn(a: string, b: string, seed: string): number {
  return lot(seed + a) - lot(seed + b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** FNV-1a, finished as MurmurHash3 does, so that ids that differ little lie far apart. */
function lot(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
