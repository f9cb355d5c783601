import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { RefusalBody } from '../../shared/protocol/refusals.ts';
import { temporaryFolder } from '../support/folder.ts';
import { startTestServer } from '../support/server.ts';

/** A folder with what a build of the client leaves. */
function builtClient(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Plenary</title>');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'console.log("main")');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.br'), brotliCompressSync('console.log("main")'));
  return folder;
}

test('every screen of the client gets its page, and files that are missing are missing', async () => {
  const server = await startTestServer({ clientDir: builtClient() });
  const get = (path: string) => fetch(server.url + path);
  for (const path of ['/', '/board/AAAAAAAAAAAAAAAA', '/report/AAAAAAAAAAAAAAAA/x?y=1']) {
    const page = await get(path);
    expect([path, page.status, await page.text()]).toEqual([path, 200, '<title>Plenary</title>']);
    expect(page.headers.get('cache-control')).toBe('no-cache');
  }
  for (const path of ['/assets/gone-1a2b.js', '/assets/gone', '/favicon.ico', '/..%2f..%2fetc/passwd.txt']) {
    const missing = await get(path);
    const { error } = (await missing.json()) as RefusalBody;
    expect([path, missing.status, error.code]).toEqual([path, 404, 'unknown-address']);
  }
  // Who reads it is told so by our page, in their language.
  for (const [path, type] of [['/report/AAAAAAAAAAAAAAAA/x.pptx', 'text/html'], ['/assets/gone.js', 'application/json'], ['/api/gone', 'application/json']] as const) {
    const missing = await fetch(server.url + path, { headers: { Accept: 'text/html,*/*;q=0.8' } });
    expect([path, missing.status, missing.headers.get('content-type')]).toEqual([path, 404, expect.stringContaining(type)]);
  }
  expect((await fetch(server.url, { method: 'POST' })).status).toBe(404);
  expect((await get('/%')).status).toBe(200);
});

test('hashed files are kept for good and come compressed to those who can read that', async () => {
  const server = await startTestServer({ clientDir: builtClient() });
  const file = await fetch(`${server.url}/assets/main-1a2b.js`, { headers: { 'Accept-Encoding': 'br' } });
  expect(await file.text()).toBe('console.log("main")');
  expect(file.headers.get('content-encoding')).toBe('br');
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test('promise 6: every answer tells browsers to load from this server only', async () => {
  const server = await startTestServer({ clientDir: builtClient() });
  for (const path of ['/', '/assets/main-1a2b.js', '/assets/gone.js', '/api/health', '/api/elsewhere']) {
    const { headers } = await fetch(server.url + path);
    const host = new URL(server.url).host;
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; " +
        `connect-src 'self' ws://${host} wss://${host}; worker-src 'self' blob:; frame-ancestors 'none'; ` +
        "base-uri 'none'; form-action 'self'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('promise 5: a request for a part that is none, or hung up in the middle, hurts nobody', async () => {
  const server = await startTestServer({ clientDir: builtClient() });
  for (const range of ['bytes=5-2', 'bytes=-1', 'bytes=99999999-', 'bytes=0-0,5-2']) {
    const answer = await fetch(`${server.url}/assets/main-1a2b.js`, { headers: { Range: range, 'Accept-Encoding': 'identity' } });
    expect([answer.status, await answer.text()]).toEqual([200, 'console.log("main")']);
  }
  for (let i = 0; i < 50; i += 1) {
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET /assets/main-1a2b.js HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
  }
  expect((await fetch(server.url)).status).toBe(200);
});
