import type { Language } from '../../shared/languages.ts';
import type {
  CreateBoardBody,
  CreatedBoard,
  JoinBody,
  JoinedSession,
  LinkOpening,
  OpenRoundBody,
  RenewLinkBody,
  ReportFormat,
  SaveSnapshotBody,
  RevealBody,
  SnapshotInfo,
} from '../../shared/protocol/api.ts';
import type { BeforeBody, Grace, Keeping, ReportLinkBody, ReportLinkInfo, Restored, SnapshotDocument } from '../../shared/protocol/history.ts';
import { REFUSALS, Refusal, type RefusalBody } from '../../shared/protocol/refusals.ts';
import type { ReportChoices, ReportEdits } from '../../shared/report/edits.ts';
import type { Round, Tally } from '../../shared/stage/rounds.ts';
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
  /** Sent as it is, in the place of JSON. */
  file?: Blob;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  /** A session token or the secret of a link. */
  credential?: string;
}

async function send(path: string, { method = 'GET', body, file, credential }: Call): Promise<Response> {
  const headers = new Headers();
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (credential) headers.set('authorization', `Bearer ${credential}`);
  const response = await fetch(`/api${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }), ...(file && { body: file }) }).catch(
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
  saveSnapshot: (board: string, body: SaveSnapshotBody, credential: string) =>
    call<SnapshotInfo>(`/boards/${board}/snapshots`, { method: 'POST', body, credential }),
  keepBefore: (board: string, body: BeforeBody, credential: string) =>
    call<SnapshotInfo>(`/boards/${board}/snapshots/before`, { method: 'POST', body, credential }),
  reveal: (board: string, body: RevealBody, credential: string) =>
    call<{ revealed: number }>(`/boards/${board}/reveal`, { method: 'POST', body, credential }),
  turnAnonymous: (board: string, credential: string) => call<unknown>(`/boards/${board}/anonymity`, { method: 'POST', credential }),
  openRound: (board: string, body: OpenRoundBody, credential: string) => call<Round>(`/boards/${board}/rounds`, { method: 'POST', body, credential }),
  closeRound: (board: string, round: string, how: 'ended' | 'cancelled', credential: string) =>
    call<Tally>(`/boards/${board}/rounds/${round}/${how}`, { method: 'POST', credential }),
  snapshots: (board: string, credential: string) => call<SnapshotInfo[]>(`/boards/${board}/snapshots`, { credential }),
  keeping: (board: string, credential: string) => call<Keeping>(`/boards/${board}/keeping`, { credential }),
  keepLonger: (board: string, credential: string) => call<Keeping>(`/boards/${board}/keeping`, { method: 'POST', credential }),
  grace: (board: string, credential: string) => call<Grace>(`/boards/${board}/bring-back`, { credential }),
  deleteBoard: (board: string, title: string, credential: string) =>
    call<unknown>(`/boards/${board}`, { method: 'DELETE', body: { title }, credential }),
  bringBack: (board: string, credential: string) => call<unknown>(`/boards/${board}/bring-back`, { method: 'POST', credential }),
  exportBoard: (board: string, credential: string) => send(`/boards/${board}/export`, { credential }),
  importBoard: (file: Blob) => call<CreatedBoard & { title: string; workshop: string }>('/imports', { method: 'POST', file }),
  snapshotDocument: async (board: string, snapshot: string, document: SnapshotDocument, credential: string) =>
    new Uint8Array(await (await send(`/boards/${board}/snapshots/${snapshot}/documents/${document}`, { credential })).arrayBuffer()),
  restore: (board: string, snapshot: string, credential: string) =>
    call<Restored>(`/boards/${board}/snapshots/${snapshot}/restore`, { method: 'POST', credential }),
  takeBack: (board: string, snapshot: string, credential: string) =>
    call<Restored>(`/boards/${board}/snapshots/${snapshot}/take-back`, { method: 'POST', credential }),
  copySnapshot: (board: string, snapshot: string, title: string, credential: string) =>
    call<CreatedBoard>(`/boards/${board}/snapshots/${snapshot}/copy`, { method: 'POST', body: { title }, credential }),
  reportChoices: (board: string, snapshot: string, credential: string) =>
    call<ReportChoices>(`/boards/${board}/snapshots/${snapshot}/edits`, { credential }),
  editReport: (board: string, snapshot: string, edits: ReportEdits, credential: string) =>
    call<ReportEdits>(`/boards/${board}/snapshots/${snapshot}/edits`, { method: 'PUT', body: edits, credential }),
  makeReportLink: (board: string, snapshot: string, body: ReportLinkBody, credential: string) =>
    call<ReportLinkInfo & { secret: string }>(`/boards/${board}/snapshots/${snapshot}/links`, { method: 'POST', body, credential }),
  reportLinks: (board: string, snapshot: string, credential: string) =>
    call<ReportLinkInfo[]>(`/boards/${board}/snapshots/${snapshot}/links`, { credential }),
  revokeReportLink: (board: string, snapshot: string, link: string, credential: string) =>
    call<unknown>(`/boards/${board}/snapshots/${snapshot}/links/${link}`, { method: 'DELETE', credential }),
  report: (board: string, snapshot: string, format: ReportFormat, language: Language, credential: string, { timeZone, site }: { timeZone?: string; site?: string | null } = {}) => {
    const told = new URLSearchParams({ lang: language, download: '1', ...(timeZone && { timeZone }), ...(typeof site === 'string' && { site }) });
    return send(`/boards/${board}/snapshots/${snapshot}/report/${format}?${told}`, { credential });
  },
};
