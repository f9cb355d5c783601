import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeReason, Refusal, REFUSALS } from '../../shared/protocol/refusals.ts';
import { SYNC_PATH } from '../../shared/protocol/rooms.ts';
import { SAVED_PARAMETER } from '../../shared/protocol/saved.ts';
import { SCREEN_PARAMETER } from '../../shared/protocol/screens.ts';
import type { Observer } from '../observe/observer.ts';
import { reportUnexpected } from '../unexpected.ts';
import type { RelayLimits } from './limits.ts';

/** What the path and query of a WebSocket ask for, not yet checked. */
export interface SocketRequest {
  room: string;
  token: string | null;
  /** Whether the client wants to be told what is on disk. */
  tellSaved: boolean;
  /** Whether it is the page of a projector. */
  onScreen: boolean;
  /** The address it comes from. */
  address: string;
}

/** Milliseconds that the other side has to answer a close frame. */
const CLOSE_TIMEOUT = 5_000;

/**
 * Accepts the WebSockets of a server below `/sync/`, others get an HTTP 404.
 * @param open takes over an accepted socket; a refusal it throws becomes the close frame, since
 *   browsers do not show a page the HTTP status of a refused upgrade
 */
export function acceptSockets(
  server: Server,
  limits: RelayLimits,
  addressOf: (request: IncomingMessage) => string,
  open: (ws: WebSocket, socket: Socket, request: SocketRequest) => void,
  observer: Observer,
): WebSocketServer {
  // A variable, because the published types of ws do not know `closeTimeout` yet.
  const options = {
    noServer: true,
    clientTracking: true,
    // Compressing what is already dense costs more than it saves.
    perMessageDeflate: false,
    // Beyond its own limit a message is refused in words; only beyond this is the frame cut off.
    maxPayload: Math.max(limits.message * 2, limits.document),
    closeTimeout: CLOSE_TIMEOUT,
    autoPong: false,
  };
  const sockets = new WebSocketServer(options);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const asked = readRequest(request, addressOf);
    if (!asked) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      // A broken frame is also followed by a close event, which is where it is handled.
      ws.on('error', () => {});
      // Pongs are not sent to those who never read them.
      ws.on('ping', (data) => {
        if (ws.bufferedAmount <= limits.skipAwarenessAt) ws.pong(data, false, () => {});
      });
      try {
        requireOrigin(request, limits.origins);
        open(ws, socket as Socket, asked);
      } catch (error) {
        const code = refusalOf(error, 'opening a connection');
        observer.refused(code);
        ws.close(REFUSALS[code].close, closeReason(code));
      }
    });
  });
  return sockets;
}

/**
 * Browsers tell from which page a WebSocket is opened, and open it for pages of other sites too
 * (RFC 6455 section 10.2). Programs that are no browsers tell nothing.
 * @throws Refusal 'wrong-origin'
 */
function requireOrigin({ headers }: IncomingMessage, allowed: readonly string[]): void {
  const { origin, host } = headers;
  if (origin === undefined || allowed.includes(origin)) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new Refusal('wrong-origin');
}

function readRequest(request: IncomingMessage, addressOf: (request: IncomingMessage) => string): SocketRequest | null {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  if (!path.startsWith(`${SYNC_PATH}/`)) return null;
  const parameters = new URLSearchParams(query);
  return {
    room: path.slice(SYNC_PATH.length + 1),
    token: parameters.get('token'),
    tellSaved: parameters.get(SAVED_PARAMETER) === '1',
    onScreen: parameters.get(SCREEN_PARAMETER) === '1',
    address: addressOf(request),
  };
}

/** The refusal that an error means to the client; one that is not a refusal is reported. */
export function refusalOf(error: unknown, doing: string): Refusal['code'] {
  if (error instanceof Refusal) return error.code;
  reportUnexpected(doing, error);
  return 'server-error';
}
