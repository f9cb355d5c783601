import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** How a server process ended. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A server in a process of its own, for tests that end it. */
export interface ServerProcess {
  url: string;
  port: number;
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<Ended>;
}

/** What is run: the sources as they are, or the build that `npm start` runs. */
export type Program = 'sources' | 'build';

const ARGUMENTS: Record<Program, string[]> = {
  sources: ['--import', 'tsx', 'server/main.ts'],
  build: ['dist/server/main.js'],
};

/**
 * Starts a server process and waits until it is open.
 * @throws when it ends instead, with what it wrote to stderr
 */
export async function spawnServer(env: Record<string, string>, program: Program = 'sources'): Promise<ServerProcess> {
  const { child, output } = spawnMain(env, program);
  const ended = endOf(child, output);
  const url = await Promise.race([
    new Promise<string>((resolve) => {
      child.stdout!.on('data', () => {
        const found = /open at (http[^\s"]+)/.exec(output.stdout);
        if (found) resolve(found[1]!);
      });
    }),
    ended.then(({ stderr }) => Promise.reject(new Error(`The server did not start: ${stderr}`))),
  ]);
  return {
    url,
    port: Number(new URL(url).port),
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts a server process that is expected not to open, and waits for its end. */
export function spawnFailingServer(env: Record<string, string>): Promise<Ended> {
  const { child, output } = spawnMain(env, 'sources');
  return endOf(child, output);
}

/** All tests come from one address; only those about the limits are to meet them. */
const NO_RATES = { BOARDS_PER_MINUTE: '0', LINKS_PER_MINUTE: '0', PASSPHRASES_PER_MINUTE: '0' };

function spawnMain(env: Record<string, string>, program: Program) {
  const root = join(import.meta.dirname, '../..');
  const child = spawn(process.execPath, ARGUMENTS[program], {
    cwd: root,
    env: { ...process.env, ...NO_RATES, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (data: Buffer) => (output.stdout += String(data)));
  child.stderr.on('data', (data: Buffer) => (output.stderr += String(data)));
  return { child, output };
}

async function endOf(child: ChildProcess, output: { stdout: string; stderr: string }): Promise<Ended> {
  await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode, ...output };
}
