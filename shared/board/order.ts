import { generateKeyBetween } from 'fractional-indexing';

/** Whether a string is a fractional index, so that others can be put before and after it. */
export function isOrder(key: string): boolean {
  if (key.length > 256) return false;
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
}

/** The order of what lies in a column or group; equal indices, as concurrent inserts leave them, by id. */
export function byOrder(a: { id: string; order: string }, b: { id: string; order: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The fractional indices of `count` new items side by side.
 * @param entries what is there, in order
 * @param index where the first of them goes; at the end when no index is given
 */
export function ordersAt(entries: readonly { order: string }[], index: number | undefined, count: number): string[] {
  const orders = entries.map((entry) => entry.order);
  const first = Math.min(index ?? orders.length, orders.length);
  return Array.from({ length: count }, (_, offset) => {
    const order = orderAt(orders, first + offset);
    orders.splice(first + offset, 0, order);
    return order;
  });
}

/** Beyond this, an index is not built on: what comes of it could grow past what is read. */
const SOUND_LENGTH = 160;

/**
 * The fractional index that puts a new item at `index` among `orders`. Chance has a hand in it, so
 * that two people who insert at the same place at once seldom get the same index.
 * @param orders indices of the items that are there, ascending; should two be equal all the same,
 *   the new item goes behind all equals
 * @param index 0 for the first place, `orders.length` for the last
 */
export function orderAt(orders: readonly string[], index: number): string {
  const sound = (order: string) => order.length <= SOUND_LENGTH;
  let before = orders.slice(0, index).findLast(sound) ?? null;
  let after = orders.slice(index).find((order) => sound(order) && (before === null || order > before)) ?? null;
  let chosen = generateKeyBetween(before, after);
  for (let round = 0; round < 3; round += 1) {
    if (Math.random() < 0.5) before = chosen;
    else after = chosen;
    chosen = generateKeyBetween(before, after);
  }
  return chosen;
}
