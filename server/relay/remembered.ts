import type * as Y from 'yjs';
import type { RoomKind } from '../../shared/protocol/rooms.ts';
import { docOf } from './document.ts';
import type { Rooms } from './room.ts';

/** What a document of each board says, read once and then again only after it has changed. */
export interface Remembered<T> {
  of(board: string): T;
  /** To be called when that document of the board has changed. */
  forget(board: string): void;
}

/**
 * Remembers for each board what its document of a kind, as it is on disk, says.
 * @param read takes it out of the document
 */
export function createRemembered<T>(rooms: Rooms, kind: Exclude<RoomKind, 'desk'>, read: (doc: Y.Doc) => T): Remembered<T> {
  const known = new Map<string, { value: T }>();
  return {
    of(board) {
      const remembered = known.get(board);
      if (remembered) return remembered.value;
      const room = rooms.open({ board, kind });
      const value = read(docOf(rooms.documentOf(room)));
      rooms.releaseWhenEmpty(room);
      known.set(board, { value });
      return value;
    },
    forget: (board) => void known.delete(board),
  };
}
