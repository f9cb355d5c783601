import type { Database } from './driver.ts';
import type { RoleLink } from './records.ts';
import type { Storage } from './types.ts';

type LinkCalls = Pick<
  Storage,
  'addBoard' | 'hasBoard' | 'addLink' | 'findLink' | 'currentLink' | 'revokeLinks' | 'addReportLink' | 'findReportLink'
>;

const LINK = `id, board, role, created_at AS createdAt, revoked_at AS revokedAt, expires_at AS expiresAt,
  passphrase_hash AS passphraseHash`;

/** Boards and their links in the SQLite storage. */
export function linkCalls(database: Database): LinkCalls {
  const addBoard = database.prepare('INSERT INTO boards (id, created_at) VALUES (?, ?)');
  const hasBoard = database.prepare('SELECT 1 FROM boards WHERE id = ?');
  const addLink = database.prepare(
    `INSERT INTO links (id, board, role, secret_hash, created_at, expires_at, passphrase_hash)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const findLink = database.prepare(`SELECT ${LINK} FROM links WHERE secret_hash = ?`);
  const currentLink = database.prepare(
    `SELECT ${LINK} FROM links WHERE board = ? AND role = ? AND revoked_at IS NULL ORDER BY created_at DESC LIMIT 1`,
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
  return {
    addBoard: (board) => void addBoard.run(board.id, board.createdAt),
    hasBoard: (id) => hasBoard.get(id) !== undefined,
    addLink({ id, board, role, secretHash, createdAt, expiresAt = null, passphraseHash = null }) {
      addLink.run(id, board, role, secretHash, createdAt, expiresAt, passphraseHash);
    },
    findLink: (secretHash) => (findLink.get(secretHash) as RoleLink | undefined) ?? null,
    currentLink: (board, role) => (currentLink.get(board, role) as RoleLink | undefined) ?? null,
    revokeLinks: (board, role, at) => (revokeLinks.all(at, board, role) as { id: string }[]).map((row) => row.id),
    addReportLink: (link) => void addReportLink.run(link.id, link.snapshot, link.secretHash, link.createdAt),
    findReportLink: (secretHash) =>
      (findReportLink.get(secretHash) as { board: string; snapshot: string } | undefined) ?? null,
  };
}
