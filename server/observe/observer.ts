import type { RefusalCode } from '../../shared/protocol/refusals.ts';
import type { Role } from '../../shared/protocol/roles.ts';
import type { RoomKind } from '../../shared/protocol/rooms.ts';

/**
 * What the server tells of its work to whoever watches it: the log and the metrics. Nothing that
 * passes here may hold a secret, a token, a name, or anything people wrote; what an observer is
 * not told, it cannot give away.
 */
export interface Observer {
  requestAnswered(request: AnsweredRequest): void;
  connectionOpened(visit: Visit): void;
  /** @param code of the close frame, RFC 6455 section 7.4.1, or one of `REFUSALS` */
  connectionClosed(visit: Visit, code: number): void;
  messageHeard(bytes: number): void;
  /** So many messages, or several at once, were sent to as many connections. @param bytes of all of them */
  sent(receivers: number, bytes: number): void;
  /** So many connections were behind with reading and not sent what is only of interest now. */
  awarenessDropped(receivers: number): void;
  awarenessHeard(): void;
  /** Updates of clients are on disk. @param ms how long their transaction took */
  updatesCommitted(count: number, ms: number): void;
  /** A request, a connection or a change was refused. */
  refused(code: RefusalCode): void;
}

/** An answer of the HTTP interface. */
export interface AnsweredRequest {
  method: string;
  /** The pattern, such as `/api/boards/:board/me`, or `STATIC_ROUTE`; never the address that was asked for. */
  route: string;
  status: number;
  ms: number;
}

/** The route of all files of the client. */
export const STATIC_ROUTE = 'static';

/** Somebody's connection to a room. */
export interface Visit {
  board: string;
  kind: RoomKind;
  role: Role;
}

/** Tells several observers as if they were one. */
export function observers(all: readonly Observer[]): Observer {
  const tell = (what: (observer: Observer) => void) => all.forEach(what);
  return {
    requestAnswered: (request) => tell((observer) => observer.requestAnswered(request)),
    connectionOpened: (visit) => tell((observer) => observer.connectionOpened(visit)),
    connectionClosed: (visit, code) => tell((observer) => observer.connectionClosed(visit, code)),
    messageHeard: (bytes) => tell((observer) => observer.messageHeard(bytes)),
    sent: (receivers, bytes) => tell((observer) => observer.sent(receivers, bytes)),
    awarenessDropped: (receivers) => tell((observer) => observer.awarenessDropped(receivers)),
    awarenessHeard: () => tell((observer) => observer.awarenessHeard()),
    updatesCommitted: (count, ms) => tell((observer) => observer.updatesCommitted(count, ms)),
    refused: (code) => tell((observer) => observer.refused(code)),
  };
}
