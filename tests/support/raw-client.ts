import { once } from 'node:events';
import { createDecoder, readVarUint } from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { SAVED_MESSAGE } from '../../shared/protocol/saved.ts';

/** A WebSocket that says whatever the test wants it to say. */
export interface RawClient {
  ws: WebSocket;
  /** Every message that has arrived. */
  heard: Uint8Array[];
  /** How the connection ended. */
  closed: Promise<{ code: number; reason: string }>;
}

/** Connects to any path of the server. */
export async function openRaw(server: { url: string }, path: string): Promise<RawClient> {
  const ws = new WebSocket(server.url.replace('http', 'ws') + path);
  const heard: Uint8Array[] = [];
  ws.on('message', (data: Buffer) => heard.push(new Uint8Array(data)));
  ws.on('error', () => {});
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    ws.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  onTestFinished(() => ws.terminate());
  await Promise.race([once(ws, 'open'), closed]);
  return { ws, heard, closed };
}

/** Messages of the y-websocket protocol. */
export const say = {
  step1: (stateVector = Y.encodeStateVector(new Map())) => syncMessage(0, stateVector),
  step2: (update: Uint8Array) => syncMessage(1, update),
  update: (update: Uint8Array) => syncMessage(2, update),
  awareness: (client: number, clock: number, state: unknown) =>
    encoding.encode((encoder) => {
      const content = encoding.encode((inner) => {
        encoding.writeVarUint(inner, 1);
        encoding.writeVarUint(inner, client);
        encoding.writeVarUint(inner, clock);
        encoding.writeVarString(inner, JSON.stringify(state));
      });
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, content);
    }),
};

/** How many of its changes a client was told to be saved, each time it was told. */
export function toldCounts(client: RawClient): number[] {
  return client.heard.flatMap((message) => {
    const decoder = createDecoder(message);
    return readVarUint(decoder) === SAVED_MESSAGE ? [readVarUint(decoder)] : [];
  });
}

/** What kind a message is: `sync 0`, `sync 1`, `sync 2`, `awareness`, `auth`. */
export function kindOf(message: Uint8Array): string {
  if (message[0] === 0) return `sync ${message[1]}`;
  return message[0] === 1 ? 'awareness' : message[0] === 2 ? 'auth' : 'unknown';
}

function syncMessage(type: number, content: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, content);
  });
}
