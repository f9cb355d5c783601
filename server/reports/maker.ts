import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
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
  /** Milliseconds one order may take, with the start of the thread. */
  order: number;
  /** Milliseconds without an order after which the thread and its memory are given back. */
  idle: number;
  /** Megabytes of JavaScript's memory. What WebAssembly uses is bounded by the content alone. */
  heap: number;
}

export const MAKER_LIMITS: MakerLimits = { waiting: 24, order: 60_000, idle: 60_000, heap: 1024 };

interface Waiting {
  order: Order;
  settle: { resolve(rendered: RenderedReport): void; reject(refusal: Refusal): void };
}

/**
 * A maker with one thread, which begins with the first order. A thread that breaks, fails or takes
 * too long is ended, which only the order in its hands suffers from; the next order gets a new one.
 */
export function createReportMaker(limits: MakerLimits = MAKER_LIMITS, startThread = startWorker): ReportMaker {
  const underWay = new Map<string, Promise<RenderedReport>>();
  const waiting: Waiting[] = [];
  let thread: Worker | null = null;
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
      // Neither the thread nor its end keeps a program running that has nothing else to do.
      thread?.unref();
      timer = setTimeout(() => void letGo(), limits.idle).unref();
    }
  }

  function hand(order: Order): void {
    try {
      thread ??= watched(startThread(limits));
      thread.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.postMessage(order);
    } catch (error) {
      lose(error);
    }
  }

  function watched(started: Worker): Worker {
    started.on('message', (delivery: Delivery) => started === thread && hear(delivery));
    started.on('error', (error) => started === thread && lose(error));
    started.on('exit', () => started === thread && lose(new Error('The thread that renders reports has ended.')));
    return started;
  }

  function hear(delivery: Delivery): void {
    if ('failed' in delivery) {
      reportUnexpected('making a report', delivery.failed);
      // WebAssembly that broke stays broken.
      void letGo();
    }
    finish((settle) => {
      if ('rendered' in delivery) settle.resolve(delivery.rendered);
      else settle.reject(new Refusal('damaged' in delivery ? 'damaged-snapshot' : 'report-failed'));
    });
  }

  /** The thread broke, or is broken off. */
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

  function letGo(): Promise<unknown> {
    clearTimeout(timer);
    const ended = thread?.terminate();
    thread = null;
    return ended ?? Promise.resolve();
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

function startWorker({ heap }: MakerLimits): Worker {
  return new Worker(join(import.meta.dirname, WORKER), { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: heap } });
}
