import { engines, openDatabase } from '../../server/storage/driver.ts';
import { databasePath } from '../../server/storage/files.ts';
import { openSqliteStorage } from '../../server/storage/sqlite.ts';
import type { Storage } from '../../server/storage/types.ts';

/** Opens a storage in a folder of its own. */
export type OpenStorage = (folder: string) => Promise<Storage>;

/** Every storage there is on this Node, by name; each has to keep what `storageSuite` asks of it. */
export const STORAGES: ReadonlyMap<string, OpenStorage> = new Map(
  engines().map((engine) => [
    engine,
    (folder) => openSqliteStorage(databasePath(folder), 5_000, (path) => openDatabase(path, { engine })),
  ]),
);
