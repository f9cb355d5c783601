import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, 'layouts');

/**
 * The layouts that were released, each with SQL that makes a database as that release wrote it. The
 * data is the same in all: one board with all that a board can have.
 */
export function releasedLayouts(): { layout: number; sql: string }[] {
  return readdirSync(FOLDER)
    .map((name) => ({ layout: Number(/^v(\d+)\.sql$/.exec(name)![1]), sql: readFileSync(join(FOLDER, name), 'utf8') }))
    .sort((one, other) => one.layout - other.layout);
}
