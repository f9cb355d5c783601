import { StartError } from '../start-error.ts';
import type { Database } from './driver.ts';

/** Tables of the first layout that every later one still has; a file without them is not ours. */
const CORE = ['boards', 'links', 'sessions', 'snapshots', 'updates'];

/** How many migrations a database has seen: the file's `user_version`, 0 for an empty one. */
export function layoutOf(database: Database): number {
  return (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;
}

/**
 * Makes sure that a database is one of ours, or empty, and of no layout we do not know.
 * @param path for the sentence
 * @param newest the newest layout this version knows
 * @throws StartError; what we do not know we could damage
 */
export function requireKnownLayout(database: Database, path: string, newest: number): void {
  const layout = layoutOf(database);
  const tables = tablesOf(database);
  const isOurs = layout === 0 ? tables.size === 0 : CORE.every((table) => tables.has(table));
  if (!isOurs) throw new StartError(`${path} is a database of another program.`);
  if (layout > newest) {
    throw new StartError(
      `${path} was written by a newer version of Plenary (layout ${layout}; this version knows ${newest}). ` +
        'Use that version, or another file.',
    );
  }
}

function tablesOf(database: Database): Set<string> {
  const rows = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
  return new Set(rows.map(({ name }) => name));
}
