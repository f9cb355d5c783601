import { spawn } from 'node:child_process';
import { ensureInstalled, ROOT } from './prepare.mjs';

/* `npm run dev`: the server restarts and the page reloads whenever a source changes. */

ensureInstalled();

const children = [
  ['tsx', 'watch', 'server/main.ts'],
  ['vite', '-c', 'client/vite.config.ts'],
].map(([command, ...args]) => spawn('npx', ['--no-install', String(command), ...args], { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' }));

const stop = () => children.forEach((child) => child.kill('SIGTERM'));
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
for (const child of children) {
  child.on('exit', (code) => {
    stop();
    process.exitCode ??= code ?? 0;
  });
}
