import { Refusal } from '../../shared/protocol/refusals.ts';
import { reportUnexpected } from '../unexpected.ts';
import { boardCalls } from './boards.ts';
import { isDatabaseError, openDatabase, type Database } from './driver.ts';
import { linkCalls } from './links.ts';
import { migrate } from './migrations.ts';
import { sessionCalls } from './sessions.ts';
import { snapshotCalls } from './snapshots.ts';
import type { Storage } from './types.ts';
import { updateCalls } from './updates.ts';
import { writerCalls } from './writers.ts';

/**
 * Opens the storage in one SQLite file, made when it is not there.
 * @param busyTimeout milliseconds to wait for another process that is writing to the file; the
 *   whole server waits, so this is short
 * @param open opens the file, with the engine this Node has unless told otherwise
 * @throws StartError when a newer version or another program wrote the file
 */
export async function openSqliteStorage(path: string, busyTimeout: number, open = openDatabase): Promise<Storage> {
  const database = await open(path);
  try {
    database.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
    database.exec('PRAGMA foreign_keys = OFF');
    migrate(database, path);
    database.exec('PRAGMA foreign_keys = ON');
    database.exec('PRAGMA journal_mode = WAL');
    // With NORMAL a power cut could take back the last commits, which others have already seen.
    database.exec('PRAGMA synchronous = FULL');
    // Else what was erased, or written down anew, would stay in the file until something is written over it.
    database.exec('PRAGMA secure_delete = ON');
  } catch (error) {
    // Closing takes back what a migration has left unfinished.
    database.close();
    throw error;
  }
  return {
    transaction: (work) => transaction(database, work),
    checkWritable: () => transaction(database, writeForATry(database)),
    ...boardCalls(database),
    ...linkCalls(database),
    ...sessionCalls(database),
    ...updateCalls(database),
    ...writerCalls(database),
    ...snapshotCalls(database),
    close: () => closeDatabase(database),
  };
}

function transaction<T>(database: Database, work: () => T): T {
  try {
    // Takes the lock with the first write: work that turns out to write nothing, such as the greeting
    // of somebody who only reads, succeeds where nothing can be written.
    database.exec('BEGIN');
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      rollBack(database);
      throw error;
    }
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    reportUnexpected('saving', error);
    throw new Refusal('not-saved');
  }
}

/** What a try writes, in bytes: more than fits into pages that are in use already. */
const TRY_SIZE = 64 * 1024;

function writeForATry(database: Database): () => void {
  return () => {
    const { lastInsertRowid } = database.prepare("INSERT INTO updates (room, data) VALUES ('', zeroblob(?))").run(TRY_SIZE);
    database.prepare('DELETE FROM updates WHERE seq = ?').run(lastInsertRowid);
  };
}

/** Leaves everything in the one file, so that a copy of it is a backup while the server is stopped. */
function closeDatabase(database: Database): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // Nothing is lost: the next start reads what is still in the log beside the file.
    reportUnexpected('writing everything into the one file', error);
  }
  database.close();
}

function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // SQLite has already rolled back by itself, as it does when the disk is full.
  }
}
