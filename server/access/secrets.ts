import { createHash } from 'node:crypto';
import { createId } from '../../shared/ids.ts';

/** A new secret of 256 bits, for a link or a session. */
export function createSecret(): string {
  return createId(43);
}

/**
 * What is stored of a secret. A fast hash is right here, unlike for passwords: 256 random bits
 * cannot be guessed however fast one hashes. Secrets are looked up by this hash, so that no
 * comparison tells by its duration how much of a guess was right.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
