/**
 * The length of a value as JSON, found without writing it; `null` for what is longer than `longest`,
 * nested deeper than `deepest`, or is not plain (bytes, big integers, instances of classes).
 *
 * It looks at no more of a value than `longest` allows for, so that to ask costs little whatever a
 * broken client wrote, and it does not call itself, so that no depth exhausts the stack.
 */
export function jsonSize(value: unknown, longest: number, deepest: number): number | null {
  const rest: { node: unknown; depth: number }[] = [{ node: value, depth: 0 }];
  let size = 0;
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { node, depth } = next;
    if (typeof node !== 'object' || node === null) {
      size += leafSize(node, longest);
    } else {
      const parts = depth < deepest ? partsOf(node, longest) : null;
      if (!parts) return null;
      size += parts.around;
      for (const part of parts.within) rest.push({ node: part, depth: depth + 1 });
    }
    if (size > longest) return null;
  }
  return size;
}

function leafSize(leaf: unknown, longest: number): number {
  if (typeof leaf === 'bigint') return Infinity;
  if (typeof leaf === 'string' && leaf.length > longest) return Infinity;
  // What JSON has no word for is `null` in an array.
  return (JSON.stringify(leaf) ?? 'null').length;
}

/** What an array or a plain object holds, and the length of the signs and keys around it. */
function partsOf(node: object, longest: number): { around: number; within: unknown[] } | null {
  if (Array.isArray(node)) return node.length > longest ? null : { around: signs(node.length), within: node };
  const prototype: unknown = Object.getPrototypeOf(node);
  if (prototype !== Object.prototype && prototype !== null) return null;
  const entries = Object.entries(node).filter(([, value]) => value !== undefined);
  if (entries.length > longest) return null;
  const keys = entries.reduce((sum, [key]) => sum + leafSize(key, longest) + 1, 0);
  return { around: signs(entries.length) + keys, within: entries.map(([, value]) => value) };
}

/** Both brackets, and a comma between one part and the next. */
function signs(parts: number): number {
  return 2 + Math.max(0, parts - 1);
}
