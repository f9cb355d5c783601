import { z } from '../../shared/zod.ts';
import type { LinkSecrets } from '../../shared/protocol/api.ts';
import { ROLES, type Role } from '../../shared/protocol/roles.ts';

/**
 * What this device remembers: sessions, so that a reload or a second visit is the same person; the
 * links of boards made here, which the server stores only as hashes; and the name typed last.
 */
const savedSession = z.object({
  token: z.string(),
  role: z.enum(ROLES),
  participant: z.string().nullable(),
  usedAt: z.number(),
});

/** What this device knows of a link it made. */
const linkTerms = z.object({ expiresAt: z.number().nullable(), passphrase: z.boolean() });

const savedBoard = z.object({
  title: z.string(),
  workshop: z.string(),
  /** By the role of the link that was opened; a session's own role may have changed since. */
  sessions: z.partialRecord(z.enum(ROLES), savedSession).default({}),
  links: z.partialRecord(z.enum(ROLES), z.string()).default({}),
  terms: z.partialRecord(z.enum(ROLES), linkTerms).default({}),
  /** The token of the last session that ended, to come back by as the same person. */
  previous: z.string().optional(),
  seenAt: z.number(),
});

const savedMe = z.object({ name: z.string(), site: z.string() });

export type SavedSession = z.infer<typeof savedSession>;
export type LinkTerms = z.infer<typeof linkTerms>;
export type SavedBoard = z.infer<typeof savedBoard>;

const BOARDS = 'plenary.boards';
const ME = 'plenary.me';

function read<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return null;
  }
}

/** The boards this device has been on, by id. One that does not parse is left out, and kept. */
export function savedBoards(): Record<string, SavedBoard> {
  const boards: Record<string, SavedBoard> = {};
  for (const [id, value] of Object.entries(storedBoards())) {
    const { data } = savedBoard.safeParse(value);
    if (data) boards[id] = data;
  }
  return boards;
}

function storedBoards(): Record<string, unknown> {
  return read(BOARDS, z.record(z.string(), z.unknown())) ?? {};
}

function saveBoard(id: string, change: (board: SavedBoard) => SavedBoard): void {
  const board = savedBoards()[id] ?? { title: '', workshop: '', sessions: {}, links: {}, terms: {}, seenAt: 0 };
  localStorage.setItem(BOARDS, JSON.stringify({ ...storedBoards(), [id]: { ...change(board), seenAt: Date.now() } }));
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
  return Object.values(sessions).filter(Boolean).sort((a, b) => b.usedAt - a.usedAt)[0] ?? null;
}

export function rememberedMe(): { name: string; site: string } {
  return read(ME, savedMe) ?? { name: '', site: '' };
}

export function saveMe(me: { name: string; site: string }): void {
  localStorage.setItem(ME, JSON.stringify(me));
}
