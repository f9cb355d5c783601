import { join } from 'node:path';

/** The database within a data folder. */
export function databasePath(dataDir: string): string {
  return join(dataDir, 'plenary.db');
}
