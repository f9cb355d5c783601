import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { Refusal } from '../../shared/protocol/refusals.ts';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/**
 * The cost of a guess: 32 MiB and some 100 ms. People choose passphrases, so unlike for secrets the
 * hash has to be slow; guessing over the network is held back by `limits.ts` besides.
 */
const COST = { N: 2 ** 15, r: 8, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Computed at once, so that neither the memory nor the threads that files are read with run out. */
const AT_ONCE = 2;
/** Waiting; a whole room that joins at the same moment fits. */
const MOST_WAITING = 300;

/**
 * What is stored of a passphrase: the cost, a salt of its own, and the hash.
 * @throws Refusal 'too-many' when too many are being computed
 */
export async function hashPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await slowHash(passphrase, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/**
 * Whether a passphrase is the one that was stored; takes as long for a wrong one as for the right one.
 * @throws Refusal 'too-many' when too many are being computed
 */
export async function isPassphrase(passphrase: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = stored.split('$');
  const wanted = Buffer.from(hash, 'base64');
  const given = await slowHash(passphrase, Buffer.from(salt, 'base64'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(given, wanted);
}

let running = 0;
const waiting: (() => void)[] = [];

async function slowHash(passphrase: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw new Refusal('too-many');
    // Whoever ends hands its place on, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    // One letter can be written in several ways in Unicode; keyboards differ in which they choose.
    const text = passphrase.normalize('NFKC').trim();
    return await derive(text, salt, HASH_BYTES, { ...cost, maxmem: 256 * cost.N * cost.r });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
