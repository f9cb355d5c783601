/**
 * Room names of the relay. A board has a room for each of its documents: `BOARD/board`,
 * `BOARD/stage`, and `BOARD/desk/PARTICIPANT` for what one participant keeps to themself. The room
 * name is also the path of the WebSocket below `/sync/`, as the stock y-websocket provider builds it.
 *
 * `BOARD/ledger` is the server's own: what nobody may change afterwards. No client can ask for it.
 */
export type RoomName =
  | { board: string; kind: 'board' | 'stage' | 'ledger' }
  /** `owner` is a participant id. */
  | { board: string; kind: 'desk'; owner: string };

export type RoomKind = RoomName['kind'];

/** Where the relay listens, below the server's own address. */
export const SYNC_PATH = '/sync';

/** A board id: 16 characters of an URL-safe alphabet, unguessable enough not to collide, no secret. */
export const BOARD_ID = /^[A-Za-z0-9_-]{16}$/;

const PARTICIPANT_ID = /^[A-Za-z0-9_-]{12}$/;

export function formatRoom(room: RoomName): string {
  return room.kind === 'desk' ? `${room.board}/desk/${room.owner}` : `${room.board}/${room.kind}`;
}

/** Reads a room name; `null` for anything that is not one. */
export function parseRoom(name: string): RoomName | null {
  const [board, kind, owner, ...rest] = name.split('/');
  if (rest.length > 0 || !board || !BOARD_ID.test(board)) return null;
  if (kind === 'desk') return owner && PARTICIPANT_ID.test(owner) ? { board, kind, owner } : null;
  if (owner !== undefined) return null;
  return kind === 'board' || kind === 'stage' ? { board, kind } : null;
}
