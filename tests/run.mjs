import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureBuilt, ensureInstalled, npm } from '../server/launch/prepare.mjs';

/* `npm test`: sets up what the tests need, then types, lint, and every test. */

ensureInstalled();
ensureChromium();
npm('run', '--silent', 'types');
npm('run', '--silent', 'lint');
ensureBuilt();
const projects = ['unit', 'integration', 'e2e'].flatMap((name) => ['--project', name]);
npm('exec', '--no', '--', 'vitest', 'run', '-c', 'tests/vitest.config.ts', ...projects, ...process.argv.slice(2));

/** Debian's Chromium, installed where we may; else a sentence that says what is missing. */
function ensureChromium() {
  if (existsSync(process.env.CHROMIUM ?? '/usr/bin/chromium')) return;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    console.error('The tests need Chromium. Install it, and name its program in CHROMIUM if it is not /usr/bin/chromium.');
    process.exit(1);
  }
  console.log('Installing Chromium for the tests.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env });
}
