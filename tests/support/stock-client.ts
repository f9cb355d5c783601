import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { SYNC_PATH } from '../../shared/protocol/rooms.ts';
import { until } from './until.ts';

/** A document that y-websocket's own provider keeps in step, as any Yjs program would. */
export interface StockClient {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** How its connections ended, in order: `[code, reason]`. */
  closes: [number, string][];
  /** Waits until the server's state has arrived. */
  synced(): Promise<void>;
}

/** Connects a stock client to a room; it goes away when the test is finished. */
export function openStock(server: { url: string }, room: string, token: string, doc = new Y.Doc()): StockClient {
  const provider = new WebsocketProvider(server.url.replace('http', 'ws') + SYNC_PATH, room, doc, {
    params: { token },
    disableBc: true,
    maxBackoffTime: 200,
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  const closes: [number, string][] = [];
  provider.on('connection-close', (event) => {
    if (event) closes.push([event.code, event.reason]);
  });
  onTestFinished(() => provider.destroy());
  return { doc, provider, closes, synced: () => until(`${room} is synced`, () => provider.synced) };
}
