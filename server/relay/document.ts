import * as Y from 'yjs';
import type { UpdateRow } from '../storage/records.ts';

/** A room's document in memory, as it is on disk. */
export interface RoomDocument {
  doc: Y.Doc;
  /** Rows of the log that hold it, and the last of them. */
  rows: number;
  lastSeq: number;
  /** At least how large it is, encoded: what is loaded and what came since. */
  bytes: number;
  /** The encoded state for those who have nothing yet, until the next change. */
  fullState: Uint8Array | null;
  /** The updates the document has emitted since they were last taken. */
  emitted: Uint8Array[];
  /** Whether its log was found long, and is to be written down as one. */
  compactSoon: boolean;
}

/** From this many rows on, a log that was loaded is written down as one. */
const COMPACT_AT_LOAD = 500;

/**
 * Builds a document from the rows of its log, one after the other, as they were applied. (Merged
 * first, Yjs would make something else of rows that overlap.)
 * @param onBadRow told of a row that cannot be applied; the document is built without it
 */
export function loadDocument(log: readonly UpdateRow[], onBadRow: (seq: number, error: unknown) => void): RoomDocument {
  const doc = buildDoc(log, onBadRow);
  const document: RoomDocument = {
    doc,
    rows: log.length,
    lastSeq: log.at(-1)?.seq ?? 0,
    bytes: log.reduce((sum, row) => sum + row.update.length, 0),
    fullState: null,
    emitted: [],
    compactSoon: log.length > COMPACT_AT_LOAD,
  };
  doc.on('update', (update: Uint8Array) => {
    document.emitted.push(update);
    document.fullState = null;
  });
  return document;
}

function buildDoc(log: readonly UpdateRow[], onBadRow: (seq: number, error: unknown) => void): Y.Doc {
  const doc = new Y.Doc();
  for (const row of log) {
    try {
      Y.applyUpdate(doc, row.update);
    } catch (error) {
      onBadRow(row.seq, error);
      // Half of it may have been taken in, so that the rest must begin anew without it.
      doc.destroy();
      return buildDoc(
        log.filter((other) => other !== row),
        onBadRow,
      );
    }
  }
  return doc;
}

/** Whether a state, as it is to be written down or sent, makes the document it was taken from. */
export function isLoadable(state: Uint8Array, document: RoomDocument): boolean {
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, state);
    const [a, b] = [Y.encodeStateVector(copy), Y.encodeStateVector(document.doc)];
    return a.length === b.length && !copy.store.pendingStructs && !copy.store.pendingDs;
  } catch {
    return false;
  } finally {
    copy.destroy();
  }
}

/**
 * Applies a client's update. After an error the document may hold half of it and must be loaded again.
 * @returns what it added, `null` when nothing
 * @throws whatever Yjs throws over an update that can be decoded but makes no sense, and an error
 *   where Yjs puts part of it aside
 */
export function applyUpdate(document: RoomDocument, update: Uint8Array): Uint8Array | null {
  const { doc } = document;
  const emitted = emittedBy(document, () => Y.applyUpdate(doc, update));
  // What an update builds on was there (`meets`), so this one contradicts itself. Kept aside, it would
  // be tried again with somebody else's change, and could be made to fail only then.
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('an update that builds on what is not there');
  return emitted;
}

/** Whether a document has room for an update below a limit in bytes. Measured anew only when it seems not to. */
export function hasRoom(document: RoomDocument, update: Uint8Array, limit: number): boolean {
  if (document.bytes + update.length <= limit) return true;
  document.bytes = fullState(document).length;
  return document.bytes + update.length <= limit;
}

/** Lets the server itself change a document; returns what that added, `null` when nothing. */
export function changeDocument(document: RoomDocument, work: (doc: Y.Doc) => void): Uint8Array | null {
  return emittedBy(document, () => document.doc.transact(() => work(document.doc)));
}

/**
 * What somebody is missing who has the state of this state vector.
 * @throws whatever Yjs throws over a state vector that makes no sense
 */
export function missingUpdate(document: RoomDocument, stateVector: Uint8Array): Uint8Array {
  const hasNothing = stateVector.length === 1 && stateVector[0] === 0;
  return hasNothing ? fullState(document) : Y.encodeStateAsUpdate(document.doc, stateVector);
}

/** The whole document as one update. */
export function fullState(document: RoomDocument): Uint8Array {
  document.fullState ??= Y.encodeStateAsUpdate(document.doc);
  return document.fullState;
}

function emittedBy(document: RoomDocument, work: () => void): Uint8Array | null {
  document.emitted.length = 0;
  work();
  const updates = document.emitted.splice(0);
  return updates.length <= 1 ? (updates[0] ?? null) : Y.mergeUpdates(updates);
}
