import type { LinkSecrets } from '../../shared/protocol/api.ts';
import { ROLES, type Role } from '../../shared/protocol/roles.ts';

/*
 * What this device remembers: sessions, so that a reload or a second visit is the same person; the
 * links of boards made here, which the server stores only as hashes; and the name typed last.
 * Read by hand: the join page would otherwise fetch a whole library of checks for it.
 */

export interface SavedSession {
  token: string;
  role: Role;
  participant: string | null;
  usedAt: number;
}

/** What this device knows of a link it made. */
export interface LinkTerms {
  expiresAt: number | null;
  passphrase: boolean;
}

export interface SavedBoard {
  title: string;
  workshop: string;
  /** By the role of the link that was opened; a session's own role may have changed since. */
  sessions: Partial<Record<Role, SavedSession | undefined>>;
  links: Partial<Record<Role, string>>;
  terms: Partial<Record<Role, LinkTerms>>;
  /** The token of the last session that ended, to come back by as the same person. */
  previous?: string;
  seenAt: number;
}

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

const isSession = (value: unknown): value is SavedSession =>
  isFields(value) &&
  isText(value.token) &&
  ROLES.some((role) => role === value.role) &&
  (value.participant === null || isText(value.participant)) &&
  isNumber(value.usedAt);

const isTerms = (value: unknown): value is LinkTerms =>
  isFields(value) && (value.expiresAt === null || isNumber(value.expiresAt)) && typeof value.passphrase === 'boolean';

/** A value for each role that has one; what was never written is none. `null` when something is wrong. */
function byRole<T>(value: unknown, isOne: (one: unknown) => one is T): Partial<Record<Role, T>> | null {
  if (value === undefined) return {};
  if (!isFields(value) || !Object.entries(value).every(([role, one]) => ROLES.some((known) => known === role) && isOne(one))) return null;
  return value as Partial<Record<Role, T>>;
}

function readBoard(value: unknown): SavedBoard | null {
  if (!isFields(value)) return null;
  const { title, workshop, previous, seenAt } = value;
  const sessions = byRole(value.sessions, isSession);
  const links = byRole(value.links, isText);
  const terms = byRole(value.terms, isTerms);
  if (!isText(title) || !isText(workshop) || !isNumber(seenAt) || !sessions || !links || !terms) return null;
  if (previous !== undefined && !isText(previous)) return null;
  return { title, workshop, sessions, links, terms, seenAt, ...(previous !== undefined && { previous }) };
}

const BOARDS = 'plenary.boards';
const ME = 'plenary.me';

/** What is stored under a key; empty where there is nothing, or nothing that makes sense. */
function read(key: string): Fields {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isFields(value) ? value : {};
  } catch {
    return {};
  }
}

/** The boards this device has been on, by id. One that does not parse is left out, and kept. */
export function savedBoards(): Record<string, SavedBoard> {
  const boards: Record<string, SavedBoard> = {};
  for (const [id, value] of Object.entries(read(BOARDS))) {
    const board = readBoard(value);
    if (board) boards[id] = board;
  }
  return boards;
}

function saveBoard(id: string, change: (board: SavedBoard) => SavedBoard): void {
  const board = savedBoards()[id] ?? { title: '', workshop: '', sessions: {}, links: {}, terms: {}, seenAt: 0 };
  localStorage.setItem(BOARDS, JSON.stringify({ ...read(BOARDS), [id]: { ...change(board), seenAt: Date.now() } }));
}

export function saveTitle(id: string, title: string, workshop: string): void {
  saveBoard(id, (board) => ({ ...board, title, workshop }));
}

export function saveLinks(id: string, links: Partial<LinkSecrets>): void {
  saveBoard(id, (board) => ({ ...board, links: { ...board.links, ...links } }));
}

/** Keeps a link that was made on this device, with what it asks and until when. */
export function saveRenewedLink(id: string, role: Role, secret: string, terms: LinkTerms): void {
  saveBoard(id, (board) => ({
    ...board,
    links: { ...board.links, [role]: secret },
    terms: { ...board.terms, [role]: terms },
  }));
}

/** Keeps a session where it is already, whatever role it has now; a new one where its role says. */
export function saveSession(id: string, session: Omit<SavedSession, 'usedAt'>): void {
  saveBoard(id, (board) => {
    const place = placeOf(board, session.token) ?? session.role;
    return { ...board, sessions: { ...board.sessions, [place]: { ...session, usedAt: Date.now() } } };
  });
}

/** Forgets everything about a board. */
export function forgetBoardOnDevice(id: string): void {
  const { [id]: _, ...others } = read(BOARDS);
  localStorage.setItem(BOARDS, JSON.stringify(others));
}

/** Forgets a session the server no longer knows. */
export function dropSession(id: string, token: string): void {
  saveBoard(id, (board) => {
    const place = placeOf(board, token);
    return place ? { ...board, previous: token, sessions: { ...board.sessions, [place]: undefined } } : board;
  });
}

function placeOf({ sessions }: SavedBoard, token: string): Role | undefined {
  return ROLES.find((role) => sessions[role]?.token === token);
}

/** The session that came by that board's link for a role; without a role, the one used last. */
export function findSession(id: string, role?: Role): SavedSession | null {
  const sessions = savedBoards()[id]?.sessions ?? {};
  if (role) return sessions[role] ?? null;
  return Object.values(sessions).flatMap((session) => session ?? []).sort((a, b) => b.usedAt - a.usedAt)[0] ?? null;
}

export function rememberedMe(): { name: string; site: string } {
  const { name, site } = read(ME);
  return isText(name) && isText(site) ? { name, site } : { name: '', site: '' };
}

export function saveMe(me: { name: string; site: string }): void {
  localStorage.setItem(ME, JSON.stringify(me));
}
