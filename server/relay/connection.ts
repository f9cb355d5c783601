import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';
import { closeReason, REFUSALS, type RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import type { Observer } from '../observe/observer.ts';
import type { Allowance } from './allowance.ts';
import type { RelayLimits } from './limits.ts';
import { frameOf } from './frames.ts';
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
  /** The socket below, for frames that are the same for all. */
  readonly socket: Socket;
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
  /** Whether it is the page of a projector, before which nobody need be. */
  readonly onScreen: boolean;
  /** How many of its messages that may carry changes are on disk. */
  saved: number;
  /** The awareness client it speaks for, from its first awareness message on. */
  awarenessClient: number | null;
  /** Whether the other side has answered the last ping. */
  alive: boolean;
  /** False from the moment the server has decided to close it: what still arrives is not heard. */
  open: boolean;
  /** How many bytes had arrived when the last message was whole. */
  heardBytes: number;
  /** How much of what is unsent is the document it asked for itself, which may be larger than any limit. */
  slack: number;
}

/** Sends a message; a connection that does not read is closed instead. */
export function send(connection: Connection, message: Uint8Array): void {
  sendFrames(connection, frameOf(message));
}

/** Sends what `frameOf` has made of one message, or of several one after the other. */
export function sendFrames(connection: Connection, frames: Uint8Array): void {
  if (write(connection, frames)) connection.observer.sent(1, frames.length);
}

/** Sends each of them the same frames. An array, because a loop over several kinds of collection is compiled anew for each. */
export function sendToAll(connections: readonly Connection[], frames: Uint8Array): void {
  let receivers = 0;
  for (const connection of connections) if (write(connection, frames)) receivers += 1;
  count(connections, (observer) => observer.sent(receivers, frames.length * receivers));
}

/** Sends what is outdated by the next of its kind anyway, but not to those who are behind with reading. */
export function sendToThoseKeepingUp(connections: Iterable<Connection>, frames: Uint8Array): void {
  let receivers = 0;
  let behind = 0;
  for (const connection of connections) {
    if (connection.ws.bufferedAmount > connection.limits.skipAwarenessAt) behind += 1;
    else if (write(connection, frames)) receivers += 1;
  }
  count(connections, (observer) => {
    observer.sent(receivers, frames.length * receivers);
    if (behind > 0) observer.awarenessDropped(behind);
  });
}

/** Counts once for all of them: one by one, it would cost as much as the sending. */
function count([first]: Iterable<Connection>, tell: (observer: Observer) => void): void {
  if (first) tell(first.observer);
}

/**
 * Written past `ws`, which would make a frame anew for each receiver; the two never mix within a
 * frame, because `ws` too writes each as a whole where nothing is compressed.
 */
function write(connection: Connection, frames: Uint8Array): boolean {
  const { ws, socket, limits } = connection;
  if (!connection.open || ws.readyState !== ws.OPEN) return false;
  if (ws.bufferedAmount > limits.disconnectAt + connection.slack) {
    closeWith(connection, 'too-slow');
    return false;
  }
  // A failed write also ends the socket, and its close event is where that is handled.
  socket.write(frames);
  return true;
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
