import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ensureBuilt, ensureInstalled, npm } from '../server/launch/prepare.mjs';

/* `npm test`: sets up what the tests need, then types, lint, and every test. */

const PROGRAMS = [
  { package: 'chromium', path: process.env.CHROMIUM ?? '/usr/bin/chromium', hint: 'The tests need Chromium. Install it, and name its program in CHROMIUM if it is not /usr/bin/chromium.' },
  { package: 'poppler-utils', path: inPath('pdftotext'), hint: 'The tests need pdftotext and pdfinfo of Poppler.' },
  { package: 'unzip', path: inPath('unzip'), hint: 'The tests need unzip.' },
];

ensureInstalled();
ensurePrograms();
npm('run', '--silent', 'types');
npm('run', '--silent', 'lint');
ensureBuilt();
const projects = ['unit', 'integration', 'e2e'].flatMap((name) => ['--project', name]);
npm('exec', '--no', '--', 'vitest', 'run', '-c', 'tests/vitest.config.ts', ...projects, ...process.argv.slice(2));

/** Debian's Chromium and what opens reports, installed where we may; else a sentence that says what is missing. */
function ensurePrograms() {
  const missing = PROGRAMS.filter(({ path }) => !existsSync(path));
  if (missing.length === 0) return;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    for (const { hint } of missing) console.error(hint);
    process.exit(1);
  }
  const packages = missing.map((program) => program.package);
  console.log(`Installing ${packages.join(', ')} for the tests.`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'inherit', env });
}

/**
 * Where a program lies on this machine; a path that nothing is at if it is nowhere.
 * @param {string} name
 */
function inPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? join('/usr/bin', name);
}
