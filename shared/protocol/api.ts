import { z } from '../zod.ts';
import { LANGUAGES } from '../languages.ts';
import { TEMPLATE_IDS } from '../templates/index.ts';
import { TEXT_LIMITS } from './limits.ts';
import type { Role } from './roles.ts';

/** The bodies of the HTTP interface. The server validates with these, the client types its calls by them. */

const line = (limit: number) => z.string().trim().min(1).max(limit);
const secret = z.string().min(1).max(100);

export const createBoardBody = z.object({
  template: z.enum(TEMPLATE_IDS),
  title: line(TEXT_LIMITS.title),
  workshop: line(TEXT_LIMITS.workshop),
  language: z.enum(LANGUAGES),
});

/** Asks what a link leads to, before joining. */
export const openLinkBody = z.object({ secret });

/** Exchanges a link for a session. Viewers give no name; everyone else gives a name and a site. */
export const joinBody = z.object({
  secret,
  name: line(TEXT_LIMITS.name).optional(),
  site: line(TEXT_LIMITS.site).optional(),
  language: z.enum(LANGUAGES),
});

export const saveSnapshotBody = z.object({ title: line(TEXT_LIMITS.title) });

export const REPORT_FORMATS = ['html', 'md', 'csv', 'json'] as const;

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export type CreateBoardBody = z.infer<typeof createBoardBody>;
export type JoinBody = z.infer<typeof joinBody>;

/** The secrets of a board's links, one per role. They are shown once and stored only as hashes. */
export type LinkSecrets = Record<Role, string>;

export interface CreatedBoard {
  board: string;
  links: LinkSecrets;
}

export interface OpenedLink {
  role: Role;
  title: string;
  workshop: string;
  /** Names of the sites people have joined from, to choose from. */
  sites: string[];
}

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
  /** The name of the facilitator who saved it. */
  savedBy: string;
  notes: number;
}
