import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { canPin } from './cores.ts';
import type { RelayKind } from './relays/relay.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What the figures were measured on and with, as Markdown. */
export function describeMachine(relays: readonly RelayKind[]): string {
  const packages = [...new Set(relays.map((relay) => relay.package))].filter((name) => name !== '.');
  const peers = packages.map((name) => `${name} ${versionOf(join('node_modules', name))}`).join(', ');
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const pinned = canPin ? 'the server on one core, the load on another' : 'server and load not bound to cores';
  return (
    `Last run on ${today()}: ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes} GB, ` +
    `Node ${process.versions.node}, Plenary ${versionOf('.')}, ${peers}; ${pinned}.`
  );
}

/** The load average of the last minute: above what the bench itself makes, figures are noisy. */
export function loadNow(): string {
  return loadavg()[0]!.toFixed(1);
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function versionOf(folder: string): string {
  return String(JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')).version);
}
