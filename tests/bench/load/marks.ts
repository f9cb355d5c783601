/**
 * Marks in the texts of updates, by which a receiver knows what has arrived without decoding it:
 * `#~` and seven digits.
 */
const START = Buffer.from('#~');
const DIGITS = 7;

export function mark(index: number): string {
  return `#~${String(index).padStart(DIGITS, '0')}`;
}

/** Calls back with the index of each mark in a message. */
export function findMarks(message: Buffer, found: (index: number) => void): void {
  let at = message.indexOf(START);
  while (at >= 0) {
    const end = at + START.length + DIGITS;
    found(Number(message.toString('latin1', at + START.length, end)));
    at = message.indexOf(START, end);
  }
}
