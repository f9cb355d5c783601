import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { StartError } from '../start-error.ts';
import { syncToDisk } from './durable.ts';
import { openDatabase } from './driver.ts';
import { databasePath } from './files.ts';
import { inspectDatabase, type Contents } from './inspect.ts';

/** What was backed up; `bytes` is the size of the new file. */
export interface Backup extends Contents {
  bytes: number;
}

/** Milliseconds to wait while somebody else writes the log back into the file. */
const BUSY_TIMEOUT = 10_000;

/**
 * Copies the database of a data folder, as it is at this moment, into one new file, whether a
 * server uses it or not. The file has its name only once it is whole and on disk.
 * @throws StartError when there is nothing to copy or something at the target; errors of the system
 */
export async function backUp(dataDir: string, target: string): Promise<Backup> {
  const source = databasePath(dataDir);
  if (!existsSync(source)) throw new StartError(`There is no database in the data folder ${dataDir}.`);
  const part = `${target}.part`;
  reserve(target);
  try {
    reserve(part);
    await copyInto(source, part);
    const contents = await inspectDatabase(part, 'The copy');
    syncToDisk(part);
    renameSync(part, target);
    syncToDisk(target);
    return { ...contents, bytes: statSync(target).size };
  } catch (error) {
    rmSync(part, { force: true });
    rmSync(target, { force: true });
    throw error;
  }
}

/** Makes an empty file that only its owner may read, where nothing is yet. */
function reserve(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new StartError(`There is already a file at ${path}; nothing is ever overwritten.`, error);
  }
}

/** The copy is one read transaction, which a server that writes meanwhile does not wait for. */
async function copyInto(source: string, emptyFile: string): Promise<void> {
  const database = await openDatabase(source);
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    database.prepare('VACUUM INTO ?').run(emptyFile);
  } finally {
    database.close();
  }
}
