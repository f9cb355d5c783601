import { connect } from 'node:net';
import { createFrameReader, OPCODE, writeFrame } from './frames.ts';

/**
 * A WebSocket of a client, as cheap as it can be, so that the load never takes more than the
 * server: all share one buffer to read into, and what nobody wants is not copied.
 */
export interface ClientSocket {
  send(parts: readonly Uint8Array[]): void;
  /** Stops reading, as a phone does whose network has gone. */
  pause(): void;
  resume(): void;
  close(): void;
  readonly closed: Promise<void>;
  /** Bytes on the wire. */
  sent(): number;
  received(): number;
}

/** Enough for what the kernel hands over at once. */
const shared = Buffer.alloc(256 * 1024);

/**
 * Connects and waits until the server has accepted.
 * @param hear called with each message while there is one to call; valid for the call only
 */
export function openSocket(
  port: number,
  path: string,
  listener: { hear: ((message: Buffer) => void) | null },
): Promise<ClientSocket> {
  return new Promise((resolve, reject) => {
    let handshake: Buffer | null = Buffer.alloc(0);
    const read = createFrameReader(
      () => listener.hear !== null,
      (opcode, payload) => {
        if (opcode === OPCODE.binary) listener.hear?.(payload);
        if (opcode === OPCODE.ping) socket.write(writeFrame(OPCODE.pong, [payload]));
        if (opcode === OPCODE.close) socket.destroy();
      },
    );
    const arrive = (length: number) => {
      const chunk = shared.subarray(0, length);
      if (!handshake) return read(chunk);
      handshake = Buffer.concat([handshake, chunk]);
      const end = handshake.indexOf('\r\n\r\n');
      if (end < 0) return undefined;
      const answer = handshake;
      handshake = null;
      if (answer.indexOf('HTTP/1.1 101') !== 0) {
        socket.destroy();
        return reject(new Error(`Not accepted: ${answer.toString('latin1', 0, 200)}`));
      }
      resolve(client);
      return read(answer.subarray(end + 4));
    };
    const socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: shared,
        callback(length) {
          arrive(length);
          return true;
        },
      },
    });
    const closed = new Promise<void>((gone) => socket.on('close', () => gone()));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The connection was closed.')));
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
    const client: ClientSocket = {
      send: (parts) => void socket.write(writeFrame(OPCODE.binary, parts)),
      pause: () => void socket.pause(),
      resume: () => void socket.resume(),
      close: () => void socket.destroy(),
      closed,
      sent: () => socket.bytesWritten,
      received: () => socket.bytesRead,
    };
  });
}
