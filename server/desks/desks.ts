import type { Desk } from '../../shared/desk/reveal.ts';
import { parseRoom, type RoomName } from '../../shared/protocol/rooms.ts';
import type { Stage } from '../../shared/stage/document.ts';
import type { Storage } from '../storage/types.ts';
import type * as Y from 'yjs';

export type DeskRoom = Extract<RoomName, { kind: 'desk' }>;

/** The desks of a board that were ever written on. */
export function deskRooms(storage: Storage, board: string): DeskRoom[] {
  return storage.roomsOf(board).flatMap((key) => {
    const room = parseRoom(key);
    return room?.kind === 'desk' ? [room] : [];
  });
}

/** The desks of those who are on the board; what those left who were removed stays with them. */
export function desksInUse(rooms: readonly DeskRoom[], docs: readonly Y.Doc[], { participants }: Stage): Desk[] {
  return rooms.flatMap(({ owner }, index) => {
    const person = participants.get(owner);
    return person && !person.removed ? [{ owner, site: person.site, doc: docs[index]! }] : [];
  });
}
