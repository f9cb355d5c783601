import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createReportMaker, MAKER_LIMITS, type MakerLimits, type Order, type ReportMaker } from '../../server/reports/maker.ts';
import { tellUnexpected } from '../../server/unexpected.ts';
import { until } from '../support/until.ts';
import { sampleContent } from '../unit/report/sample.ts';

/** What becomes of orders, with processes that break in every way a process can. */

const OBEDIENT = join(import.meta.dirname, '../support/obedient-renderer.mjs');

const told: string[] = [];
beforeAll(() => tellUnexpected((doing, { message }) => told.push(`${doing}: ${message}`)));
afterAll(() => tellUnexpected(() => {}));

function maker(limits: Partial<MakerLimits> = {}): ReportMaker & { started: ChildProcess[] } {
  const started: ChildProcess[] = [];
  const created = createReportMaker({ ...MAKER_LIMITS, ...limits }, ({ heap }) => {
    const process = fork(OBEDIENT, { execArgv: [`--max-old-space-size=${heap}`], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    started.push(process);
    return process;
  });
  onTestFinished(() => created.close());
  return { ...created, started };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
const order = (content: string, more: Partial<Order> = {}): Order => ({ content, format: 'md', language: 'en', ...more });
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

test.each([
  ['ends', 'exit'],
  ['breaks', 'throw'],
  ['crashes', 'crash'],
  ['never comes to an end', 'hang'],
  ['takes more memory than it may', 'grow'],
])('a process that %s fails the order in its hands, and no other', async (_, deed) => {
  const { make, started } = maker({ order: 2_000, heap: 32 });
  told.length = 0;
  const first = make(order('ok'), 'first');
  const broken = make(order(deed), 'broken');
  const next = make(order('ok'), 'next');
  await expect(broken).rejects.toEqual(refused('report-failed'));
  expect([(await first).fileName, (await next).fileName]).toEqual(['1', '1']);
  expect(started).toHaveLength(2);
  expect(told).toEqual([expect.stringMatching(/^making a report: /)]);
});

test('an order that cannot be made is refused, and the next is made by a process that knows nothing of it', async () => {
  const { make, started } = maker();
  await expect(make(order('damaged'), 'a')).rejects.toEqual(refused('damaged-snapshot'));
  expect((await make(order('ok'), 'b')).fileName).toBe('1');
  expect(started).toHaveLength(1);
  await expect(make(order('fail'), 'c')).rejects.toEqual(refused('report-failed'));
  expect((await make(order('ok'), 'd')).fileName).toBe('1');
  expect(started).toHaveLength(2);
});

test('those who ask for the same at once get one making of it; what a page waits for comes first', async () => {
  const { make } = maker();
  const asked = ['a', 'b', 'b', 'b'].map((key) => make(order('ok'), key));
  const page = make(order('ok', { format: 'json' }), 'page');
  const names = (await Promise.all([...asked, page])).map(({ fileName }) => fileName);
  expect(names).toEqual(['1', '3', '3', '3', '2']);
  expect((await make(order('ok'), 'b')).fileName).toBe('4');
});

test('beyond what may wait an order is refused at once', async () => {
  const { make } = maker({ waiting: 2 });
  const kept = [1, 2, 3].map((key) => make(order('ok'), String(key)));
  await expect(make(order('ok'), 'one too many')).rejects.toEqual(refused('reports-busy'));
  expect((await Promise.all(kept)).map(({ fileName }) => fileName)).toEqual(['1', '2', '3']);
});

test('a process without work is let go, and one is there again when it is needed', async () => {
  const { make, started } = maker({ idle: 20 });
  await make(order('ok'), 'a');
  await until('the process has ended', () => hasEnded(started[0]!));
  expect((await make(order('ok'), 'b')).fileName).toBe('1');
  expect(started).toHaveLength(2);
});

test('closing ends what is being made', async () => {
  const { make, close, started } = maker();
  const hanging = make(order('hang'), 'a');
  const waiting = make(order('ok'), 'b');
  const both = Promise.allSettled([hanging, waiting]);
  await close();
  for (const { status } of await both) expect(status).toBe('rejected');
  expect(hasEnded(started[0]!)).toBe(true);
  await expect(make(order('ok'), 'c')).rejects.toEqual(refused('reports-busy'));
});

test('what renders takes nothing for a snapshot that is none', async () => {
  const real = createReportMaker();
  onTestFinished(() => real.close());
  await expect(real.make(order('{"schema":1}'), 'a')).rejects.toEqual(refused('damaged-snapshot'));
  await expect(real.make(order('{not JSON'), 'b')).rejects.toEqual(refused('report-failed'));
  const whole = await real.make(order(JSON.stringify(sampleContent())), 'c');
  expect(new TextDecoder().decode(whole.body)).toContain('# Learning communities across Europe');
});
