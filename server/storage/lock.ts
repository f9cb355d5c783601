import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { isDatabaseError, openDatabase } from './driver.ts';

/**
 * Makes sure that only one server works on a data folder: each keeps documents in memory, so two
 * would serve two versions of one board. The lock is SQLite's own on a file beside the data, which
 * the system gives back when the process ends in whatever way, and which leaves backups free to
 * read the data.
 * @returns how to give it back
 * @throws StartError when another server has it
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const lock = await openDatabase(join(folder, 'plenary.lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!isDatabaseError(error)) throw error;
    throw new StartError(`Another Plenary server is using the data folder ${folder}.`, error);
  }
  return () => lock.close();
}
