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

/** The desks of those who take part; what those have on theirs who were removed, or only read, stays with them. */
export function desksInUse(rooms: readonly DeskRoom[], docs: readonly Y.Doc[], stage: Stage): Desk[] {
  return rooms.flatMap(({ owner }, index) => {
    const site = siteOfDesk(stage, owner);
    return site === null ? [] : [{ owner, site, doc: docs[index]! }];
  });
}

/** The site of somebody whose desk is in use; `null` for who does not take part. */
export function siteOfDesk({ participants, readers }: Pick<Stage, 'participants' | 'readers'>, owner: string): string | null {
  const person = participants.get(owner);
  return person && !person.removed && !readers.has(owner) ? person.site : null;
}
