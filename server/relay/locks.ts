import { isLocked } from '../../shared/stage/document.ts';
import { docOf } from './document.ts';
import type { Rooms } from './room.ts';

/** Which boards are locked for participants, as their stages on disk say. */
export interface Locks {
  isLocked(board: string): boolean;
  /** To be called when a stage has changed. */
  forget(board: string): void;
}

export function createLocks(rooms: Rooms): Locks {
  const known = new Map<string, boolean>();
  return {
    isLocked(board) {
      let locked = known.get(board);
      if (locked === undefined) {
        const stage = rooms.open({ board, kind: 'stage' });
        locked = isLocked(docOf(rooms.documentOf(stage)));
        rooms.releaseWhenEmpty(stage);
        known.set(board, locked);
      }
      return locked;
    },
    forget: (board) => void known.delete(board),
  };
}
