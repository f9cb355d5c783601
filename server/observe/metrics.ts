import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Observer } from './observer.ts';

/** What is measured when somebody asks, rather than counted as it happens. */
export interface Figures {
  rooms: number;
  /** How large the documents in memory are, encoded; an upper bound. */
  documentBytes: number;
  /** Updates that have arrived and are not yet on disk. */
  queued: number;
}

/** Numbers about the server for Prometheus and what speaks its text format. */
export interface Metrics {
  observer: Observer;
  contentType: string;
  /** All numbers in the text format. */
  render(): Promise<string>;
}

/** No label tells one board or person from another: roles, kinds, routes and codes only. */
export function createMetrics(figures: () => Figures): Metrics {
  const registry = new Registry();
  // Memory, CPU, garbage collection and the delay of the event loop, under the names of prom-client.
  collectDefaultMetrics({ register: registry });
  registerFigures(registry, figures);
  return {
    observer: countingObserver(registry),
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}

function registerFigures(registry: Registry, figures: () => Figures): void {
  const gauge = (name: string, help: string, read: (figures: Figures) => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read(figures()));
      },
    });
  gauge('plenary_rooms', 'Rooms in memory.', ({ rooms }) => rooms);
  gauge('plenary_document_bytes', 'Size of the documents in memory, encoded.', ({ documentBytes }) => documentBytes);
  gauge('plenary_updates_queued', 'Updates that are not on disk yet.', ({ queued }) => queued);
}

function countingObserver(registry: Registry): Observer {
  const registers = [registry];
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const requests = new Histogram({
    name: 'plenary_http_request_seconds',
    help: 'Answers of the HTTP interface, without WebSockets.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5],
    registers,
  });
  const connections = new Gauge({
    name: 'plenary_connections',
    help: 'Open WebSockets; each open page has one per document.',
    labelNames: ['kind', 'role'],
    registers,
  });
  const commits = new Histogram({
    name: 'plenary_commit_seconds',
    help: 'Duration of the transactions that save updates.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers,
  });
  const batches = new Histogram({
    name: 'plenary_commit_updates',
    help: 'Updates saved by one transaction.',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
    registers,
  });
  const refusals = new Counter({
    name: 'plenary_refusals_total',
    help: "Refusals by code; 'too-slow' are the connections dropped because they did not read.",
    labelNames: ['code'],
    registers,
  });
  const updates = counter('plenary_updates_total', 'Updates of clients that were saved.');
  const awareness = counter('plenary_awareness_messages_total', 'Awareness messages of clients.');
  const dropped = counter('plenary_awareness_dropped_total', 'Awareness messages not sent to connections that were behind with reading.');
  const received = counter('plenary_received_bytes_total', 'Bytes of WebSocket messages received.');
  const sent = counter('plenary_sent_bytes_total', 'Bytes of WebSocket messages sent.');
  return {
    requestAnswered: ({ method, route, status, ms }) => requests.observe({ method, route, status }, ms / 1000),
    connectionOpened: ({ kind, role }) => connections.inc({ kind, role }),
    connectionClosed: ({ kind, role }) => connections.dec({ kind, role }),
    messageHeard: (bytes) => received.inc(bytes),
    sent: (_, bytes) => sent.inc(bytes),
    awarenessDropped: (receivers) => dropped.inc(receivers),
    awarenessHeard: () => awareness.inc(),
    updatesCommitted(count, ms) {
      updates.inc(count);
      commits.observe(ms / 1000);
      batches.observe(count);
    },
    refused: (code) => refusals.inc({ code }),
  };
}
