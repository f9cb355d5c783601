import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { createReportMaker, MAKER_LIMITS, type MakerLimits, type Order, type ReportMaker } from '../../server/reports/maker.ts';
import { tellUnexpected } from '../../server/unexpected.ts';
import { until } from '../support/until.ts';
import { sampleContent } from '../unit/report/sample.ts';

/** What becomes of orders, with threads that break in every way a thread can. */

/** A thread that does what its order says, and else numbers what it makes. */
const OBEDIENT = `
const { parentPort } = require('node:worker_threads');
let made = 0;
const all = [];
parentPort.on('message', ({ content }) => {
  if (content === 'exit') process.exit(3);
  if (content === 'throw') throw new Error('in the thread');
  if (content === 'hang') for (;;);
  if (content === 'grow') for (;;) all.push(new Array(100000).fill(made));
  if (content === 'fail') parentPort.postMessage({ failed: new Error('of a format') });
  else if (content === 'damaged') parentPort.postMessage({ damaged: true });
  else parentPort.postMessage({ rendered: { body: new Uint8Array(), contentType: '', fileName: String(made += 1) } });
});
`;

const told: string[] = [];
beforeAll(() => tellUnexpected((doing, { message }) => told.push(`${doing}: ${message}`)));
afterAll(() => tellUnexpected(() => {}));

function maker(limits: Partial<MakerLimits> = {}): ReportMaker & { threads: Worker[] } {
  const threads: Worker[] = [];
  const created = createReportMaker({ ...MAKER_LIMITS, ...limits }, ({ heap }) => {
    const thread = new Worker(OBEDIENT, { eval: true, resourceLimits: { maxOldGenerationSizeMb: heap } });
    threads.push(thread);
    return thread;
  });
  onTestFinished(() => created.close());
  return { ...created, threads };
}

const order = (content: string, more: Partial<Order> = {}): Order => ({ content, format: 'md', language: 'en', ...more });
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

test.each([
  ['ends', 'exit'],
  ['breaks', 'throw'],
  ['never comes to an end', 'hang'],
  ['takes more memory than it may', 'grow'],
])('a thread that %s fails the order in its hands, and no other', async (_, deed) => {
  const { make, threads } = maker({ order: 2_000, heap: 32 });
  told.length = 0;
  const first = make(order('ok'), 'first');
  const broken = make(order(deed), 'broken');
  const next = make(order('ok'), 'next');
  await expect(broken).rejects.toEqual(refused('report-failed'));
  expect([(await first).fileName, (await next).fileName]).toEqual(['1', '1']);
  expect(threads).toHaveLength(2);
  expect(told).toEqual([expect.stringMatching(/^making a report: /)]);
});

test('an order that cannot be made is refused, and the next is made by a thread that knows nothing of it', async () => {
  const { make, threads } = maker();
  await expect(make(order('damaged'), 'a')).rejects.toEqual(refused('damaged-snapshot'));
  expect((await make(order('ok'), 'b')).fileName).toBe('1');
  expect(threads).toHaveLength(1);
  await expect(make(order('fail'), 'c')).rejects.toEqual(refused('report-failed'));
  expect((await make(order('ok'), 'd')).fileName).toBe('1');
  expect(threads).toHaveLength(2);
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

test('a thread without work is let go, and one is there again when it is needed', async () => {
  const { make, threads } = maker({ idle: 20 });
  await make(order('ok'), 'a');
  await until('the thread has ended', () => threads[0]!.threadId === -1);
  expect((await make(order('ok'), 'b')).fileName).toBe('1');
  expect(threads).toHaveLength(2);
});

test('closing ends what is being made', async () => {
  const { make, close, threads } = maker();
  const hanging = make(order('hang'), 'a');
  const waiting = make(order('ok'), 'b');
  const both = Promise.allSettled([hanging, waiting]);
  await close();
  for (const { status } of await both) expect(status).toBe('rejected');
  expect(threads[0]!.threadId).toBe(-1);
  await expect(make(order('ok'), 'c')).rejects.toEqual(refused('reports-busy'));
});

test('the thread that renders takes nothing for a snapshot that is none', async () => {
  const real = createReportMaker();
  onTestFinished(() => real.close());
  await expect(real.make(order('{"schema":1}'), 'a')).rejects.toEqual(refused('damaged-snapshot'));
  await expect(real.make(order('{not JSON'), 'b')).rejects.toEqual(refused('report-failed'));
  const whole = await real.make(order(JSON.stringify(sampleContent())), 'c');
  expect(new TextDecoder().decode(whole.body)).toContain('# Learning communities across Europe');
});
