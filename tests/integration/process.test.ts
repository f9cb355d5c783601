import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { spawnFailingServer, spawnServer } from '../support/server-process.ts';
import { tamper } from '../support/stored.ts';
import { call } from '../support/workshop.ts';

test('a first start makes the data folder, and a signal ends the server cleanly', async () => {
  const DATA_DIR = join(temporaryFolder(), 'not', 'there', 'yet');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const server = await spawnServer({ PORT: '0', DATA_DIR });
    expect((await call(server, '/health')).body).toEqual({ ok: true });
    const ended = await server.end(signal);
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.stdout).toBe(`Plenary is open at ${server.url}\n`);
    expect(ended.stderr.replace(/^.*(?:ExperimentalWarning|node --trace-warnings).*\n/gm, '')).toBe('');
    expect(existsSync(join(DATA_DIR, 'plenary.db'))).toBe(true);
  }
});

test('a server that cannot start says why in one sentence and ends with code 1', async () => {
  const folder = temporaryFolder();
  const running = await spawnServer({ PORT: '0', DATA_DIR: join(folder, 'used') });
  writeFileSync(join(folder, 'file'), '');
  const newer = join(folder, 'newer');
  const made = await spawnServer({ PORT: '0', DATA_DIR: newer });
  await made.end('SIGTERM');
  await tamper(join(newer, 'plenary.db'), 'PRAGMA user_version = 99');

  const cases: [env: Record<string, string>, sentence: RegExp][] = [
    [{ PORT: String(running.port), DATA_DIR: join(folder, 'own') }, /^Port \d+ is already in use\./],
    [{ PORT: '0', DATA_DIR: join(folder, 'used') }, /^Another Plenary server is using the data folder /],
    [{ PORT: '0', DATA_DIR: join(folder, 'file') }, /^The data folder .* cannot be used: /],
    [{ PORT: '0', DATA_DIR: newer }, /written by a newer version of Plenary/],
    [{ PORT: 'http' }, /^PORT is a whole number\./],
    [{ PORT: '70000', HOST: ' ' }, /^HOST is empty\. PORT is at most 65535\./],
  ];
  const ends = await Promise.all(cases.map(([env]) => spawnFailingServer(env)));
  for (const [index, { code, stdout, stderr }] of ends.entries()) {
    expect(stderr.replace(/^.*(?:ExperimentalWarning|node --trace-warnings).*\n/gm, '')).toMatch(cases[index]![1]);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect([code, stdout]).toEqual([1, '']);
  }
});

test.skipIf(process.getuid?.() === 0)('a data folder that cannot be written to is named', async () => {
  const folder = join(temporaryFolder(), 'read-only');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  const { code, stderr } = await spawnFailingServer({ PORT: '0', DATA_DIR: folder });
  expect(code).toBe(1);
  expect(stderr).toContain(`The data folder ${folder} cannot be used: `);
});
