import type { Database } from './driver.ts';
import type { RoleLink, Session } from './records.ts';
import type { Storage } from './types.ts';

type LinkCalls = Pick<
  Storage,
  | 'addBoard'
  | 'hasBoard'
  | 'addLink'
  | 'findLink'
  | 'revokeLinks'
  | 'addReportLink'
  | 'findReportLink'
  | 'addSession'
  | 'findSession'
>;

/** Boards, their links, and the sessions those were exchanged for, in the SQLite storage. */
export function linkCalls(database: Database): LinkCalls {
  const addBoard = database.prepare('INSERT INTO boards (id, created_at) VALUES (?, ?)');
  const hasBoard = database.prepare('SELECT 1 FROM boards WHERE id = ?');
  const addLink = database.prepare('INSERT INTO links (id, board, role, secret_hash, created_at) VALUES (?, ?, ?, ?, ?)');
  const findLink = database.prepare(
    'SELECT id, board, role, created_at AS createdAt, revoked_at AS revokedAt FROM links WHERE secret_hash = ?',
  );
  const revokeLinks = database.prepare(
    'UPDATE links SET revoked_at = ? WHERE board = ? AND role = ? AND revoked_at IS NULL RETURNING id',
  );
  const addReportLink = database.prepare(
    'INSERT INTO report_links (id, snapshot, secret_hash, created_at) VALUES (?, ?, ?, ?)',
  );
  const findReportLink = database.prepare(
    `SELECT snapshots.board, snapshots.id AS snapshot FROM report_links
     JOIN snapshots ON snapshots.id = report_links.snapshot WHERE secret_hash = ?`,
  );
  const addSession = database.prepare(
    'INSERT INTO sessions (token_hash, board, link, participant, role, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const findSession = database.prepare(
    `SELECT token_hash AS tokenHash, sessions.board, link, participant, sessions.role, sessions.created_at AS createdAt,
       links.revoked_at IS NOT NULL AS revoked
     FROM sessions JOIN links ON links.id = sessions.link WHERE token_hash = ?`,
  );
  return {
    addBoard: (board) => void addBoard.run(board.id, board.createdAt),
    hasBoard: (id) => hasBoard.get(id) !== undefined,
    addLink: (link) => void addLink.run(link.id, link.board, link.role, link.secretHash, link.createdAt),
    findLink: (secretHash) => (findLink.get(secretHash) as RoleLink | undefined) ?? null,
    revokeLinks: (board, role, at) => (revokeLinks.all(at, board, role) as { id: string }[]).map((row) => row.id),
    addReportLink: (link) => void addReportLink.run(link.id, link.snapshot, link.secretHash, link.createdAt),
    findReportLink: (secretHash) =>
      (findReportLink.get(secretHash) as { board: string; snapshot: string } | undefined) ?? null,
    addSession: (session) =>
      void addSession.run(
        session.tokenHash,
        session.board,
        session.link,
        session.participant,
        session.role,
        session.createdAt,
      ),
    findSession(tokenHash) {
      const row = findSession.get(tokenHash) as (Omit<Session, 'revoked'> & { revoked: number }) | undefined;
      return row ? { ...row, revoked: row.revoked === 1 } : null;
    },
  };
}
