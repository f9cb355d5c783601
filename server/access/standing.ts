import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { RelaySession } from '../relay/connection.ts';
import type { RoleLink, Session } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';

/** Why a link opens nothing any more; `null` while it does. */
export function linkRefusal(link: Pick<RoleLink, 'revokedAt' | 'expiresAt'>): RefusalCode | null {
  if (link.revokedAt !== null) return 'revoked-link';
  return link.expiresAt !== null && link.expiresAt <= Date.now() ? 'expired-link' : null;
}

/** Why a session is good for nothing any more; `null` while it is. It ends with its link. */
export function sessionRefusal(session: Session): RefusalCode | null {
  if (session.revokedAt !== null) return 'removed';
  return linkRefusal({ revokedAt: session.linkRevokedAt, expiresAt: session.linkExpiresAt });
}

/** Why a connection that was let in with a session may not stay; `null` while it may. */
export function connectionRefusal(storage: Storage, { id, role }: RelaySession): RefusalCode | null {
  const session = storage.findSession(id);
  if (!session) return 'wrong-session';
  return sessionRefusal(session) ?? (session.role === role ? null : 'role-changed');
}
