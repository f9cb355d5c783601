import { Refusal } from '../../shared/protocol/refusals.ts';
import { putParticipant, readStage, type StageParticipant } from '../../shared/stage/document.ts';
import type { Relay } from '../relay/relay.ts';
import type { Session } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { sessionRefusal } from './standing.ts';

/**
 * Removes somebody from a board: their sessions end for good, their pages are closed at once. They
 * stay on the stage, marked, because the notes they wrote carry their name.
 * @throws Refusal 'unknown-participant', 'last-facilitator', 'not-saved'
 */
export function removeParticipant(storage: Storage, relay: Relay, board: string, id: string): void {
  const person = requireParticipant(relay, board, id);
  const ended = storage.transaction(() => {
    const sessions = storage.sessionsOf(board, id).filter(({ revokedAt }) => revokedAt === null);
    requireOtherFacilitator(storage, board, id);
    for (const session of sessions) storage.revokeSession(session.tokenHash, Date.now());
    return sessions;
  });
  // The pages before the stage: whoever is out must not be able to write themself in again.
  relay.closeSessions(tokenHashes(ended), 'removed');
  relay.change({ board, kind: 'stage' }, (doc) => putParticipant(doc, { ...person, removed: true }));
}

/**
 * Makes somebody a facilitator, or a participant again. From then on they stand and fall with the
 * link of their new role, so that new participant links do not send a named facilitator away.
 * @throws Refusal 'unknown-participant' also when they could not come in any more, 'last-facilitator',
 *   'not-saved'
 */
export function changeRole(
  storage: Storage,
  relay: Relay,
  asked: { board: string; participant: string; role: 'facilitator' | 'participant' },
): void {
  const { board, participant: id, role } = asked;
  const person = requireParticipant(relay, board, id);
  const changed = storage.transaction(() => {
    const sessions = storage.sessionsOf(board, id).filter(isGood);
    if (sessions.length === 0) throw new Refusal('unknown-participant');
    if (role !== 'facilitator') requireOtherFacilitator(storage, board, id);
    const others = sessions.filter((session) => session.role !== role);
    for (const session of others) {
      const link = storage.currentLink(board, role)?.id ?? session.link;
      storage.changeSession(session.tokenHash, { role, link });
    }
    return others;
  });
  relay.closeSessions(tokenHashes(changed), 'role-changed');
  if (person.role !== role) {
    relay.change({ board, kind: 'stage' }, (doc) => putParticipant(doc, { ...person, role }));
  }
}

/** Somebody who is on the board and has not been removed. */
function requireParticipant(relay: Relay, board: string, id: string): StageParticipant {
  const person = relay.read({ board, kind: 'stage' }, readStage).participants.get(id);
  if (!person || person.removed) throw new Refusal('unknown-participant');
  return person;
}

/** A board without facilitators could not be led by anybody any more. */
function requireOtherFacilitator(storage: Storage, board: string, leaving: string): void {
  const good = storage.facilitatorSessions(board).filter(isGood);
  const leads = good.some(({ participant }) => participant === leaving);
  if (leads && !good.some(({ participant }) => participant !== leaving)) throw new Refusal('last-facilitator');
}

function isGood(session: Session): boolean {
  return sessionRefusal(session) === null;
}

function tokenHashes(sessions: readonly Session[]): Set<string> {
  return new Set(sessions.map(({ tokenHash }) => tokenHash));
}
