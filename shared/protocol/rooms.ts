/**
 * Room names of the relay. A board has one room for each kind of document:
 * `BOARD/board` and `BOARD/stage`. The room name is also the path of the
 * WebSocket below `/sync/`, as the stock y-websocket provider builds it.
 */
export const ROOM_KINDS = ['board', 'stage'] as const;

export type RoomKind = (typeof ROOM_KINDS)[number];

export interface RoomName {
  board: string;
  kind: RoomKind;
}

/** Where the relay listens, below the server's own address. */
export const SYNC_PATH = '/sync';

/** A board id: 16 characters of an URL-safe alphabet, unguessable enough not to collide, no secret. */
export const BOARD_ID = /^[A-Za-z0-9_-]{16}$/;

export function formatRoom(room: RoomName): string {
  return `${room.board}/${room.kind}`;
}

/** Reads a room name; `null` for anything that is not one. */
export function parseRoom(name: string): RoomName | null {
  const [board, kind, ...rest] = name.split('/');
  if (rest.length > 0 || !board || !BOARD_ID.test(board)) return null;
  const known = ROOM_KINDS.find((candidate) => candidate === kind);
  return known ? { board, kind: known } : null;
}
