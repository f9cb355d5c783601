import { formatRoom, type RoomName } from '../../shared/protocol/rooms.ts';
import type { Storage } from '../storage/types.ts';
import { reportUnexpected } from '../unexpected.ts';
import { createAwarenessTable, type AwarenessTable } from './awareness.ts';
import { noBustle, type Bustle } from './bustle.ts';
import type { Connection } from './connection.ts';
import { fullState, isLoadable, letGo, loadDocument, stateVectorOf, type RoomDocument } from './document.ts';

/** The relay's unit: one document and the connections on it. */
export interface Room {
  readonly key: string;
  readonly name: RoomName;
  /** `null` until it is needed, and again when it may differ from what is on disk. */
  document: RoomDocument | null;
  readonly connections: Set<Connection>;
  readonly awareness: AwarenessTable;
  /** Which participant owns which Yjs client, as far as it was asked; see `writers.ts`. */
  readonly owners: Map<number, string>;
  /** How much everybody in it has been told of changes lately. */
  readonly bustle: Bustle;
  awarenessTimer: NodeJS.Timeout | null;
  /** When everybody in the room was last sent something. */
  lastSentToAll: number;
  releaseTimer: NodeJS.Timeout | null;
}

/** The rooms in memory. */
export interface Rooms {
  /** The room of that name, which stays in memory for as long as it has connections and a little longer. */
  open(name: RoomName): Room;
  /** The document of a room as it is on disk. */
  documentOf(room: Room): RoomDocument;
  /** Lets go of a room that nobody is in, after a while. */
  releaseWhenEmpty(room: Room): void;
  all(): Iterable<Room>;
  /** Lets go of all rooms at once. */
  close(): void;
}

export function createRooms(storage: Storage, releaseAfter: number): Rooms {
  const rooms = new Map<string, Room>();

  const release = (room: Room) => {
    // Never the room that has taken its place since.
    if (rooms.get(room.key) !== room) return;
    if (room.releaseTimer) clearTimeout(room.releaseTimer);
    if (room.awarenessTimer) clearTimeout(room.awarenessTimer);
    rooms.delete(room.key);
    if (room.document && room.document.rows > 1) compact(storage, room.key, room.document);
    if (room.document) letGo(room.document);
    room.document = null;
  };

  return {
    open(name) {
      const key = formatRoom(name);
      const room = rooms.get(key) ?? createRoom(key, name);
      rooms.set(key, room);
      if (room.releaseTimer) clearTimeout(room.releaseTimer);
      room.releaseTimer = null;
      return room;
    },
    documentOf(room) {
      if (!room.document) {
        room.document = loadDocument(storage.loadUpdates(room.key), (seq, error) => reportUnexpected(`reading row ${seq} of a log`, error));
      }
      return room.document;
    },
    releaseWhenEmpty(room) {
      if (room.connections.size > 0 || room.releaseTimer) return;
      room.releaseTimer = setTimeout(() => release(room), releaseAfter).unref();
    },
    all: () => rooms.values(),
    close() {
      for (const room of rooms.values()) release(room);
    },
  };
}

function createRoom(key: string, name: RoomName): Room {
  return {
    key,
    name,
    document: null,
    connections: new Set(),
    awareness: createAwarenessTable(),
    owners: new Map(),
    bustle: noBustle(),
    awarenessTimer: null,
    lastSentToAll: Date.now(),
    releaseTimer: null,
  };
}

/**
 * Puts one row in place of a room's log. To be called in a transaction of the storage.
 * @throws Error where that row could not be read again: the log is the truth, and stays then
 */
export function keepOnlyTheState(storage: Storage, key: string, document: RoomDocument): void {
  const state = { update: fullState(document), stateVector: stateVectorOf(document) };
  if (!isLoadable(state.update, document)) throw new Error('the state of a document cannot be read again');
  storage.compactUpdates(key, state, document.lastSeq);
  document.rows = 1;
}

/** Makes a room's log short. It is as good as it was, so a failure is only reported. */
export function compact(storage: Storage, key: string, document: RoomDocument): void {
  try {
    document.compactSoon = false;
    storage.transaction(() => keepOnlyTheState(storage, key, document));
  } catch (error) {
    reportUnexpected(`compacting the log of ${key}`, error);
  }
}
