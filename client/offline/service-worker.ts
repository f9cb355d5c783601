/*
 * Keeps the built client on this device, so that a board can be opened and reloaded without a
 * connection. It never keeps an address of a board, an answer of the interface or anything people
 * wrote; those are the page's to keep.
 *
 * Pages of two builds are never mixed: a page comes from the server, or, where that cannot be
 * reached, from the cache of one build, which was taken as a whole and whose page was checked to be
 * of that build. Files under /assets/ carry a hash in their name and are the same in every build.
 */

interface Build {
  /** What tells this build from others. */
  id: string;
  /** The SHA-256 of its page, in hexadecimal digits. */
  page: string;
  /** The files that the start page and every board need. */
  shell: string[];
}

/** Filled in when the client is built. */
declare const PLENARY_BUILD: Build;

interface WorkerEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

interface FetchEvent extends WorkerEvent {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface WorkerScope {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WorkerEvent & { data: unknown }) => void): void;
}

const scope = self as unknown as WorkerScope;

const PREFIX = 'plenary-build/';
const BUILD = PLENARY_BUILD;
const OWN = `${PREFIX}${BUILD.id}`;
const PAGE = '/index.html';

/** How long the server may take to answer with a page when this device has one. */
const PATIENCE_MS = 5_000;

/** What was kept by an address, whatever the headers and the parameters it was asked with. */
const BY_ADDRESS = { ignoreVary: true, ignoreSearch: true } as const;

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
scope.addEventListener('message', (event) => {
  const asset = typeof event.data === 'string' ? event.data : '';
  if (isAsset(asset)) event.waitUntil(keep(asset));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  if (request.mode === 'navigate' && isScreen(request.url)) event.respondWith(page(request));
  else if (isAsset(request.url)) event.respondWith(asset(request.url));
});

/** Takes the whole shell or nothing, and the page only if it is this build's. */
async function install(): Promise<void> {
  const cache = await caches.open(OWN);
  const answer = await fetch(PAGE, { cache: 'no-cache' });
  const digest = await crypto.subtle.digest('SHA-256', await answer.clone().arrayBuffer());
  const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!answer.ok || hash !== BUILD.page) throw new Error('The server has gone on to another build.');
  await cache.addAll(BUILD.shell);
  // Last, so that a page is there only with all it needs.
  await cache.put(PAGE, answer);
  await scope.skipWaiting();
}

/** Serves open pages from now on. The build before is left, for pages that still run it. */
async function takeOver(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== OWN);
  for (const name of builds.slice(0, -1)) await caches.delete(name);
  await scope.clients.claim();
}

/** A screen of the client: the server's, else the one on this device. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(OWN)).match(PAGE, BY_ADDRESS);
  if (!kept) return fetch(request);
  try {
    const answer = await Promise.race([fetch(request), failAfter(PATIENCE_MS)]);
    // A web server whose Plenary is being restarted answers, but not with a page.
    return answer.status >= 500 ? kept : answer;
  } catch {
    return kept;
  }
}

/** A file with a hash in its name: once kept, never asked for again. */
async function asset(address: string): Promise<Response> {
  return (await caches.match(address, BY_ADDRESS)) ?? keep(address);
}

async function keep(asked: string): Promise<Response> {
  // One file is asked for under many names: a picture's parts have fragments of their own.
  const address = new URL(asked, location.origin).pathname;
  const known = await caches.match(address, BY_ADDRESS);
  if (known) return known;
  const answer = await fetch(address);
  if (answer.ok) {
    // A device without space still shows the page.
    await (await caches.open(OWN)).put(address, answer.clone()).catch(() => {});
  }
  return answer;
}

function isAsset(address: string): boolean {
  const url = new URL(address, location.origin);
  return url.origin === location.origin && url.pathname.startsWith('/assets/');
}

/** Downloads and other answers of the server are not screens. */
function isScreen(address: string): boolean {
  const { pathname } = new URL(address);
  return !pathname.startsWith('/api') && !pathname.startsWith('/metrics') && !/\.[a-z0-9]+$/i.test(pathname);
}

function failAfter(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('The server is silent.')), milliseconds));
}
