import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Refusal } from '../../shared/protocol/refusals.ts';

/** Answers a request for a file of the built client. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves the built client: files under `/assets/` carry a hash in their name and are kept for good,
 * any other address without a file is a screen of the client and gets its page.
 * @param folder the built client; where there is none, as in development, nothing is served
 */
export function serveFiles(folder: string): FileHandler {
  if (!existsSync(join(folder, 'index.html'))) return answerNoFile;
  const files = sirv(folder, {
    etag: true,
    brotli: true,
    gzip: true,
    single: true,
    ignores: ['^/assets/', '^/api/'],
    setHeaders(response, path) {
      const forGood = path.startsWith('/assets/');
      response.setHeader('Cache-Control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') answerNoFile(request, response);
    else files(request, response, () => answerNoFile(request, response));
  };
}

function answerNoFile(_request: IncomingMessage, response: ServerResponse): void {
  const refusal = new Refusal('unknown-address');
  response.writeHead(refusal.status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(refusal.toBody()));
}
