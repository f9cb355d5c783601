import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

/** The server works on one core and the load on another, so that neither takes the other's time. */
const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** Whether processes can be bound to cores here. */
export const canPin = cpus().length > 1 && spawnSync('taskset', ['--version']).status === 0;

/** Binds this process, which makes the load, to its core. */
export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['--all-tasks', '--cpu-list', '--pid', LOAD_CORE, String(process.pid)]);
}

/** A command that runs Node with these arguments on the server's core. */
export function onServerCore(args: readonly string[]): [command: string, args: string[]] {
  return canPin
    ? ['taskset', ['--cpu-list', SERVER_CORE, process.execPath, ...args]]
    : [process.execPath, [...args]];
}
