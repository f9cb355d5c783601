import type { Database } from './driver.ts';
import type { ReportLinkRecord, RoleLink } from './records.ts';
import type { Storage } from './types.ts';

type LinkCalls = Pick<
  Storage,
  | 'addLink'
  | 'findLink'
  | 'currentLink'
  | 'revokeLinks'
  | 'addReportLink'
  | 'findReportLink'
  | 'reportLinks'
  | 'revokeReportLink'
>;

const LINK = `id, board, role, created_at AS createdAt, revoked_at AS revokedAt, expires_at AS expiresAt,
  passphrase_hash AS passphraseHash`;

const REPORT_LINK = `report_links.id, snapshot, report_links.created_at AS createdAt, expires_at AS expiresAt,
  revoked_at AS revokedAt`;

/** The links of boards and reports in the SQLite storage. */
export function linkCalls(database: Database): LinkCalls {
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
    'INSERT INTO report_links (id, snapshot, secret_hash, created_at, expires_at) VALUES (?, ?, ?, ?, ?)',
  );
  const findReportLink = database.prepare(
    `SELECT snapshots.board, ${REPORT_LINK} FROM report_links
     JOIN snapshots ON snapshots.id = report_links.snapshot WHERE secret_hash = ?`,
  );
  const reportLinks = database.prepare(`SELECT ${REPORT_LINK} FROM report_links WHERE snapshot = ? ORDER BY created_at, id`);
  const revokeReportLink = database.prepare(
    'UPDATE report_links SET revoked_at = ? WHERE snapshot = ? AND id = ? AND revoked_at IS NULL',
  );
  return {
    addLink({ id, board, role, secretHash, createdAt, expiresAt = null, passphraseHash = null }) {
      addLink.run(id, board, role, secretHash, createdAt, expiresAt, passphraseHash);
    },
    findLink: (secretHash) => (findLink.get(secretHash) as RoleLink | undefined) ?? null,
    currentLink: (board, role) => (currentLink.get(board, role) as RoleLink | undefined) ?? null,
    revokeLinks: (board, role, at) => (revokeLinks.all(at, board, role) as { id: string }[]).map((row) => row.id),
    addReportLink: ({ id, snapshot, secretHash, createdAt, expiresAt = null }) =>
      void addReportLink.run(id, snapshot, secretHash, createdAt, expiresAt),
    findReportLink: (secretHash) =>
      (findReportLink.get(secretHash) as (ReportLinkRecord & { board: string }) | undefined) ?? null,
    reportLinks: (snapshot) => reportLinks.all(snapshot) as unknown as ReportLinkRecord[],
    revokeReportLink: (snapshot, id, at) => void revokeReportLink.run(at, snapshot, id),
  };
}
