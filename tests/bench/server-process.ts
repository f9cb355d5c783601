import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onServerCore } from './cores.ts';
import type { RelayKind } from './relays/relay.ts';

/** A measured server in a process of its own. */
export interface ServerProcess {
  url: string;
  port: number;
  /** CPU time used since its start, by all its threads and by the processes it has started. */
  cpuSeconds(): Promise<number>;
  /** The most memory it has held, in bytes. */
  peakMemory(): Promise<number>;
  /** What it holds after a garbage collection: in all, and of that what its objects and buffers use. */
  memory(): Promise<{ rss: number; used: number }>;
  /** Throws when it has ended by itself. */
  check(): void;
  /** Ends the processes it has started, so that what it does next begins anew. */
  endHelpers(): Promise<void>;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
  /** kill -9, and waits. */
  kill(): Promise<void>;
}

export interface StartOptions {
  kind: RelayKind;
  /** Where it keeps its data. */
  folder: string;
  /** Left out, any free one. */
  port?: number;
  /** Where to write a CPU profile when it ends; only servers that end on SIGTERM by themselves do. */
  profile?: string | undefined;
}

const ROOT = join(import.meta.dirname, '../..');
const PROBE = join(import.meta.dirname, 'probe.mjs');

/** Clock ticks a second of /proc/PID/stat: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Starts a server and waits until it listens. */
export async function startServerProcess({ kind, folder, port: wanted, profile }: StartOptions): Promise<ServerProcess> {
  const port = wanted ?? (await freePort());
  const { args, env } = kind.program({ folder, port });
  const profiling = profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : [];
  const child = spawn(...onServerCore(['--expose-gc', ...profiling, '--import', PROBE, ...args]), {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const server = describe(child, port, kind.title);
  await untilListening(server);
  return server;
}

function describe(child: ChildProcess, port: number, title: string): ServerProcess {
  const ended = once(child, 'exit');
  let ending = false;
  const end = async (signal: NodeJS.Signals) => {
    ending = true;
    child.kill(signal);
    await ended;
  };
  const usage = () => ask<{ cpuSeconds: number; peakMemory: number }>(child, 'usage');
  const proc = `/proc/${child.pid}`;
  const hasProc = existsSync(`${proc}/stat`);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    // From outside where possible: a server that is behind would answer late.
    cpuSeconds: async () => (hasProc ? readCpuSeconds(child.pid!) : (await usage()).cpuSeconds),
    peakMemory: async () => (hasProc ? readPeakMemory(proc) : (await usage()).peakMemory),
    memory: () => ask(child, 'memory'),
    check() {
      const gone = child.exitCode ?? child.signalCode;
      if (!ending && gone !== null) throw new Error(`${title} ended by itself (${gone}).`);
    },
    async endHelpers() {
      for (const helper of readChildren(child.pid!)) process.kill(helper, 'SIGKILL');
      while (readChildren(child.pid!).length > 0) await sleep(5);
      // It has heard of it when it answers.
      await usage();
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

async function ask<T>(child: ChildProcess, question: string): Promise<T> {
  child.send(question);
  const [answer] = await once(child, 'message');
  return answer as T;
}

/** Fields 14 to 17 of proc_pid_stat(5), its own and its ended children's, counted from behind the name, which may hold anything; with its living children. */
function readCpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  return readChildren(pid).reduce((sum, child) => sum + readCpuSeconds(child), own);
}

/** The processes that its main thread has started (proc_pid_task(5)); none where the system does not tell. */
function readChildren(pid: number): number[] {
  const told = `/proc/${pid}/task/${pid}/children`;
  return existsSync(told) ? readFileSync(told, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
}

function readPeakMemory(proc: string): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`${proc}/status`, 'utf8'))?.[1];
  return Number(kilobytes) * 1024;
}

/**
 * A free port below those that the system gives to clients: a probe of one of those could find
 * itself while the server is away.
 */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    if (!(await isListening(port))) return port;
  }
}

async function untilListening(server: ServerProcess): Promise<void> {
  while (!(await isListening(server.port))) {
    server.check();
    await sleep(5);
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true));
    socket.on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
