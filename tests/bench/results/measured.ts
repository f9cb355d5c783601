import type { RelayKind } from '../relays/relay.ts';
import type { Case, Figures } from '../scenarios/case.ts';
import { median } from './statistics.ts';

/** What a case has measured of each relay, and what went wrong. */
export interface Measured {
  relays: readonly RelayKind[];
  runs: Map<RelayKind, Figures[]>;
  failures: string[];
}

/** The median of a figure; `undefined` where no run has it. */
export function medianOf({ runs }: Measured, relay: RelayKind, key: string): number | undefined {
  return median((runs.get(relay) ?? []).flatMap((figures) => (figures[key] === undefined ? [] : [figures[key]])));
}

/** Sentences on what makes figures of a case doubtful. */
export function doubts(measured: Measured, { rows }: Case): string[] {
  if (!rows.some(({ key }) => key === 'load')) return measured.failures;
  const found = [...measured.failures];
  for (const relay of measured.relays) {
    const load = medianOf(measured, relay, 'load') ?? 0;
    const achieved = medianOf(measured, relay, 'achieved') ?? 100;
    if (load > 85) found.push(`Against ${relay.title} the load had no time left (${load.toFixed(0)} % of its core): times of delivery are partly its own.`);
    if (achieved < 98) found.push(`Against ${relay.title} only ${achieved.toFixed(0)} % of the intended rate was reached.`);
  }
  return found;
}
