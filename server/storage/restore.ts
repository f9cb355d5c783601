import { constants, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../start-error.ts';
import { syncToDisk } from './durable.ts';
import { openDatabase } from './driver.ts';
import { databasePath } from './files.ts';
import { inspectDatabase, type Contents } from './inspect.ts';
import { layoutOf } from './layout.ts';
import { lockFolder } from './lock.ts';

/** What was restored; `aside` is where the database that was there before lies now, if there was one. */
export interface Restored extends Contents {
  aside: string | null;
}

const FIRST_LAYOUT_WITH_WRITERS = 3;

/** The log of writes and its index, which SQLite keeps beside a database in use. */
const BESIDE = ['-wal', '-shm'];

/**
 * Puts a copy of a database file in the place of a data folder's database. The one that is there is
 * kept beside it, and until the last moment, which is one renaming, it stays in its place.
 * @throws StartError when a server uses the folder, or when the file is not a whole database of ours
 *   of a layout we know; then nothing has changed
 */
export async function restore(dataDir: string, source: string, now = new Date()): Promise<Restored> {
  if (!existsSync(source)) throw new StartError(`There is no file ${source}.`);
  mkdirSync(dataDir, { recursive: true });
  const unlock = await lockFolder(dataDir);
  const part = join(dataDir, 'plenary.restore.part');
  try {
    copyWithLog(source, part);
    const contents = await inspectDatabase(part, source);
    await forgetWriters(part);
    syncToDisk(part);
    const aside = await keepAside(dataDir, now);
    // A log that was left beside the old database would be read into the new one.
    removeBeside(databasePath(dataDir));
    renameSync(part, databasePath(dataDir));
    syncToDisk(databasePath(dataDir));
    return { ...contents, aside };
  } finally {
    removeBeside(part);
    rmSync(part, { force: true });
    unlock();
  }
}

/**
 * What was written after the backup is brought back by the pages that have it, whoever wrote it: so
 * nobody's changes may be refused for being somebody else's.
 */
async function forgetWriters(path: string): Promise<void> {
  const database = await openDatabase(path);
  try {
    if (layoutOf(database) >= FIRST_LAYOUT_WITH_WRITERS) database.exec('DELETE FROM writers');
  } finally {
    database.close();
  }
}

/** A copied database file may have its log beside it, with what is not yet in the file. */
function copyWithLog(source: string, target: string): void {
  removeBeside(target);
  copyFileSync(source, target);
  if (hasLog(source)) copyFileSync(`${source}-wal`, `${target}-wal`);
}

async function keepAside(dataDir: string, now: Date): Promise<string | null> {
  const present = databasePath(dataDir);
  if (!existsSync(present)) return null;
  await writeBackLog(present);
  const aside = join(dataDir, `plenary-until-${now.toISOString().replace(/[:.]/g, '-')}.db`);
  const endings = ['', ...(hasLog(present) ? ['-wal'] : [])];
  try {
    for (const ending of endings) copyFileSync(present + ending, aside + ending, constants.COPYFILE_EXCL);
    for (const ending of endings) syncToDisk(aside + ending);
    return aside;
  } catch (error) {
    // Half a copy under this name would look like all of it.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') for (const ending of endings) rmSync(aside + ending, { force: true });
    throw error;
  }
}

/** A database that is damaged cannot be written to; it is kept as it is, with its log. */
async function writeBackLog(path: string): Promise<void> {
  const database = await openDatabase(path);
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Being damaged may be why it is replaced.
  } finally {
    database.close();
  }
}

function hasLog(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

function removeBeside(path: string): void {
  for (const ending of BESIDE) rmSync(path + ending, { force: true });
}
