import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Api } from './api.ts';
import type { FileHandler } from './files.ts';
import { setSecurityHeaders } from './headers.ts';

/** The paths that the HTTP interface answers, however they are written. */
const API_PATH = /^\/api(?:[/?]|$)/;

/**
 * Makes the HTTP server; it does not listen yet.
 * @param api asked for on each request, since it is made of parts that need the server
 */
export function createHttpServer(api: () => Api, files: FileHandler): Server {
  const answerApi = getRequestListener((request) => api().fetch(request), { overrideGlobalObjects: false });
  return createServer((request, response) => {
    setSecurityHeaders(request, response);
    if (API_PATH.test(request.url ?? '')) void answerApi(request, response);
    else files(request, response);
  });
}
