import { isIP } from 'node:net';
import { Refusal } from '../../shared/protocol/refusals.ts';

/** What is held back when one address asks too often. */
export type LimitedAct = 'board' | 'link' | 'passphrase';

/** How often one address may do each act in a minute, all of it at once if it likes; 0 for no limit. */
export type RateLimits = Record<LimitedAct, number>;

/**
 * Forty people behind one address join within a minute by opening and joining, some of them twice;
 * of their passphrases only the wrong ones count.
 */
export const RATE_LIMITS: RateLimits = { board: 30, link: 240, passphrase: 60 };

const MINUTE = 60_000;
/** Addresses remembered for each act; those that have been quiet for longest are forgotten first. */
const MOST_ADDRESSES = 20_000;

/** Somebody asks too often. */
export class TooMany extends Refusal {
  /** Whole seconds after which it is worth trying again. */
  readonly retryAfter: number;

  constructor(retryAfter: number) {
    super('too-many');
    this.retryAfter = retryAfter;
  }
}

/** Counts what addresses do. */
export interface Limiter {
  /** @throws TooMany when this address has none left of the act */
  take(act: LimitedAct, address: string): void;
  /** Takes back what was taken for nothing. */
  giveBack(act: LimitedAct, address: string): void;
}

interface Bucket {
  left: number;
  /** Milliseconds since 1970, when `left` was right. */
  at: number;
}

/** @param now the clock, in milliseconds */
export function createLimiter(limits: RateLimits, now: () => number = Date.now): Limiter {
  const buckets: Record<LimitedAct, Map<string, Bucket>> = { board: new Map(), link: new Map(), passphrase: new Map() };

  const bucketOf = (act: LimitedAct, address: string): Bucket => {
    const known = buckets[act];
    const key = networkOf(address);
    const bucket = known.get(key) ?? { left: limits[act], at: now() };
    const gained = (Math.max(0, now() - bucket.at) * limits[act]) / MINUTE;
    Object.assign(bucket, { left: Math.min(limits[act], bucket.left + gained), at: now() });
    // Last in the map's order, which is the order of being forgotten.
    known.delete(key);
    known.set(key, bucket);
    if (known.size > MOST_ADDRESSES) known.delete(known.keys().next().value!);
    return bucket;
  };

  return {
    take(act, address) {
      if (limits[act] === 0) return;
      const bucket = bucketOf(act, address);
      if (bucket.left < 1) throw new TooMany(Math.ceil(((1 - bucket.left) * MINUTE) / limits[act] / 1_000));
      bucket.left -= 1;
    },
    giveBack(act, address) {
      if (limits[act] > 0) bucketOf(act, address).left += 1;
    },
  };
}

/** What counts as one address: of IPv6 the first 64 bits, which is what one household or one hall gets. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail] = plain.split('%')[0]!.split('::');
  const front = head ? head.split(':') : [];
  const back = tail ? tail.split(':') : [];
  const groups = tail === undefined ? front : [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
