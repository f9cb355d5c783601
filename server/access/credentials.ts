import { Refusal } from '../../shared/protocol/refusals.ts';
import { mayFacilitate, type Role } from '../../shared/protocol/roles.ts';
import type { Session } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { hashSecret } from './secrets.ts';
import { linkRefusal, sessionRefusal } from './standing.ts';

/** What somebody may do who shows a session token or the secret of a link. */
export interface Credential {
  role: Role;
  /** `null` for viewers, and for those who show a link they have not joined by. */
  participant: string | null;
  /** The whole board, or the report of one snapshot alone. */
  scope: 'board' | { snapshot: string };
}

/** @throws Refusal 'unknown-board', or 'deleted-board' for one that can be brought back */
export function requireBoard(storage: Storage, board: string): void {
  const found = storage.findBoard(board);
  if (!found) throw new Refusal('unknown-board');
  if (found.deletedAt !== null) throw new Refusal('deleted-board');
}

/**
 * The session of a token on a board.
 * @throws Refusal 'unknown-board', 'no-credential', 'wrong-session', 'removed', or 'revoked-link'
 *   and 'expired-link' when its link is no longer good
 */
export function requireSession(storage: Storage, board: string, token: string | null): Session {
  requireBoard(storage, board);
  if (!token) throw new Refusal('no-credential');
  const session = sessionOf(storage, board, hashSecret(token));
  if (!session) throw new Refusal('wrong-session');
  return session;
}

/**
 * What a session token, a board link's secret or a report link's secret allows on a board. The
 * secret of a link that asks for a passphrase allows nothing by itself.
 * @throws Refusal like `requireSession`, or 'needs-passphrase'
 */
export function resolveCredential(storage: Storage, board: string, secret: string | null): Credential {
  requireBoard(storage, board);
  return credentialOf(storage, board, secret);
}

/** Like `resolveCredential`, also on a board that is deleted. */
export function credentialOf(storage: Storage, board: string, secret: string | null): Credential {
  if (!secret) throw new Refusal('no-credential');
  const hash = hashSecret(secret);
  const session = sessionOf(storage, board, hash);
  if (session) return { role: session.role, participant: session.participant, scope: 'board' };
  const link = storage.findLink(hash);
  if (link?.board === board) {
    const refusal = linkRefusal(link) ?? (link.passphraseHash === null ? null : 'needs-passphrase');
    if (refusal) throw new Refusal(refusal);
    return { role: link.role, participant: null, scope: 'board' };
  }
  const report = storage.findReportLink(hash);
  if (report?.board !== board) throw new Refusal('wrong-session');
  const refusal = linkRefusal(report);
  if (refusal) throw new Refusal(refusal);
  return { role: 'viewer', participant: null, scope: { snapshot: report.snapshot } };
}

/** Lets facilitators pass. @throws Refusal 'not-allowed' */
export function requireFacilitator(credential: Credential): void {
  requireWholeBoard(credential);
  if (!mayFacilitate(credential.role)) throw new Refusal('not-allowed');
}

/**
 * Lets facilitators pass who have joined, for acts that tell who did them.
 * @returns their participant id
 * @throws Refusal 'not-allowed', 'no-credential' for a bare link
 */
export function requireNamedFacilitator(credential: Credential): string {
  requireFacilitator(credential);
  if (credential.participant === null) throw new Refusal('no-credential');
  return credential.participant;
}

/** Lets those pass who may read the whole board. @throws Refusal 'not-allowed' */
export function requireWholeBoard({ scope }: Credential): void {
  if (scope !== 'board') throw new Refusal('not-allowed');
}

function sessionOf(storage: Storage, board: string, tokenHash: string): Session | null {
  const session = storage.findSession(tokenHash);
  if (session?.board !== board) return null;
  const refusal = sessionRefusal(session);
  if (refusal) throw new Refusal(refusal);
  return session;
}
