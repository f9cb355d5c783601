import type { Database } from './driver.ts';
import { layoutOf, requireKnownLayout } from './layout.ts';

/**
 * The steps that bring a database to the shape this version knows; the number of steps taken is
 * the file's `user_version`. A step that was released is never changed, a new one is added.
 */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE boards (
    id TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE links (
    id TEXT PRIMARY KEY,
    board TEXT NOT NULL REFERENCES boards (id),
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')),
    secret_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER
  ) STRICT;
  CREATE INDEX links_by_board ON links (board, role);

  CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    board TEXT NOT NULL REFERENCES boards (id),
    link TEXT NOT NULL REFERENCES links (id),
    participant TEXT,
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'participant', 'viewer')),
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE updates (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    room TEXT NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
  CREATE INDEX updates_by_room ON updates (room, seq);

  CREATE TABLE snapshots (
    id TEXT PRIMARY KEY,
    board TEXT NOT NULL REFERENCES boards (id),
    title TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL,
    notes INTEGER NOT NULL,
    content TEXT NOT NULL,
    board_state BLOB NOT NULL,
    stage_state BLOB NOT NULL,
    checksum TEXT NOT NULL
  ) STRICT;
  CREATE INDEX snapshots_by_board ON snapshots (board, saved_at);

  CREATE TABLE report_links (
    id TEXT PRIMARY KEY,
    snapshot TEXT NOT NULL REFERENCES snapshots (id),
    secret_hash TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  ALTER TABLE links ADD COLUMN expires_at INTEGER;
  ALTER TABLE links ADD COLUMN passphrase_hash TEXT;
  ALTER TABLE sessions ADD COLUMN revoked_at INTEGER;
  CREATE INDEX sessions_by_participant ON sessions (board, participant);
  `,
  `
  CREATE TABLE writers (
    room TEXT NOT NULL,
    client INTEGER NOT NULL,
    participant TEXT NOT NULL,
    PRIMARY KEY (room, client)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE updates ADD COLUMN state_vector BLOB;
  ALTER TABLE updates ADD COLUMN checksum TEXT;
  `,
  // What a list shows stands before what a snapshot holds, so that listing never reads the documents.
  // Copied there and back: a table that was renamed keeps the connection from closing its log.
  `
  CREATE TABLE snapshots_before AS SELECT rowid AS row, * FROM snapshots;
  DROP TABLE snapshots;
  CREATE TABLE snapshots (
    id TEXT PRIMARY KEY,
    board TEXT NOT NULL REFERENCES boards (id),
    title TEXT NOT NULL,
    remark TEXT NOT NULL,
    cause TEXT NOT NULL,
    subject TEXT,
    saved_at INTEGER NOT NULL,
    saved_by TEXT NOT NULL,
    notes INTEGER NOT NULL,
    packed INTEGER NOT NULL,
    checksum TEXT NOT NULL,
    content TEXT NOT NULL,
    board_state BLOB NOT NULL,
    stage_state BLOB NOT NULL
  ) STRICT;
  INSERT INTO snapshots (rowid, id, board, title, remark, cause, saved_at, saved_by, notes, packed, checksum, content, board_state, stage_state)
    SELECT row, id, board, title, '', 'saved', saved_at, saved_by, notes, 0, checksum, content, board_state, stage_state FROM snapshots_before;
  DROP TABLE snapshots_before;
  CREATE INDEX snapshots_by_board ON snapshots (board, saved_at);

  ALTER TABLE report_links ADD COLUMN expires_at INTEGER;
  ALTER TABLE report_links ADD COLUMN revoked_at INTEGER;
  CREATE INDEX report_links_by_snapshot ON report_links (snapshot);

  CREATE TABLE report_edits (
    snapshot TEXT PRIMARY KEY REFERENCES snapshots (id),
    edits TEXT NOT NULL,
    changed_at INTEGER NOT NULL
  ) STRICT;

  ALTER TABLE boards ADD COLUMN changed_at INTEGER;
  UPDATE boards SET changed_at = CAST(strftime('%s', 'now') AS INTEGER) * 1000;
  ALTER TABLE boards ADD COLUMN deleted_at INTEGER;
  `,
];

/** The layout that this version writes. */
export const NEWEST_LAYOUT = MIGRATIONS.length;

/**
 * Brings a database to the shape this version knows: all missing steps as one transaction, so that
 * one that fails leaves the file as it was. To be called with foreign keys switched off, or a step
 * could not rebuild a table that others refer to (sqlite.org/lang_altertable.html section 7); that
 * all of them lead somewhere is checked at the end.
 * @param path for the sentence when it cannot
 * @throws StartError when the file is not ours, or when a newer version wrote it
 */
export function migrate(database: Database, path: string, steps: readonly string[] = MIGRATIONS): void {
  requireKnownLayout(database, path, steps.length);
  const missing = steps.slice(layoutOf(database));
  if (missing.length === 0) return;
  database.exec('BEGIN IMMEDIATE');
  for (const step of missing) database.exec(step);
  if (database.prepare('PRAGMA foreign_key_check').get()) throw new Error('A migration left a row that refers to nothing.');
  database.exec(`PRAGMA user_version = ${steps.length}`);
  database.exec('COMMIT');
}
