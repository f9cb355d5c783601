import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** An open SQLite database; `node:sqlite` and `@photostructure/sqlite` have the same interface. */
export type Database = DatabaseSyncInstance;

type DatabaseConstructor = new (path: string) => Database;

/** Opens a SQLite file with the engine that Node brings, or with ours on versions that bring none. */
export async function openDatabase(path: string): Promise<Database> {
  // Undefined where Node has no such module, or has it behind a flag (before 22.13).
  const builtin = process.getBuiltinModule?.('node:sqlite') as { DatabaseSync: DatabaseConstructor } | undefined;
  const { DatabaseSync } = builtin ?? (await import('@photostructure/sqlite'));
  return new DatabaseSync(path) as Database;
}

/** Whether an error comes from SQLite itself, under either engine. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}
