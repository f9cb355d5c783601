import type { Case, Goal } from '../scenarios/case.ts';
import { medianOf, type Measured } from './measured.ts';

/** One line on each goal of a case: what it asks for and what was measured. */
export function goalLines(measured: Measured, { goals, rows }: Case): string[] {
  return goals.flatMap((goal) => {
    const label = rows.find(({ key }) => key === goal.key)?.label ?? goal.key;
    const line = goal.of === undefined ? limitLine(measured, goal) : ratioLine(measured, goal, goal.of);
    return line ? [`- ${label}: ${line}`] : [];
  });
}

function limitLine(measured: Measured, { key, atMost }: Goal): string | null {
  const value = ours(measured, key);
  return value === undefined ? null : `at most ${atMost}; measured ${short(value)}, ${verdict(value <= atMost)}`;
}

function ratioLine(measured: Measured, { key, atMost }: Goal, of: string): string | null {
  const peer = measured.relays.find(({ name }) => name === of);
  const value = ours(measured, key);
  const theirs = peer && medianOf(measured, peer, key);
  if (!peer || value === undefined || theirs === undefined) return null;
  const ratio = value / theirs;
  return `at most ${atMost} of ${peer.title}; measured ${ratio.toFixed(2)}, ${verdict(ratio <= atMost)}`;
}

function ours(measured: Measured, key: string): number | undefined {
  const plenary = measured.relays.find(({ name }) => name === 'plenary');
  return plenary && medianOf(measured, plenary, key);
}

function verdict(met: boolean): string {
  return met ? 'met' : '**missed**';
}

function short(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}
