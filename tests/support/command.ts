import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How a command ended, and what it said. */
export interface Said {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs one of the server's commands from its sources, as `npm run NAME -- FILE` does from the build. */
export async function runCommand(name: 'backup' | 'restore', args: string[], env: Record<string, string>): Promise<Said> {
  const root = join(import.meta.dirname, '../..');
  const child = spawn(process.execPath, ['--import', 'tsx', `server/commands/${name}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: root, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (said.stdout += String(data)));
  child.stderr.on('data', (data: Buffer) => (said.stderr += String(data)));
  await once(child, 'close');
  return { code: child.exitCode, stdout: said.stdout, stderr: withoutWarnings(said.stderr) };
}

/** What a process wrote to stderr, without Node's word that its SQLite is experimental. */
export function withoutWarnings(stderr: string): string {
  return stderr.replace(/^.*(?:ExperimentalWarning|node --trace-warnings).*\n/gm, '');
}
