import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { closeReason, REFUSALS, type RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import type { Observer } from '../observe/observer.ts';
import type { Allowance } from './allowance.ts';
import type { RelayLimits } from './limits.ts';
import type { Room } from './room.ts';

/** Who speaks on a connection, as access vouches for it. */
export interface RelaySession {
  /** The same for all connections of one session. */
  id: string;
  link: string;
  participant: string | null;
  role: Role;
}

/** One WebSocket in one room. */
export interface Connection {
  readonly ws: WebSocket;
  /** The socket below, to gather several frames into one system call. */
  readonly socket: Duplex;
  readonly session: RelaySession;
  readonly room: Room;
  /** Where it comes from, for the limit on connections. */
  readonly address: string;
  readonly allowance: Allowance;
  /** Whether it was refused a change, or not asked for its changes, because the board was locked. */
  behind: boolean;
  /** Whether it has answered the server's sync step 1: from then on it sends nothing that builds on what the server lacks. */
  answered: boolean;
  readonly limits: RelayLimits;
  readonly observer: Observer;
  /** Whether it wants to be told what is on disk. */
  readonly tellSaved: boolean;
  /** How many of its messages that may carry changes are on disk. */
  saved: number;
  /** The awareness client it speaks for, from its first awareness message on. */
  awarenessClient: number | null;
  /** Whether the other side has answered the last ping. */
  alive: boolean;
  /** False from the moment the server has decided to close it: what still arrives is not heard. */
  open: boolean;
  /** How much of what is unsent is the document it asked for itself, which may be larger than any limit. */
  slack: number;
}

/** Sends a frame; a connection that does not read is closed instead. */
export function send(connection: Connection, frame: Uint8Array): void {
  if (!connection.open) return;
  if (connection.ws.bufferedAmount > connection.limits.disconnectAt + connection.slack) {
    closeWith(connection, 'too-slow');
    return;
  }
  connection.observer.messageSent(frame.length);
  connection.ws.send(frame, () => {
    // A failed write also ends the socket, and its close event is where that is handled.
  });
}

/** Sends several frames with one write. */
export function sendAll(connection: Connection, frames: readonly Uint8Array[]): void {
  connection.socket.cork();
  for (const frame of frames) send(connection, frame);
  connection.socket.uncork();
}

/** Sends what is outdated by the next frame of its kind anyway, unless the connection is behind. */
export function sendIfKeepingUp(connection: Connection, frame: Uint8Array): void {
  if (connection.ws.bufferedAmount <= connection.limits.skipAwarenessAt) send(connection, frame);
}

/** Closes a connection with a refusal: the client reads from the close code whether to come again. */
export function closeWith(connection: Connection, code: RefusalCode): void {
  if (connection.open) connection.observer.refused(code);
  closeSocket(connection, REFUSALS[code].close, closeReason(code));
}

/** Closes a connection; nothing is heard from it or sent to it afterwards. */
export function closeSocket(connection: Connection, code: number, reason: string): void {
  if (!connection.open) return;
  connection.open = false;
  connection.ws.close(code, reason);
}
