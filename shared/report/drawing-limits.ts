/**
 * What a snapshot keeps of the drawings of a board, and what a picture draws: far more than a
 * workshop makes, and little enough that a board which a broken or hostile client wrote to can still
 * be saved and told.
 */
export const DRAWING_LIMITS = {
  /** The longest record, in characters of JSON. A stroke of tldraw's has about a third of it. */
  size: 64 * 1024,
  /** All records of a snapshot together: V8 holds no string of more than half a gigabyte. */
  allSizes: 32 * 1024 * 1024,
  /** How deep a record may be nested; text in tldraw's shapes goes about ten deep. */
  depth: 32,
  count: 20_000,
  /** Points of one shape. No record that is kept has so many; those of older snapshots had no limit. */
  points: 20_000,
  /** Lines of one label or text. What comes after them is told by an ellipsis. */
  lines: 200,
  /** Groups in groups. */
  groups: 32,
} as const;
