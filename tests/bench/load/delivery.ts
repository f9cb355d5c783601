import { bringsChanges, readClocks } from './messages.ts';
import { findMarks } from './marks.ts';
import type { Person } from './person.ts';

/** Times from sending to receipt, by the one clock of the load. */
export interface Delivery {
  sent(index: number): void;
  /** Milliseconds. */
  latencies: number[];
}

/** Watches marked updates arrive at these people. */
export function watchUpdates(listeners: readonly Person[], total: number): Delivery {
  const { delivery, arrived } = createDelivery(total);
  for (const person of listeners) {
    person.listen((message) => {
      if (bringsChanges(message)) findMarks(message, arrived);
    });
  }
  return delivery;
}

/**
 * Watches cursors arrive at these people. The clock of the n-th state of client c is counted from
 * one; its index is `(clock - 1) * people + c`.
 * @param listeners by the client that is each one's own
 */
export function watchCursors(listeners: ReadonlyMap<number, Person>, firstClient: number, people: number, total: number): Delivery {
  const { delivery, arrived } = createDelivery(total);
  for (const [own, person] of listeners) {
    person.listen((message) =>
      readClocks(message, (client, clock) => {
        if (client !== own) arrived((clock - 1) * people + client - firstClient);
      }),
    );
  }
  return delivery;
}

function createDelivery(total: number) {
  const sentAt = new Float64Array(total);
  const latencies: number[] = [];
  const arrived = (index: number) => {
    const at = sentAt[index];
    if (at) latencies.push(performance.now() - at);
  };
  const sent = (index: number) => {
    sentAt[index] = performance.now();
  };
  return { delivery: { sent, latencies }, arrived };
}
