import { isAnonymous } from '../desks/ledger.ts';
import { docOf } from './document.ts';
import type { Rooms } from './room.ts';

/** Which boards are anonymous, as the server's own ledger says. */
export interface Anonymity {
  of(board: string): boolean;
  /** To be called when a ledger has changed. */
  forget(board: string): void;
}

export function createAnonymity(rooms: Rooms): Anonymity {
  const known = new Map<string, boolean>();
  return {
    of(board) {
      let anonymous = known.get(board);
      if (anonymous === undefined) {
        const ledger = rooms.open({ board, kind: 'ledger' });
        anonymous = isAnonymous(docOf(rooms.documentOf(ledger)));
        rooms.releaseWhenEmpty(ledger);
        known.set(board, anonymous);
      }
      return anonymous;
    },
    forget: (board) => void known.delete(board),
  };
}
