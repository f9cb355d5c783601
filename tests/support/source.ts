import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from '@babel/parser';

const ROOT = join(import.meta.dirname, '../..');

/** A syntax tree's node, as far as the tests look into it. */
export interface Node {
  type: string;
  loc: { start: { line: number } };
  [key: string]: unknown;
}

/** The project's own source files below a folder, by their path from the root. */
export function sourceFiles(folder: string, ending: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

export function readSource(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Calls `visit` with every node of a TypeScript source. */
export function walk(source: string, visit: (node: Node) => void): void {
  const step = (value: unknown) => {
    if (Array.isArray(value)) for (const item of value) step(item);
    else if (typeof value === 'object' && value !== null && typeof (value as Node).type === 'string') {
      visit(value as Node);
      for (const [key, child] of Object.entries(value)) if (key !== 'loc') step(child);
    }
  };
  step(parse(source, { sourceType: 'module', plugins: ['typescript', 'jsx'] }).program);
}
