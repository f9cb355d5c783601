/** One part of a change to a shared text, as Yjs tells it. */
export interface TextChange {
  retain?: number;
  insert?: string | object;
  delete?: number;
}

/**
 * Where a range of a text lies after a change by somebody else: text inserted before it pushes it
 * on, text deleted before it draws it back. Text inserted just where it begins comes after it.
 */
export function shiftRange(range: readonly [number, number] | readonly number[], delta: readonly TextChange[]): [number, number] {
  return [shift(range[0]!, delta), shift(range[1]!, delta)];
}

function shift(position: number, delta: readonly TextChange[]): number {
  let at = 0;
  let result = position;
  for (const change of delta) {
    if (at > result) break;
    if (change.retain) at += change.retain;
    else if (change.delete) result -= Math.max(0, Math.min(change.delete, result - at));
    else {
      const length = typeof change.insert === 'string' ? change.insert.length : 1;
      if (at < result) result += length;
      at += length;
    }
  }
  return result;
}
