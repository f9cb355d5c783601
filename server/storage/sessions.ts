import type { Database } from './driver.ts';
import type { Session } from './records.ts';
import type { Storage } from './types.ts';

type SessionCalls = Pick<
  Storage,
  'addSession' | 'findSession' | 'sessionsOf' | 'facilitatorSessions' | 'revokeSession' | 'changeSession'
>;

const SELECT = `SELECT token_hash AS tokenHash, sessions.board, link, participant, sessions.role,
    sessions.created_at AS createdAt, sessions.revoked_at AS revokedAt, links.revoked_at AS linkRevokedAt,
    links.expires_at AS linkExpiresAt
  FROM sessions JOIN links ON links.id = sessions.link`;

/** The sessions that links were exchanged for, in the SQLite storage. */
export function sessionCalls(database: Database): SessionCalls {
  const add = database.prepare(
    'INSERT INTO sessions (token_hash, board, link, participant, role, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const find = database.prepare(`${SELECT} WHERE token_hash = ?`);
  const byParticipant = database.prepare(`${SELECT} WHERE sessions.board = ? AND participant = ?`);
  const facilitators = database.prepare(`${SELECT} WHERE sessions.board = ? AND sessions.role = 'facilitator'`);
  const revoke = database.prepare('UPDATE sessions SET revoked_at = ? WHERE token_hash = ?');
  const change = database.prepare('UPDATE sessions SET role = ?, link = ? WHERE token_hash = ?');
  return {
    addSession({ tokenHash, board, link, participant, role, createdAt }) {
      add.run(tokenHash, board, link, participant, role, createdAt);
    },
    findSession: (tokenHash) => (find.get(tokenHash) as Session | undefined) ?? null,
    sessionsOf: (board, participant) => byParticipant.all(board, participant) as unknown as Session[],
    facilitatorSessions: (board) => facilitators.all(board) as unknown as Session[],
    revokeSession: (tokenHash, at) => void revoke.run(at, tokenHash),
    changeSession: (tokenHash, { role, link }) => void change.run(role, link, tokenHash),
  };
}
