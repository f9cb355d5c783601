/** What one client may ask of the relay. Sizes in bytes, times in milliseconds. */
export interface RelayLimits {
  /** The largest message. */
  message: number;
  /** How much one connection may send: so much a second, and so much at once after it was quiet. */
  messagesPerSecond: number;
  messagesAtOnce: number;
  bytesPerSecond: number;
  bytesAtOnce: number;
  /** The largest document, encoded. */
  document: number;
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
  /** How long an empty room stays in memory. */
  releaseAfter: number;
}

export const RELAY_LIMITS: RelayLimits = {
  message: 8 * 1024 * 1024,
  // A stock client in a room of many sends every awareness message it gets back.
  messagesPerSecond: 300,
  messagesAtOnce: 3_000,
  bytesPerSecond: 8 * 1024 * 1024,
  bytesAtOnce: 32 * 1024 * 1024,
  document: 64 * 1024 * 1024,
  // Two for each open page.
  connectionsPerBoard: 1_000,
  connectionsPerAddress: 1_000,
  origins: [],
  // Room for somebody who drags 500 notes at once.
  awarenessState: 64 * 1024,
  skipAwarenessAt: 1024 * 1024,
  disconnectAt: 16 * 1024 * 1024,
  // Pointers are sent every 50 ms: a shorter tick costs more than anybody sees.
  awarenessTick: 33,
  releaseAfter: 5_000,
};
