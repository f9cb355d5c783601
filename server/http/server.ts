import { createServer, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Metrics } from '../observe/metrics.ts';
import { reportUnexpected } from '../unexpected.ts';
import type { Api } from './api.ts';
import type { FileHandler } from './files.ts';
import { setSecurityHeaders } from './headers.ts';

/** The paths that the HTTP interface answers, however they are written. */
const API_PATH = /^\/api(?:[/?]|$)/;

/** Where Prometheus looks unless it is told otherwise. */
const METRICS_PATH = /^\/metrics(?:\?|$)/;

/**
 * Makes the HTTP server; it does not listen yet.
 * @param api asked for on each request, since it is made of parts that need the server
 * @param metrics what is shown at `/metrics`, `null` to show nothing there
 */
export function createHttpServer(api: () => Api, files: FileHandler, metrics: Metrics | null = null): Server {
  const answerApi = getRequestListener((request, env) => api().fetch(request, env), { overrideGlobalObjects: false });
  return createServer((request, response) => {
    const url = request.url ?? '';
    setSecurityHeaders(request, response);
    if (API_PATH.test(url)) void answerApi(request, response);
    else if (metrics && METRICS_PATH.test(url)) void answerMetrics(metrics, response);
    else files(request, response);
  });
}

async function answerMetrics(metrics: Metrics, response: ServerResponse): Promise<void> {
  try {
    const text = await metrics.render();
    response.writeHead(200, { 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' });
    response.end(text);
  } catch (error) {
    reportUnexpected('rendering the metrics', error);
    response.writeHead(500);
    response.end();
  }
}
