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

/**
 * The fractional index that puts a new item at `index` among `orders`.
 * @param orders indices of the items that are there, ascending; equal ones are possible where two
 *   people inserted at once, and the new item then goes behind all equals
 * @param index 0 for the first place, `orders.length` for the last
 */
export function orderAt(orders: readonly string[], index: number): string {
  const before = orders[index - 1] ?? null;
  const after = orders.slice(index).find((order) => before === null || order > before) ?? null;
  return generateKeyBetween(before, after);
}
