import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { STATIC_ROUTE, type Observer } from '../observe/observer.ts';
import type { FileHandler } from './files.ts';

/** Tells an observer of each answer of the HTTP interface, and of what was refused. */
export function watched(observer: Observer): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    if (c.error) observer.refused(c.error instanceof Refusal ? c.error.code : 'server-error');
    const ms = performance.now() - startedAt;
    observer.requestAnswered({ method: c.req.method, route: routeOf(c), status: c.res.status, ms });
  };
}

/** Tells an observer of each file that was sent, or not sent. */
export function watchedFiles(files: FileHandler, observer: Observer): FileHandler {
  return (request: IncomingMessage, response: ServerResponse) => {
    const startedAt = performance.now();
    response.once('close', () => {
      const ms = performance.now() - startedAt;
      observer.requestAnswered({ method: request.method ?? '', route: STATIC_ROUTE, status: response.statusCode, ms });
    });
    files(request, response);
  };
}

/** The pattern of the route that answers; that of the whole interface where none does. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).at(-1)?.path ?? '';
}
