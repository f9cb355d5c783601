import { expect, test } from 'vitest';
import { createLimiter, RATE_LIMITS, TooMany } from '../../server/access/limits.ts';
import { startTestServer } from '../support/server.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

const RATES = { board: 3, link: 5, passphrase: 4 };

test('who makes boards or opens links too often is told when to come again, and others are let be', async () => {
  const server = await startTestServer({ rates: RATES, trustProxy: true });
  const from = (address: string, path: string, body: object) =>
    fetch(`${server.url}/api${path}`, {
      method: 'POST',
      headers: { 'X-Forwarded-For': address },
      body: JSON.stringify(body),
    });
  const seed = { template: 'both', title: 'T', workshop: 'W', language: 'en' };
  const made = await from('203.0.113.1', '/boards', seed).then((response) => response.json());
  const open = () => from('203.0.113.1', `/boards/${made.board}/open`, { secret: made.links.viewer });
  const answers: Response[] = [];
  for (let i = 0; i < 3; i += 1) answers.push(await from('203.0.113.1', '/boards', seed));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 429]);
  const refused = answers[2]!;
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(20);
  expect(await refused.json()).toMatchObject({ error: { code: 'too-many' } });
  // Another act, and another address, have an allowance of their own.
  expect((await open()).status).toBe(200);
  expect((await from('203.0.113.2', '/boards', seed)).status).toBe(201);
  for (let i = 0; i < 4; i += 1) await open();
  expect((await open()).status).toBe(429);
});

test('wrong passphrases are counted, whichever way they are tried; the right one costs nothing', async () => {
  const server = await startTestServer({ rates: { ...RATES, link: 0, board: 0 } });
  const created = await createTestBoard(server);
  const path = `/boards/${created.board}`;
  const { token } = await joinAs(server, created, 'facilitator');
  const passphrase = 'forty quiet herons';
  const { secret } = (await call(server, `${path}/links/viewer`, { body: { passphrase }, secret: token })).body;
  const open = (guess: string) => call(server, `${path}/open`, { body: { secret, passphrase: guess } });
  const join = (guess: string) => call(server, `${path}/sessions`, { body: { secret, passphrase: guess, language: 'en' } });
  for (let i = 0; i < 6; i += 1) expect((await open(passphrase)).status).toBe(200);
  const guesses = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => (n % 2 ? open : join)(`wrong guess ${n}`)));
  const codes = guesses.map(({ body }) => body.error.code);
  expect(codes.filter((code) => code === 'wrong-passphrase')).toHaveLength(4);
  expect(codes.filter((code) => code === 'too-many')).toHaveLength(4);
  // Then not even the right one is looked at.
  expect((await join(passphrase)).body.error.code).toBe('too-many');
});

test('without a proxy that is trusted, nobody gets a new allowance by claiming another address', async () => {
  const server = await startTestServer({ rates: RATES });
  const tries = Array.from({ length: 8 }, (_, index) =>
    fetch(`${server.url}/api/boards`, { method: 'POST', headers: { 'X-Forwarded-For': `203.0.113.${index}` }, body: '{}' }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});

test('behind a proxy only the hop it added itself is believed', async () => {
  const server = await startTestServer({ rates: RATES, trustProxy: true });
  const tries = Array.from({ length: 8 }, (_, index) =>
    fetch(`${server.url}/api/boards`, { method: 'POST', headers: { 'X-Forwarded-For': `203.0.113.${index}, 198.51.100.7` }, body: '{}' }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});

test('an allowance comes back with time, up to what it was', () => {
  let now = 0;
  const limiter = createLimiter(RATES, () => now);
  const takeAll = () => {
    let taken = 0;
    try {
      for (;;) {
        limiter.take('board', '203.0.113.1');
        taken += 1;
      }
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
      return { taken, retryAfter: error.retryAfter };
    }
  };
  expect(takeAll()).toEqual({ taken: 3, retryAfter: 20 });
  now += 20_000;
  expect(takeAll()).toEqual({ taken: 1, retryAfter: 20 });
  now += 10 * 60_000;
  expect(takeAll()).toEqual({ taken: 3, retryAfter: 20 });
});

test('one network of IPv6 is one address, in whatever way it is written; IPv4 is itself', () => {
  const limiter = createLimiter({ ...RATES, board: 1 }, () => 0);
  const may = (address: string) => {
    try {
      limiter.take('board', address);
      return true;
    } catch {
      return false;
    }
  };
  expect(['2001:db8:1:2::1', '2001:DB8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:3::1', '2001:db8::1', '2001:0db8:0:0::2'].map(may)).toEqual([true, false, true, true, false]);
  expect(['203.0.113.1', '::ffff:203.0.113.1', '203.0.113.2', '::1', ''].map(may)).toEqual([true, false, true, true, true]);
});

test('forty people behind one address join within a minute by the limits as they are', async () => {
  const server = await startTestServer({ rates: RATE_LIMITS });
  const created = await createTestBoard(server);
  const joins = Array.from({ length: 40 }, async (_, index) => {
    for (let visit = 0; visit < 2; visit += 1) {
      expect((await call(server, `/boards/${created.board}/open`, { body: { secret: created.links.participant } })).status).toBe(200);
    }
    return (await joinAs(server, created, 'participant', `Guest ${index}`)).token;
  });
  expect(new Set(await Promise.all(joins)).size).toBe(40);
});
