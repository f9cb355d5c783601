/**
 * How a page finds out what the server's clock says, as NTP does (RFC 5905 section 8): it asks
 * several times, and trusts the answer that was on its way the shortest, since it can be wrong by
 * half of that way at most. A page measures its own side with a clock that only ever goes forward
 * and that nobody can set, so that it does not matter what the clock of the device says.
 */
export interface TimeSample {
  /** When the page asked, by its own clock, in milliseconds. */
  asked: number;
  /** When the answer was there, by the same clock. */
  answered: number;
  /** What the server's clock said, in milliseconds since 1970. */
  server: number;
}

/** How far the server's clock is ahead of the page's, in milliseconds, and by how much that may be wrong; `null` without a sample. */
export function serverOffset(samples: readonly TimeSample[]): { offset: number; doubt: number } | null {
  let best: { offset: number; doubt: number } | null = null;
  for (const { asked, answered, server } of samples) {
    const doubt = (answered - asked) / 2;
    if (doubt < 0 || (best && doubt >= best.doubt)) continue;
    best = { offset: server - (asked + doubt), doubt };
  }
  return best;
}
