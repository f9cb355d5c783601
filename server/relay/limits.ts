/** What one client may ask of the relay. Sizes in bytes, times in milliseconds. */
export interface RelayLimits {
  /** The largest message; a larger one closes the connection (1009). */
  message: number;
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
  // Room for somebody who drags 500 notes at once.
  awarenessState: 64 * 1024,
  skipAwarenessAt: 1024 * 1024,
  disconnectAt: 16 * 1024 * 1024,
  awarenessTick: 25,
  releaseAfter: 5_000,
};
