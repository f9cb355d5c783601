import { z } from '../zod.ts';
import { LANGUAGES } from '../languages.ts';
import { TEMPLATE_IDS } from '../templates/index.ts';
import type { SnapshotCause } from './history.ts';
import { roundTerms } from '../stage/rounds.ts';
import { DESK_NOTES_LIMIT, PASSPHRASE_MIN, ROUND_LIMITS, SITE_LIMITS, TEXT_LIMITS } from './limits.ts';
import type { Role } from './roles.ts';

/** The bodies of the HTTP interface. The server validates with these, the client types its calls by them. */

const line = (limit: number) => z.string().trim().min(1).max(limit);
const secret = z.string().min(1).max(100);

export const createBoardBody = z.object({
  template: z.enum(TEMPLATE_IDS),
  title: line(TEXT_LIMITS.title),
  workshop: line(TEXT_LIMITS.workshop),
  language: z.enum(LANGUAGES),
  /** Whether nothing on the board is to tell who wrote it; cannot be taken back. */
  anonymous: z.boolean().optional(),
});

/** A guess may have any length: too short a one is wrong, not malformed. */
const passphrase = z.string().max(TEXT_LIMITS.passphrase);

/** Asks what a link leads to, before joining. */
export const openLinkBody = z.object({ secret, passphrase: passphrase.optional() });

/** Exchanges a link for a session. Viewers give no name; everyone else gives a name and a site. */
export const joinBody = z.object({
  secret,
  passphrase: passphrase.optional(),
  name: line(TEXT_LIMITS.name).optional(),
  site: line(TEXT_LIMITS.site).optional(),
  language: z.enum(LANGUAGES),
  /** For whoever writes for a room: how many people take part at the site. */
  room: z.int().min(1).max(SITE_LIMITS.room).optional(),
  /** The token of a session this device had on the board, whose link has ended: the same person comes back. */
  previous: z.string().max(100).optional(),
});

/** How a new link is to be: until when it is good (milliseconds since 1970), what it asks for. */
export const renewLinkBody = z.object({
  expiresAt: z.int().positive().nullable().optional(),
  passphrase: z.string().trim().min(PASSPHRASE_MIN).max(TEXT_LIMITS.passphrase).nullable().optional(),
});

export const changeRoleBody = z.object({ role: z.enum(['facilitator', 'participant']) });

export const saveSnapshotBody = z.object({ title: line(TEXT_LIMITS.title), remark: z.string().trim().max(TEXT_LIMITS.remark).optional() });

/** Moves notes from desks to the board: everybody's, or those of one's own that are named. */
export const revealBody = z.union([
  z.object({ all: z.literal(true) }),
  z.object({ notes: z.array(z.string().max(64)).min(1).max(DESK_NOTES_LIMIT) }),
]);

export const openRoundBody = roundTerms
  .extend({ question: line(ROUND_LIMITS.question) })
  .refine(({ votes, most }) => most <= votes, { path: ['most'], message: 'No more than there are votes.' });

export type RevealBody = z.infer<typeof revealBody>;
export type OpenRoundBody = z.infer<typeof openRoundBody>;

/** As the endings of their files, in the order they are offered. */
export const REPORT_FORMATS = ['pdf', 'docx', 'html', 'xlsx', 'csv', 'md', 'json', 'png', 'svg', 'zip'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type CreateBoardBody = z.infer<typeof createBoardBody>;
export type OpenLinkBody = z.infer<typeof openLinkBody>;
export type JoinBody = z.infer<typeof joinBody>;
export type SaveSnapshotBody = z.infer<typeof saveSnapshotBody>;
export type RenewLinkBody = z.infer<typeof renewLinkBody>;

/** The secrets of a board's links, one per role. They are shown once and stored only as hashes. */
export type LinkSecrets = Record<Role, string>;

export interface CreatedBoard {
  board: string;
  links: LinkSecrets;
}

/** What a link answers that still wants its passphrase. */
export interface ClosedLink {
  role: Role;
  needsPassphrase: true;
}

export interface OpenedLink {
  role: Role;
  needsPassphrase: false;
  title: string;
  workshop: string;
  /** Whether nothing on the board tells who wrote it. */
  anonymous: boolean;
  /** Names of the sites people have joined from, to choose from. */
  sites: string[];
}

export type LinkOpening = ClosedLink | OpenedLink;

/** A person's place on a board. `participant` is `null` for viewers, who leave no trace. */
export interface JoinedSession {
  token: string;
  role: Role;
  participant: string | null;
}

export interface SnapshotInfo {
  id: string;
  title: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  /** The name of who saved it, or whose act it was made before; empty for one that was made by itself. */
  savedBy: string;
  notes: number;
  /** What the facilitator remarked; empty where nothing was. */
  remark: string;
  cause: SnapshotCause;
  /** The snapshot that was restored just after this one was made. */
  subject: string | null;
}
