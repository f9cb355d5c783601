import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../shared/languages.ts';
import type { ReportFormat } from '../../shared/protocol/api.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { reportUnexpected } from '../unexpected.ts';
import type { RenderedReport } from './render.ts';

/** A report to be rendered. */
export interface Order {
  /** The JSON of the snapshot, as it is stored. */
  content: string;
  /** How a facilitator wants it told, as it is stored; `null` where nobody has said. */
  edits?: string | null;
  /** The one site whose notes and votes alone the reader wants; all of them unless told. */
  site?: string | undefined;
  format: ReportFormat;
  language: Language;
  /** IANA name; UTC unless told. */
  timeZone?: string | undefined;
}

/** What became of an order. */
export type Delivery =
  | { rendered: RenderedReport }
  /** The content is not that of a snapshot. */
  | { damaged: true }
  | { failed: Error };

/** Renders reports beside everything else the server does. */
export interface ReportMaker {
  /**
   * @param key the same for orders that get the same report, so that those who ask at once are all
   *   answered with one
   * @throws Refusal 'reports-busy', 'report-failed', 'damaged-snapshot'
   */
  make(order: Order, key: string): Promise<RenderedReport>;
  /** Ends what is being made; whoever waits for it is refused. */
  close(): Promise<void>;
}

export interface MakerLimits {
  /** Orders that may wait while another is being made. */
  waiting: number;
  /** Milliseconds one order may take, with the start of the process. */
  order: number;
  /** Milliseconds without an order after which the process and its memory are given back. */
  idle: number;
  /** Megabytes of JavaScript's memory. What typesetting and painting use is bounded by the content alone. */
  heap: number;
}

export const MAKER_LIMITS: MakerLimits = { waiting: 24, order: 60_000, idle: 60_000, heap: 1024 };

interface Waiting {
  order: Order;
  settle: { resolve(rendered: RenderedReport): void; reject(refusal: Refusal): void };
}

/**
 * A maker with one process, which begins with the first order. One that breaks, fails or takes too
 * long is killed, which only the order in its hands suffers from; the next order gets a new one.
 */
export function createReportMaker(limits: MakerLimits = MAKER_LIMITS, startWorker = startRenderer): ReportMaker {
  const underWay = new Map<string, Promise<RenderedReport>>();
  const waiting: Waiting[] = [];
  let worker: ChildProcess | null = null;
  let inHands: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function make(order: Order, key: string): Promise<RenderedReport> {
    const same = underWay.get(key);
    if (same) return same;
    if (closed || waiting.length >= limits.waiting) return Promise.reject(new Refusal('reports-busy'));
    const made = new Promise<RenderedReport>((resolve, reject) => {
      const entry = { order, settle: { resolve, reject } };
      // Somebody looks at an empty page until this is there, and it takes a few milliseconds.
      if (order.format === 'json') waiting.unshift(entry);
      else waiting.push(entry);
    });
    underWay.set(key, made);
    const forget = () => underWay.delete(key);
    made.then(forget, forget);
    goOn();
    return made;
  }

  /** Takes the next order in hand, or waits for one. */
  function goOn(): void {
    if (inHands) return;
    clearTimeout(timer);
    inHands = waiting.shift() ?? null;
    if (inHands) {
      timer = setTimeout(() => lose(new Error('A report took too long.')), limits.order);
      hand(inHands.order);
    } else {
      // Neither the process nor its end keeps a program running that has nothing else to do.
      worker?.unref();
      worker?.channel?.unref();
      timer = setTimeout(() => void letGo(), limits.idle).unref();
    }
  }

  function hand(order: Order): void {
    try {
      worker ??= watched(startWorker(limits));
      worker.ref();
      worker.channel?.ref();
      worker.send(order);
    } catch (error) {
      lose(error);
    }
  }

  function watched(started: ChildProcess): ChildProcess {
    started.on('message', (delivery: Delivery) => started === worker && hear(delivery));
    started.on('error', (error) => started === worker && lose(error));
    started.on('exit', (code, signal) => started === worker && lose(new Error(`The process that renders reports has ended (${signal ?? code}).`)));
    return started;
  }

  function hear(delivery: Delivery): void {
    if ('failed' in delivery) {
      reportUnexpected('making a report', delivery.failed);
      // What broke once may stay broken.
      void letGo();
    }
    finish((settle) => {
      if ('rendered' in delivery) settle.resolve(delivery.rendered);
      else settle.reject(new Refusal('damaged' in delivery ? 'damaged-snapshot' : 'report-failed'));
    });
  }

  /** The process broke, or is broken off. */
  function lose(error: unknown): void {
    reportUnexpected('making a report', error);
    void letGo();
    finish((settle) => settle.reject(new Refusal('report-failed')));
  }

  function finish(settle: (settle: Waiting['settle']) => void): void {
    const finished = inHands;
    inHands = null;
    if (finished) settle(finished.settle);
    goOn();
  }

  async function letGo(): Promise<void> {
    clearTimeout(timer);
    const ending = worker;
    worker = null;
    const ended = ending && ending.pid !== undefined && ending.exitCode === null && ending.signalCode === null ? once(ending, 'exit') : null;
    // Whatever it is doing: code of the system's own can be ended in no other way.
    ending?.kill('SIGKILL');
    await ended;
  }

  return {
    make,
    async close() {
      closed = true;
      const left = [inHands, ...waiting.splice(0)];
      inHands = null;
      for (const order of left) order?.settle.reject(new Refusal('reports-busy'));
      await letGo();
    },
  };
}

/** The built server has its files side by side, the source has them in folders. */
const WORKER = import.meta.url.endsWith('.ts') ? 'worker-from-source.mjs' : 'report-worker.js';

/**
 * With helpers that compile and collect beside JavaScript's one thread, a report takes a fifth more of
 * the processors, and on one core they stand in the relay's way.
 */
const ONE_THREAD = '--single-threaded';

/**
 * A process, not a thread: what sets and paints is in part code of the system's own, whose crash would
 * end all threads, which nothing can break off, and whose memory the system has back only at the end.
 * It says nothing on the server's output, since what it has to complain of may be what people wrote.
 */
function startRenderer({ heap }: MakerLimits): ChildProcess {
  const worker = fork(join(import.meta.dirname, WORKER), {
    execArgv: [`--max-old-space-size=${heap}`, ONE_THREAD],
    // React is twice as fast without its warnings.
    env: { ...process.env, NODE_ENV: 'production' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  yieldToOthers(worker.pid);
  return worker;
}

/** On one core, too, what people write goes first. Its threads come later and have the priority of their process. */
function yieldToOthers(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already, or nothing may be told of processes here.
  }
}
