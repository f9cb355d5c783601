import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { Refusal } from '../../shared/protocol/refusals.ts';

/** Answers a request for a file of the built client. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse) => void;

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** How a file may come compressed, best first: the name of HTTP and the ending on disk. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

interface BuiltFile {
  type: string;
  etag: string;
  bodies: Map<string, Buffer>;
}

/**
 * Serves the built client: files under `/assets/` carry a hash in their name and are kept for good,
 * any other address without a file is a screen of the client and gets its page.
 *
 * The client is a few megabytes and does not change while the server runs, so all of it is kept in
 * memory: no request opens a file, and nothing a request asks for can fail on the disk. Parts of
 * files (the `Range` header) are not served, as RFC 9110 section 14.2 allows.
 * @param folder the built client; where there is none, as in development, nothing is served
 */
export function serveFiles(folder: string): FileHandler {
  if (!existsSync(join(folder, 'index.html'))) return answerNoFile;
  const files = readFiles(folder);
  const page = files.get('/index.html')!;
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answerNoFile(request, response);
    const path = (request.url ?? '/').split('?')[0]!;
    const file = files.get(path) ?? (isScreen(path) ? page : undefined);
    if (file) answerFile(request, response, file, path.startsWith('/assets/'));
    else if (isRead(path, request)) answerFile(request, response, page, false, 404);
    else answerNoFile(request, response);
  };
}

/** An address that names no file by its ending, and is not where files or the interface are. */
function isScreen(path: string): boolean {
  return extname(path) === '' && !path.startsWith('/assets/') && !path.startsWith('/api/');
}

/** Somebody opens an address that nothing is at: our page tells them so in their language. */
function isRead(path: string, request: IncomingMessage): boolean {
  return !path.startsWith('/assets/') && !path.startsWith('/api/') && String(request.headers.accept ?? '').includes('text/html');
}

function readFiles(folder: string): Map<string, BuiltFile> {
  const files = new Map<string, BuiltFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || !type) continue;
    const path = join(entry.parentPath, entry.name);
    const plain = readFileSync(path);
    const bodies = new Map([['', plain]]);
    for (const [name, ending] of ENCODINGS) if (existsSync(path + ending)) bodies.set(name, readFileSync(path + ending));
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { type, etag, bodies });
  }
  return files;
}

function answerFile(request: IncomingMessage, response: ServerResponse, file: BuiltFile, forGood: boolean, status = 200): void {
  response.setHeader('Cache-Control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('ETag', file.etag);
  response.setHeader('Vary', 'Accept-Encoding');
  if (status === 200 && request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = ENCODINGS.map(([name]) => name).find((name) => file.bodies.has(name) && new RegExp(`\\b${name}\\b`).test(accepted)) ?? '';
  const body = file.bodies.get(encoding)!;
  if (encoding) response.setHeader('Content-Encoding', encoding);
  response.writeHead(status, { 'Content-Type': file.type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function answerNoFile(_request: IncomingMessage, response: ServerResponse): void {
  const refusal = new Refusal('unknown-address');
  response.writeHead(refusal.status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(refusal.toBody()));
}
