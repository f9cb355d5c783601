import { simpleDiffString } from 'lib0/diff';
import * as Y from 'yjs';
import { isPlainMap, isPlainText } from './content.ts';

/**
 * Carrying the difference between two states of a record over to a third: what differs between
 * `from` and `to` is made so in `target`, but for what somebody has changed there since `from`.
 */

/** Records of ours are two types deep; somebody else's may be endless. */
const DEPTH = 6;

/** Makes in a map what differs between two states of it. */
export function shiftMap(target: Y.Map<unknown>, from: Y.Map<unknown> | null, to: Y.Map<unknown>, depth = DEPTH): void {
  for (const key of new Set([...(from?.keys() ?? []), ...to.keys()])) {
    const [was, wanted, now] = [from?.get(key), to.get(key), target.get(key)];
    if (depth === 0 || isSame(was, wanted)) continue;
    if (isPlainMap(wanted) && isPlainMap(now)) shiftMap(now, isPlainMap(was) ? was : null, wanted, depth - 1);
    else if (isPlainText(wanted) && isPlainText(now)) shiftText(now, was, wanted);
    else if (isSame(now, was)) put(target, key, wanted);
  }
}

function shiftText(target: Y.Text, from: unknown, to: Y.Text): void {
  const now = target.toString();
  if (!isPlainText(from) || from.toString() !== now) return;
  const { index, remove, insert } = simpleDiffString(now, to.toString());
  target.delete(index, remove);
  target.insert(index, insert);
}

function put(target: Y.Map<unknown>, key: string, wanted: unknown): void {
  if (wanted === undefined) target.delete(key);
  else target.set(key, copyOf(wanted));
}

/** A value for another document: types of Yjs belong to one place. */
export function copyOf(value: unknown, depth = DEPTH): unknown {
  if (isPlainText(value)) return new Y.Text(value.toString());
  if (isPlainMap(value)) return new Y.Map(depth === 0 ? [] : [...value].map(([key, field]): [string, unknown] => [key, copyOf(field, depth - 1)]));
  return value instanceof Y.AbstractType ? null : value;
}

/** Whether two values say the same, whatever document they are in. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(plain(one, DEPTH)) === JSON.stringify(plain(other, DEPTH));
}

/** A value as what JSON tells apart, keys in order. */
function plain(value: unknown, depth: number): unknown {
  if (isPlainText(value)) return { text: value.toString() };
  if (isPlainMap(value)) return { map: depth === 0 ? [] : [...value].map(([key, field]) => [key, plain(field, depth - 1)]).sort(byKey) };
  if (value instanceof Y.AbstractType) return { type: value.constructor.name };
  if (Array.isArray(value)) return value.map((item) => plain(item, depth));
  if (typeof value === 'object' && value !== null) return Object.entries(value).map(([key, field]) => [key, plain(field, depth)]).sort(byKey);
  return value;
}

function byKey(one: unknown[], other: unknown[]): number {
  return String(one[0]) < String(other[0]) ? -1 : 1;
}
