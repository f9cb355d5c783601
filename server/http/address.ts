import { isIP } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * The address a request comes from.
 * @param trustProxy whether there is a web server in front that appends to `X-Forwarded-For` whom
 *   it heard. Only what it appended itself, the last, is believed: what stands before it anybody
 *   may have written. Without one the header is nothing but a claim and is not read.
 */
export function addressOf(c: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return forwarded && isIP(forwarded) ? forwarded : (getConnInfo(c).remote.address ?? '');
}
