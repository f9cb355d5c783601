import type { Connection } from './connection.ts';
import { closeWith } from './connection.ts';
import type { RelayLimits } from './limits.ts';

/**
 * Sends away those who hold the server's memory with messages they do not finish: a viewer, who has
 * nothing large to send, at once, and of the others the largest, once all together are too much. A
 * slow network alone, on which a large message takes its time, is no reason.
 */
export function closeHoarders(connections: Iterable<Connection>, { awarenessState, unfinished }: RelayLimits): void {
  const hoards = [...connections].map((connection) => ({ connection, bytes: unfinishedBytes(connection) }));
  for (const { connection, bytes } of hoards) {
    if (connection.session.role === 'viewer' && bytes > 2 * awarenessState) closeWith(connection, 'too-large');
  }
  hoards.sort((one, other) => other.bytes - one.bytes);
  let total = hoards.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { connection, bytes } of hoards) {
    if (total <= unfinished) return;
    closeWith(connection, 'too-fast');
    // The close handshake would leave it in memory for as long as the other side likes.
    connection.ws.terminate();
    total -= bytes;
  }
}

/** What has arrived since the last whole message. */
function unfinishedBytes({ socket, heardBytes }: Connection): number {
  return socket.bytesRead - heardBytes;
}
