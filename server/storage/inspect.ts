import { StartError } from '../start-error.ts';
import { isDatabaseError, openDatabase, type Database } from './driver.ts';
import { layoutOf, requireKnownLayout } from './layout.ts';
import { NEWEST_LAYOUT } from './migrations.ts';

/** What a sound database holds. */
export interface Contents {
  boards: number;
  snapshots: number;
}

/**
 * Reads all of a database file that nobody else uses and makes sure that it is whole and ours.
 * What lies in a log beside the file is written into it first.
 * @param name what to call the file in sentences
 * @throws StartError with a sentence when it is not
 */
export async function inspectDatabase(path: string, name: string): Promise<Contents> {
  const database = await openDatabase(path);
  try {
    // In this mode the file is complete by itself, without a log beside it.
    database.exec('PRAGMA journal_mode = DELETE');
    requireWhole(database, name);
    requireKnownLayout(database, name, NEWEST_LAYOUT);
    if (layoutOf(database) === 0) throw new StartError(`${name} is empty.`);
    return { boards: count(database, 'boards'), snapshots: count(database, 'snapshots') };
  } catch (error) {
    if (!isDatabaseError(error)) throw error;
    throw new StartError(`${name} is no database, or one that is damaged or incomplete.`, error);
  } finally {
    database.close();
  }
}

function requireWhole(database: Database, name: string): void {
  const problems = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
  const dangling = database.prepare('PRAGMA foreign_key_check').get();
  if (problems[0]?.integrity_check !== 'ok' || dangling) throw new StartError(`${name} is damaged or incomplete.`);
}

function count(database: Database, table: 'boards' | 'snapshots'): number {
  return (database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }).rows;
}
