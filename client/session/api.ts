import type { Language } from '../../shared/languages.ts';
import type {
  CreateBoardBody,
  CreatedBoard,
  JoinBody,
  JoinedSession,
  LinkOpening,
  RenewLinkBody,
  ReportFormat,
  SnapshotInfo,
} from '../../shared/protocol/api.ts';
import { REFUSALS, Refusal, type RefusalBody } from '../../shared/protocol/refusals.ts';
import type { Role } from '../../shared/protocol/roles.ts';

/** Thrown when no answer came from the server at all: offline, or the server is not running. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

/** The key of `errors.*` that tells a person what went wrong. */
export function errorKey(error: unknown): keyof typeof REFUSALS | 'unreachable' {
  if (error instanceof Refusal) return error.code;
  return error instanceof Unreachable ? 'unreachable' : 'server-error';
}

interface Call {
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
  /** A session token or the secret of a link. */
  credential?: string;
}

async function send(path: string, { method = 'GET', body, credential }: Call): Promise<Response> {
  const headers = new Headers();
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (credential) headers.set('authorization', `Bearer ${credential}`);
  const response = await fetch(`/api${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }).catch(
    (error: unknown) => {
      throw new Unreachable(String(error));
    },
  );
  if (!response.ok) throw await readRefusal(response);
  return response;
}

async function readRefusal(response: Response): Promise<Error> {
  const body = (await response.json().catch(() => null)) as RefusalBody | null;
  const code = body?.error?.code;
  if (code && code in REFUSALS) return new Refusal(code, body.error.details);
  return response.status >= 502 ? new Unreachable(String(response.status)) : new Refusal('server-error');
}

async function call<T>(path: string, options: Call = {}): Promise<T> {
  return (await (await send(path, options)).json()) as T;
}

/** The server's HTTP interface. Every call throws a `Refusal` or `Unreachable`. */
export const api = {
  time: () => call<{ now: number }>('/time'),
  createBoard: (body: CreateBoardBody) => call<CreatedBoard>('/boards', { method: 'POST', body }),
  openLink: (board: string, secret: string, passphrase?: string) =>
    call<LinkOpening>(`/boards/${board}/open`, { method: 'POST', body: { secret, passphrase } }),
  join: (board: string, body: JoinBody) => call<JoinedSession>(`/boards/${board}/sessions`, { method: 'POST', body }),
  me: (board: string, credential: string) => call<{ role: Role; participant: string | null }>(`/boards/${board}/me`, { credential }),
  renewLink: (board: string, role: Role, body: RenewLinkBody, credential: string) =>
    call<{ secret: string }>(`/boards/${board}/links/${role}`, { method: 'POST', body, credential }),
  removeParticipant: (board: string, participant: string, credential: string) =>
    call<unknown>(`/boards/${board}/participants/${participant}`, { method: 'DELETE', credential }),
  changeRole: (board: string, participant: string, role: 'facilitator' | 'participant', credential: string) =>
    call<unknown>(`/boards/${board}/participants/${participant}/role`, { method: 'POST', body: { role }, credential }),
  saveSnapshot: (board: string, title: string, credential: string) =>
    call<SnapshotInfo>(`/boards/${board}/snapshots`, { method: 'POST', body: { title }, credential }),
  snapshots: (board: string, credential: string) => call<SnapshotInfo[]>(`/boards/${board}/snapshots`, { credential }),
  reportLink: (board: string, snapshot: string, credential: string) =>
    call<{ secret: string }>(`/boards/${board}/snapshots/${snapshot}/links`, { method: 'POST', credential }),
  report: (board: string, snapshot: string, format: ReportFormat, language: Language, credential: string, timeZone?: string) => {
    const told = new URLSearchParams({ lang: language, download: '1', ...(timeZone && { timeZone }) });
    return send(`/boards/${board}/snapshots/${snapshot}/report/${format}?${told}`, { credential });
  },
};
