import { createId } from '../../shared/ids.ts';
import type { JoinBody, JoinedSession, LinkOpening, OpenLinkBody } from '../../shared/protocol/api.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { peopledSites, putParticipant, readStage } from '../../shared/stage/document.ts';
import { lateComersRead, setReadsOnly } from '../../shared/stage/readers.ts';
import { setScribe } from '../../shared/stage/scribes.ts';
import { ensureSite, sayHeadcount } from '../../shared/stage/sites.ts';
import type { Relay } from '../relay/relay.ts';
import type { RoleLink } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { requireLink, requirePassphrase, type Guesses } from './links.ts';
import { createSecret, hashSecret } from './secrets.ts';
import { sessionRefusal } from './standing.ts';

/**
 * Tells what a link leads to, for somebody who has not joined yet. Where it asks for a passphrase
 * that was not given, it tells only that.
 * @throws Refusal 'unknown-board', 'wrong-link', 'revoked-link', 'expired-link', 'wrong-passphrase',
 *   'too-many'
 */
export async function openLink(
  storage: Storage,
  relay: Relay,
  board: string,
  { secret, passphrase }: OpenLinkBody,
  guesses: Guesses,
): Promise<LinkOpening> {
  const link = requireLink(storage, board, secret);
  const { role } = link;
  if (link.passphraseHash !== null && passphrase === undefined) return { role, needsPassphrase: true };
  await requirePassphrase(link, passphrase, guesses);
  const stage = relay.read({ board, kind: 'stage' }, readStage);
  return {
    role,
    needsPassphrase: false,
    title: stage.meta?.title ?? '',
    workshop: stage.meta?.workshop ?? '',
    anonymous: stage.meta?.anonymous ?? false,
    sites: peopledSites(stage).map((site) => site.name),
  };
}

/**
 * Exchanges a link for a session. Whoever is not a viewer appears on the stage before the session
 * exists, so that nobody is ever there without a name.
 * @throws Refusal like `openLink`, 'needs-passphrase', 'not-saved', or 'bad-request' naming the
 *   fields `name` and `site` where they are missing
 */
export async function join(
  storage: Storage,
  relay: Relay,
  board: string,
  body: JoinBody,
  guesses: Guesses,
): Promise<JoinedSession> {
  await requirePassphrase(requireLink(storage, board, body.secret), body.passphrase, guesses);
  // Asked again, for it may have been revoked while the passphrase was looked at.
  const link = requireLink(storage, board, body.secret);
  const participant = link.role === 'viewer' ? null : putOnStage(relay, link, body, returning(storage, board, body.previous));
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

/**
 * Who somebody was on the board, as the token shows that their device kept. Only where that session
 * has ended with its link: somebody who was removed comes back as somebody new.
 */
function returning(storage: Storage, board: string, token: string | undefined): string | null {
  const session = token === undefined ? null : storage.findSession(hashSecret(token));
  if (session?.board !== board || session.revokedAt !== null) return null;
  return sessionRefusal(session) ? session.participant : null;
}

function putOnStage(relay: Relay, link: RoleLink, { name, site, language, room }: JoinBody, known: string | null): string {
  if (!name || !site) {
    const missing = Object.entries({ name, site }).filter(([, value]) => !value);
    throw new Refusal(
      'bad-request',
      missing.map(([field]) => ({ field, message: 'Needed to join with this link.' })),
    );
  }
  const id = known ?? createId();
  relay.change({ board: link.board, kind: 'stage' }, (doc) => {
    const { id: siteId } = ensureSite(doc, site, { language });
    putParticipant(doc, { id, name, site: siteId, role: link.role, language, joinedAt: Date.now() });
    if (room !== undefined) {
      setScribe(doc, id, true);
      sayHeadcount(doc, siteId, room, id);
    }
    if (link.role === 'participant' && known === null && lateComersRead(doc)) setReadsOnly(doc, id, true);
  });
  return id;
}
