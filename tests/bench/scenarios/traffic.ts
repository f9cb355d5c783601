import type { Delivery } from '../load/delivery.ts';
import { untilQuiet, type Pace } from '../load/pace.ts';
import type { Person } from '../load/person.ts';
import { quantile } from '../results/statistics.ts';
import type { ServerProcess } from '../server-process.ts';
import type { Figures, Row } from './case.ts';

/** The rows of every case that sends at a steady rate. */
export const TRAFFIC_ROWS: readonly Row[] = [
  { key: 'cpu', label: 'server CPU, s', digits: 2 },
  { key: 'p50', label: 'delivery p50, ms', digits: 1 },
  { key: 'p95', label: 'delivery p95, ms', digits: 1 },
  { key: 'p99', label: 'delivery p99, ms', digits: 1 },
  { key: 'behind', label: 'still delivering after the last was sent, s', digits: 1 },
  { key: 'peak', label: 'peak memory, MB' },
  { key: 'in', label: 'sent to the server, MB', digits: 1 },
  { key: 'out', label: 'received from it, MB', digits: 1 },
  { key: 'achieved', label: 'intended rate reached, %' },
  { key: 'load', label: 'CPU of the load, % of its core' },
];

/** Lets a load run until all is delivered, and reads off what it cost. */
export async function measureTraffic(
  server: ServerProcess,
  people: readonly Person[],
  delivery: Delivery,
  load: () => Promise<Pace>,
): Promise<Figures> {
  const before = { ...bytes(people), cpu: await server.cpuSeconds(), load: process.cpuUsage() };
  const pace = await load();
  const behind = await untilQuiet(server, people);
  const busy = (pace.seconds + behind) * 1000;
  const loadTime = process.cpuUsage(before.load);
  const after = bytes(people);
  return {
    cpu: (await server.cpuSeconds()) - before.cpu,
    ...latencyFigures(delivery),
    behind,
    peak: (await server.peakMemory()) / 1e6,
    in: (after.sent - before.sent) / 1e6,
    out: (after.received - before.received) / 1e6,
    achieved: pace.achieved * 100,
    load: ((loadTime.user + loadTime.system) / 1000 / busy) * 100,
  };
}

/** Those of 50, 95 and 99 in a hundred. */
export function latencyFigures({ latencies }: Delivery): Figures {
  const shares = { p50: 0.5, p95: 0.95, p99: 0.99 };
  const figures: Figures = {};
  for (const [name, share] of Object.entries(shares)) {
    const value = quantile(latencies, share);
    if (value !== undefined) figures[name] = value;
  }
  return figures;
}

function bytes(people: readonly Person[]): { sent: number; received: number } {
  return {
    sent: people.reduce((sum, person) => sum + person.socket.sent(), 0),
    received: people.reduce((sum, person) => sum + person.socket.received(), 0),
  };
}
