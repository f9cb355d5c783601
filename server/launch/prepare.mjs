import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/*
 * What `npm start`, `npm run dev` and `npm test` do before anything of ours can run: install the
 * dependencies and build. Plain JavaScript on Node alone, because nothing else is there yet.
 */

export const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = join(ROOT, 'dist', '.built');
const SOURCES = ['client', 'server', 'shared', 'package-lock.json', 'tsconfig.json'];

/**
 * Runs npm, whichever called us, in the project's folder.
 * @param {string[]} args
 */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) execFileSync(process.execPath, [cli, ...args], { cwd: ROOT, stdio: 'inherit' });
  else execFileSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
}

/** Installs the dependencies when they are missing or older than the lock file. */
export function ensureInstalled() {
  const installed = changedAt(join(ROOT, 'node_modules', '.package-lock.json'));
  if (installed !== 0 && installed >= changedAt(join(ROOT, 'package-lock.json'))) return;
  console.log('Installing what Plenary needs. This takes a minute the first time.');
  // `--include=dev`: the build tools are needed even where NODE_ENV says production.
  npm('ci', '--include=dev', '--no-audit', '--no-fund');
}

/** Builds client and server when there is no build, or when a source is newer than it. */
export function ensureBuilt() {
  const built = changedAt(BUILT);
  if (built !== 0 && built >= Math.max(...SOURCES.map((source) => newestIn(join(ROOT, source))))) return;
  console.log('Building Plenary.');
  rmSync(BUILT, { force: true });
  npm('run', '--silent', 'build');
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(BUILT, '');
}

/** @param {string} path */
function changedAt(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

/**
 * @param {string} path
 * @returns {number} milliseconds
 */
function newestIn(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}
