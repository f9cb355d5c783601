/** What one client may ask of the relay. Sizes in bytes, times in milliseconds. */
export interface RelayLimits {
  /** The largest message; the answer to what the server asks for may be as large as a document. */
  message: number;
  /** How much one connection may send: so much a second, and so much at once after it was quiet. */
  messagesPerSecond: number;
  messagesAtOnce: number;
  bytesPerSecond: number;
  bytesAtOnce: number;
  /** How long the changes of one session may keep the server busy: so much a second, and so much at once. */
  workPerSecond: number;
  workAtOnce: number;
  /** How much of messages that are not finished all connections together may hold. */
  unfinished: number;
  /** The largest document, encoded. */
  document: number;
  /** The largest desk: what one person writes for themself. */
  desk: number;
  connectionsPerBoard: number;
  connectionsPerAddress: number;
  /** Origins beside the server's own that browsers may come from, such as `https://board.example`. */
  origins: readonly string[];
  /** The largest awareness state of one client, as JSON. */
  awarenessState: number;
  /** A connection that has this much unsent misses cursors until it has caught up. */
  skipAwarenessAt: number;
  /** A connection that has this much unsent is closed, so that it never fills the server's memory. */
  disconnectAt: number;
  /** How long changed awareness states are gathered before they are sent as one message. */
  awarenessTick: number;
  /** From so many messages to single receivers a second on, a room is busy, and changes wait for others this long. */
  busyAt: number;
  batchFor: number;
  /** How long an empty room stays in memory. */
  releaseAfter: number;
  /**
   * How long a small document that nobody changes is kept as Yjs knows it; after that only its bytes
   * are. A large one is kept longer (`isQuiet` in `document.ts`).
   */
  restAfter: number;
  /** From this many rows on, the log of a room in use is written down as one. */
  compactAt: number;
  /** How often connections are asked for a sign of life. */
  pingEvery: number;
  /** How often rooms and connections are looked after. */
  upkeepEvery: number;
  /** Stock clients drop a connection that was silent for 30 s, so nobody is left in silence for half of it. */
  longestSilence: number;
}

export const RELAY_LIMITS: RelayLimits = {
  message: 8 * 1024 * 1024,
  // A stock client in a room of many sends every awareness message it gets back.
  messagesPerSecond: 300,
  messagesAtOnce: 3_000,
  bytesPerSecond: 8 * 1024 * 1024,
  bytesAtOnce: 32 * 1024 * 1024,
  workPerSecond: 250,
  workAtOnce: 4_000,
  unfinished: 256 * 1024 * 1024,
  document: 64 * 1024 * 1024,
  desk: 1024 * 1024,
  // Up to three for each open page.
  connectionsPerBoard: 1_500,
  connectionsPerAddress: 1_500,
  origins: [],
  // Room for somebody who drags 500 notes at once.
  awarenessState: 64 * 1024,
  skipAwarenessAt: 1024 * 1024,
  disconnectAt: 16 * 1024 * 1024,
  // Pointers are sent every 50 ms: a shorter tick costs more than anybody sees.
  awarenessTick: 33,
  busyAt: 2_000,
  batchFor: 9,
  releaseAfter: 5_000,
  restAfter: 10_000,
  compactAt: 5_000,
  pingEvery: 30_000,
  upkeepEvery: 5_000,
  longestSilence: 15_000,
};
