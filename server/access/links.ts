import { createId } from '../../shared/ids.ts';
import type { RenewLinkBody } from '../../shared/protocol/api.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import type { Relay } from '../relay/relay.ts';
import type { RoleLink } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { requireBoard } from './credentials.ts';
import { hashPassphrase, isPassphrase } from './passphrases.ts';
import { createSecret, hashSecret } from './secrets.ts';
import { linkRefusal } from './standing.ts';

/** Adds a link for a role. Within a transaction. */
export function addLink(
  storage: Storage,
  { secret, ...rest }: Omit<Parameters<Storage['addLink']>[0], 'id' | 'secretHash'> & { secret: string },
): void {
  storage.addLink({ ...rest, id: createId(), secretHash: hashSecret(secret) });
}

/**
 * Puts a new link in place of a role's old one; whoever came by the old one is sent away at once.
 * @returns the new secret
 * @throws Refusal 'bad-request' when it would have expired already, 'not-saved', 'too-many'
 */
export async function renewLink(
  storage: Storage,
  relay: Relay,
  asked: { board: string; role: Role } & RenewLinkBody,
): Promise<string> {
  const { board, role, expiresAt = null, passphrase = null } = asked;
  if (expiresAt !== null && expiresAt <= Date.now()) {
    throw new Refusal('bad-request', [{ field: 'expiresAt', message: 'Lies in the past.' }]);
  }
  const passphraseHash = passphrase === null ? null : await hashPassphrase(passphrase);
  const secret = createSecret();
  const now = Date.now();
  const revoked = storage.transaction(() => {
    const old = storage.revokeLinks(board, role, now);
    addLink(storage, { board, role, secret, createdAt: now, expiresAt, passphraseHash });
    return old;
  });
  relay.closeLinks(revoked);
  return secret;
}

/**
 * The link of a board that a secret belongs to.
 * @throws Refusal 'unknown-board', 'wrong-link', 'revoked-link', 'expired-link'
 */
export function requireLink(storage: Storage, board: string, secret: string): RoleLink {
  requireBoard(storage, board);
  const link = storage.findLink(hashSecret(secret));
  if (link?.board !== board) throw new Refusal('wrong-link');
  const refusal = linkRefusal(link);
  if (refusal) throw new Refusal(refusal);
  return link;
}

/** What stands between an address and the guesses it may make. */
export interface Guesses {
  take(): void;
  giveBack(): void;
}

/**
 * Lets those pass who know a link's passphrase, where it has one. Each guess is paid for before it
 * is looked at, however many come at once; the right one costs nothing in the end.
 * @throws Refusal 'needs-passphrase', 'wrong-passphrase', 'too-many'
 */
export async function requirePassphrase(link: RoleLink, given: string | undefined, guesses: Guesses): Promise<void> {
  if (link.passphraseHash === null) return;
  if (given === undefined) throw new Refusal('needs-passphrase');
  guesses.take();
  if (!(await isPassphrase(given, link.passphraseHash))) throw new Refusal('wrong-passphrase');
  guesses.giveBack();
}
