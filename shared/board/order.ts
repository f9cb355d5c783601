import { BASE_62_DIGITS, generateKeyBetween } from 'fractional-indexing';

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
 * The fractional index that puts a new item at `index` among `orders`. A few random digits make
 * sure that two people who insert at the same place at once get two indices, with room between.
 * @param orders indices of the items that are there, ascending; should two be equal all the same,
 *   the new item goes behind all equals
 * @param index 0 for the first place, `orders.length` for the last
 */
export function orderAt(orders: readonly string[], index: number): string {
  const before = orders[index - 1] ?? null;
  const after = orders.slice(index).find((order) => before === null || order > before) ?? null;
  const middle = generateKeyBetween(before, after);
  const chosen = middle + randomDigits();
  return after === null || chosen < after ? chosen : generateKeyBetween(middle, after);
}

/** Three digits of base 62; the last is never 0, which a fractional index must not end in. */
function randomDigits(): string {
  const digit = (from: number) => BASE_62_DIGITS[from + Math.floor(Math.random() * (62 - from))]!;
  return digit(0) + digit(0) + digit(1);
}
