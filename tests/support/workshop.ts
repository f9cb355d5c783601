import type { CreatedBoard, JoinedSession } from '../../shared/protocol/api.ts';
import type { Role } from '../../shared/protocol/roles.ts';

/** What the server answered. `body` is its JSON, or its text when it is none. */
export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

interface Call {
  method?: string;
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  /** A session token or the secret of a link. */
  secret?: string;
}

/** Calls the HTTP interface. @param path below `/api` */
// oxlint-disable-next-line typescript/no-explicit-any -- tests say themselves what they expect
export async function call<T = any>(server: { url: string }, path: string, asked: Call = {}): Promise<Answer<T>> {
  const { body, secret, method = body === undefined ? 'GET' : 'POST' } = asked;
  const response = await fetch(`${server.url}/api${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(secret && { Authorization: `Bearer ${secret}` }) },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: parseIfJson(text) as T, headers: response.headers };
}

/** Makes a board from a template. */
export async function createTestBoard(server: { url: string }, template = 'both'): Promise<CreatedBoard> {
  const board = { template, title: 'Learning city', workshop: 'Spring meeting', language: 'en' };
  return (await call<CreatedBoard>(server, '/boards', { body: board })).body;
}

/** Joins a board by its link for a role. */
export async function joinAs(
  server: { url: string },
  { board, links }: CreatedBoard,
  role: Role,
  name = 'Ana',
  site = 'Évora',
): Promise<JoinedSession> {
  const who = role === 'viewer' ? {} : { name, site };
  const body = { secret: links[role], language: 'en', ...who };
  return (await call<JoinedSession>(server, `/boards/${board}/sessions`, { body })).body;
}

/** One of each role: Fay and Ana at one site, Ben at another, and a viewer. */
export async function joinCast(server: { url: string }, created: CreatedBoard) {
  return {
    facilitator: await joinAs(server, created, 'facilitator', 'Fay', 'Évora'),
    ana: await joinAs(server, created, 'participant', 'Ana', 'Évora'),
    ben: await joinAs(server, created, 'participant', 'Ben', 'Swansea'),
    viewer: await joinAs(server, created, 'viewer'),
  };
}

function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
