import * as Y from 'yjs';
import type { UpdateRow } from '../storage/records.ts';

/**
 * A room's document in memory, as it is on disk.
 *
 * Invariant: at least one of `built` and `fullState` is there, and where both are, they say the same.
 */
export interface RoomDocument {
  /** As Yjs knows it, which takes a multiple of the memory: only while more than the encoded state is needed. */
  built: Y.Doc | null;
  /** The encoded state, until the next change. */
  fullState: Uint8Array | null;
  /** Its state vector, until the next change. */
  stateVector: Uint8Array | null;
  /** When it was last needed as Yjs knows it, in milliseconds of a monotonic clock. */
  usedAt: number;
  /** Told of a row of the log that cannot be applied. */
  onBadRow: OnBadRow;
  /** Rows of the log that hold it, and the last of them. */
  rows: number;
  lastSeq: number;
  /** At least how large it is, encoded: what is loaded and what came since. */
  bytes: number;
  /** The updates the document has emitted since they were last taken. */
  emitted: Uint8Array[];
  /** Whether its log was found long, and is to be written down as one. */
  compactSoon: boolean;
}

type OnBadRow = (seq: number, error: unknown) => void;

/** From this many rows on, a log that was loaded is written down as one. */
const COMPACT_AT_LOAD = 500;

/** An update that holds nothing, and the state vector of nothing. */
const EMPTY_STATE = Uint8Array.of(0, 0);

/**
 * Makes a document of the rows of its log. A single row that can be read is the encoded state
 * itself, and all that most who join need.
 * @param onBadRow told of a row that cannot be applied; the document is made without it
 */
export function loadDocument(log: readonly UpdateRow[], onBadRow: OnBadRow): RoomDocument {
  const state = log.length === 0 ? EMPTY_STATE : log.length === 1 ? log[0]!.update : null;
  const stateVector = state && (log[0]?.stateVector ?? readStateVector(state));
  const document: RoomDocument = {
    built: null,
    fullState: stateVector && state,
    stateVector,
    usedAt: performance.now(),
    onBadRow,
    rows: log.length,
    lastSeq: log.at(-1)?.seq ?? 0,
    bytes: log.reduce((sum, row) => sum + row.update.length, 0),
    emitted: [],
    compactSoon: log.length > COMPACT_AT_LOAD,
  };
  if (!stateVector) hold(document, buildDoc(log, onBadRow));
  return document;
}

/** @returns `null` for what is no update */
function readStateVector(update: Uint8Array): Uint8Array | null {
  try {
    return Y.encodeStateVectorFromUpdate(update);
  } catch {
    return null;
  }
}

/** The document as Yjs knows it. */
export function docOf(document: RoomDocument): Y.Doc {
  document.usedAt = performance.now();
  if (document.built) return document.built;
  const doc = buildDoc([{ seq: document.lastSeq, update: fullState(document), stateVector: null }], (seq, error) => {
    document.fullState = null;
    document.stateVector = null;
    document.onBadRow(seq, error);
  });
  return hold(document, doc);
}

function hold(document: RoomDocument, doc: Y.Doc): Y.Doc {
  document.built = doc;
  doc.on('update', (update: Uint8Array) => {
    document.emitted.push(update);
    document.fullState = null;
    document.stateVector = null;
  });
  return doc;
}

/** Of this size a document is kept twice as long as an empty one, in bytes. */
const WORTH_AS_MUCH_AGAIN = 100_000;

/**
 * Whether a document was needed so long ago that keeping it built is no longer worth its memory:
 * the larger it is, the longer somebody would wait for it to be built again.
 * @param restAfter how long an empty one is kept, in milliseconds
 */
export function isQuiet({ usedAt, bytes }: RoomDocument, restAfter: number, now: number): boolean {
  return now - usedAt > restAfter * (1 + bytes / WORTH_AS_MUCH_AGAIN);
}

/** Lets go of all but the encoded state, where that says the same. */
export function rest(document: RoomDocument): void {
  if (!document.built || !isLoadable(fullState(document), document)) return;
  stateVectorOf(document);
  letGo(document);
}

/** Frees what Yjs holds. */
export function letGo(document: RoomDocument): void {
  document.built?.destroy();
  document.built = null;
}

/**
 * Builds a document from rows one after the other, as they were applied. (Merged first, Yjs would
 * make something else of rows that overlap.)
 */
function buildDoc(log: readonly UpdateRow[], onBadRow: OnBadRow): Y.Doc {
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
  // What it was made from, and has been read before.
  if (!document.built) return true;
  const copy = new Y.Doc();
  try {
    Y.applyUpdate(copy, state);
    const [a, b] = [Y.encodeStateVector(copy), stateVectorOf(document)];
    return a.length === b.length && !copy.store.pendingStructs && !copy.store.pendingDs;
  } catch {
    return false;
  } finally {
    copy.destroy();
  }
}

/**
 * Applies a client's update. After an error the document may hold half of it and must be loaded again.
 * @param amend what the server changes with it: of what it takes away again nothing is in what is returned
 * @returns what it added, `null` when nothing
 * @throws whatever Yjs throws over an update that can be decoded but makes no sense, and an error
 *   where Yjs puts part of it aside
 */
export function applyUpdate(document: RoomDocument, update: Uint8Array, amend?: (doc: Y.Doc) => void): Uint8Array | null {
  const doc = docOf(document);
  const emitted = emittedBy(document, () => (amend ? applyAmended(doc, update, amend) : Y.applyUpdate(doc, update)));
  // What an update builds on was there (`meets`), so this one contradicts itself. Kept aside, it would
  // be tried again with somebody else's change, and could be made to fail only then.
  if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('an update that builds on what is not there');
  return emitted;
}

/** One transaction, at whose end Yjs lets go of what is taken away in it before it tells what was added. */
function applyAmended(doc: Y.Doc, update: Uint8Array, amend: (doc: Y.Doc) => void): void {
  doc.transact((transaction) => {
    Y.applyUpdate(doc, update);
    // Else Yjs takes what the document itself writes now for another document of the same number.
    transaction.local = true;
    amend(doc);
  });
}

/** Whether a document has room for an update below a limit in bytes. Measured anew only when it seems not to. */
export function hasRoom(document: RoomDocument, update: Uint8Array, limit: number): boolean {
  if (document.bytes + update.length <= limit) return true;
  document.bytes = fullState(document).length;
  return document.bytes + update.length <= limit;
}

/** Whether a document that has taken an update in is still within a limit in bytes. */
export function fits(document: RoomDocument, taken: Uint8Array, limit: number): boolean {
  return document.bytes + taken.length <= limit || fullState(document).length <= limit;
}

/** Lets the server itself change a document; returns what that added, `null` when nothing. */
export function changeDocument(document: RoomDocument, work: (doc: Y.Doc) => void): Uint8Array | null {
  const doc = docOf(document);
  return emittedBy(document, () => doc.transact(() => work(doc)));
}

/** Lets the server change several documents at once; returns what that added to each, `null` for nothing. */
export function changeDocuments(documents: readonly RoomDocument[], work: (docs: Y.Doc[]) => void): (Uint8Array | null)[] {
  const docs = documents.map(docOf);
  for (const document of documents) document.emitted.length = 0;
  const inside = docs.reduceRight((then, doc) => () => doc.transact(then), () => work(docs));
  inside();
  return documents.map(takeEmitted);
}

/**
 * What somebody is missing who has the state of this state vector.
 * @throws whatever Yjs throws over a state vector that makes no sense
 */
export function missingUpdate(document: RoomDocument, stateVector: Uint8Array): Uint8Array {
  const hasNothing = stateVector.length === 1 && stateVector[0] === 0;
  if (hasNothing) return fullState(document);
  if (!document.built) return Y.diffUpdate(fullState(document), stateVector);
  return Y.encodeStateAsUpdate(document.built, stateVector);
}

/** The whole document as one update. */
export function fullState(document: RoomDocument): Uint8Array {
  document.fullState ??= Y.encodeStateAsUpdate(document.built!);
  return document.fullState;
}

/** What a document knows of, for asking a client for the rest. */
export function stateVectorOf(document: RoomDocument): Uint8Array {
  document.stateVector ??= Y.encodeStateVector(document.built!);
  return document.stateVector;
}

function emittedBy(document: RoomDocument, work: () => void): Uint8Array | null {
  document.emitted.length = 0;
  work();
  return takeEmitted(document);
}

function takeEmitted(document: RoomDocument): Uint8Array | null {
  const updates = document.emitted.splice(0);
  return updates.length <= 1 ? (updates[0] ?? null) : Y.mergeUpdates(updates);
}
