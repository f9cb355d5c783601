import { createId } from '../../shared/ids.ts';
import type { JoinBody, JoinedSession, OpenedLink } from '../../shared/protocol/api.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { ensureSite, putParticipant, readStage } from '../../shared/stage/document.ts';
import type { Relay } from '../relay/relay.ts';
import type { RoleLink } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { requireBoard } from './credentials.ts';
import { createSecret, hashSecret } from './secrets.ts';

/**
 * Tells what a link leads to, for somebody who has not joined yet.
 * @throws Refusal 'unknown-board', 'wrong-link', 'revoked-link'
 */
export function openLink(storage: Storage, relay: Relay, board: string, secret: string): OpenedLink {
  const { role } = requireLink(storage, board, secret);
  const { meta, sites } = relay.read({ board, kind: 'stage' }, readStage);
  return {
    role,
    title: meta?.title ?? '',
    workshop: meta?.workshop ?? '',
    sites: [...sites.values()].map((site) => site.name),
  };
}

/**
 * Exchanges a link for a session. Whoever is not a viewer appears on the stage before the session
 * exists, so that nobody is ever there without a name.
 * @throws Refusal 'unknown-board', 'wrong-link', 'revoked-link', 'not-saved', or 'bad-request'
 *   naming the fields `name` and `site` where they are missing
 */
export function join(storage: Storage, relay: Relay, board: string, body: JoinBody): JoinedSession {
  const link = requireLink(storage, board, body.secret);
  const participant = link.role === 'viewer' ? null : putOnStage(relay, link, body);
  const token = createSecret();
  storage.transaction(() =>
    storage.addSession({
      tokenHash: hashSecret(token),
      board,
      link: link.id,
      participant,
      role: link.role,
      createdAt: Date.now(),
    }),
  );
  return { token, role: link.role, participant };
}

function putOnStage(relay: Relay, link: RoleLink, { name, site, language }: JoinBody): string {
  if (!name || !site) {
    const missing = Object.entries({ name, site }).filter(([, value]) => !value);
    throw new Refusal(
      'bad-request',
      missing.map(([field]) => ({ field, message: 'Needed to join with this link.' })),
    );
  }
  const id = createId();
  relay.change({ board: link.board, kind: 'stage' }, (doc) => {
    const { id: siteId } = ensureSite(doc, site, createId);
    putParticipant(doc, { id, name, site: siteId, role: link.role, language, joinedAt: Date.now() });
  });
  return id;
}

function requireLink(storage: Storage, board: string, secret: string): RoleLink {
  requireBoard(storage, board);
  const link = storage.findLink(hashSecret(secret));
  if (link?.board !== board) throw new Refusal('wrong-link');
  if (link.revokedAt !== null) throw new Refusal('revoked-link');
  return link;
}
