import type { DatabaseSyncInstance } from '@photostructure/sqlite';

/** An open SQLite database; `node:sqlite` and `@photostructure/sqlite` have the same interface. */
export type Database = DatabaseSyncInstance;

/** What a database can be opened with. */
export type Engine = 'node:sqlite' | '@photostructure/sqlite';

export interface OpenOptions {
  /** The engine that Node brings, or ours on versions that bring none, unless told otherwise. */
  engine?: Engine;
  readOnly?: boolean;
}

type DatabaseConstructor = new (path: string, options: { readOnly: boolean }) => Database;

/** The engines there are, the usual one first. */
export function engines(): Engine[] {
  return builtin() ? ['node:sqlite', '@photostructure/sqlite'] : ['@photostructure/sqlite'];
}

/** Opens a SQLite file, which is made when it is not there. */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Database> {
  const { engine = engines()[0], readOnly = false } = options;
  const Constructor = engine === 'node:sqlite' ? builtin() : await ours();
  if (!Constructor) throw new Error('This Node has no SQLite of its own.');
  return new Constructor(path, { readOnly });
}

/** Whether an error comes from SQLite itself, under either engine. */
export function isDatabaseError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR';
}

function builtin(): DatabaseConstructor | null {
  // Undefined where Node has no such module, or has it behind a flag (before 22.13).
  const module = process.getBuiltinModule?.('node:sqlite') as { DatabaseSync: DatabaseConstructor } | undefined;
  return module?.DatabaseSync ?? null;
}

async function ours(): Promise<DatabaseConstructor> {
  const { DatabaseSync } = await import('@photostructure/sqlite');
  return DatabaseSync as DatabaseConstructor;
}
