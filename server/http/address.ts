import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * The address a request comes from, of HTTP or to open a WebSocket.
 * @param trustProxy whether there is a web server in front that appends to `X-Forwarded-For` whom
 *   it heard. Only what it appended itself, the last, is believed: what stands before it anybody
 *   may have written. Without one the header is nothing but a claim and is not read.
 */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const header = trustProxy ? request.headers['x-forwarded-for'] : undefined;
  const forwarded = String(header ?? '').split(',').at(-1)!.trim();
  return isIP(forwarded) ? forwarded : (request.socket.remoteAddress ?? '');
}

/** The same for a request that hono answers. */
export function addressOfContext(c: Context, trustProxy: boolean): string {
  return addressOf((c.env as HttpBindings).incoming as IncomingMessage, trustProxy);
}
