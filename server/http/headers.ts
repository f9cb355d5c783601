import type { IncomingMessage, ServerResponse } from 'node:http';

/** A host and port as a header may name it, with nothing in it that could end a policy's directive. */
const HOST = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/**
 * Sets the headers of every answer. The content security policy lets pages load from this server
 * only, so that no request of a browser leaves it (promise 6), whatever a library tries.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', contentPolicy(request.headers.host ?? ''));
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
}

function contentPolicy(host: string): string {
  // Safari before 15.4 does not count WebSockets of the page's own host as 'self'.
  const sockets = HOST.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
