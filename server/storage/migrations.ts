import { StartError } from '../start-error.ts';
import type { Database } from './driver.ts';

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
];

/**
 * Brings a database to the shape this version knows.
 * @throws StartError when a newer version wrote the file: what this one does not know it could damage
 */
export function migrate(database: Database, path: string): void {
  const version = Number((database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
  if (version > MIGRATIONS.length) {
    throw new StartError(
      `${path} was written by a newer version of Plenary (layout ${version}; this version knows ${MIGRATIONS.length}). ` +
        'Start that version, or use another data folder.',
    );
  }
  MIGRATIONS.slice(version).forEach((step, index) => {
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${version + index + 1}; COMMIT;`);
  });
}
