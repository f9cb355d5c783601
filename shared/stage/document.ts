import * as Y from 'yjs';
import { z } from '../zod.ts';
import { generateNKeysBetween } from 'fractional-indexing';
import { LANGUAGES, type Language } from '../languages.ts';
import { ROLES } from '../protocol/roles.ts';
import { TEMPLATE_IDS, TEMPLATE_VERSION, TEMPLATES, type TemplateId } from '../templates/index.ts';
import { COLUMN_KINDS } from './columns.ts';

/** The shape of a board's documents. A client that meets a higher number shows the board read-only. */
export const STAGE_SCHEMA_VERSION = 1;

const stageMeta = z.object({
  schemaVersion: z.number(),
  title: z.string(),
  workshop: z.string(),
  template: z.enum(TEMPLATE_IDS),
  templateVersion: z.number(),
  language: z.enum(LANGUAGES),
  createdAt: z.number(),
});

const stageColumn = z.object({ id: z.string(), kind: z.enum(COLUMN_KINDS) });

const stageApproach = z.object({
  id: z.string(),
  /** The approach of the templates whose texts it shows. */
  template: z.string(),
  order: z.string(),
  columns: z.array(stageColumn),
  prompts: z.array(z.object({ id: z.string(), column: z.string() })),
  materials: z.array(z.string()),
});

const stageParticipant = z.object({
  id: z.string(),
  name: z.string(),
  site: z.string(),
  role: z.enum(ROLES),
  language: z.enum(LANGUAGES),
  joinedAt: z.number(),
  /** Set when a facilitator has removed them; they stay here for the names on their notes. */
  removed: z.boolean().optional(),
});

const stageSite = z.object({ id: z.string(), name: z.string() });

/** What a board is: its title, the workshop it serves, the template it was seeded from. */
export type StageMeta = z.infer<typeof stageMeta>;
export type StageColumn = z.infer<typeof stageColumn>;
/** One approach of the board; its texts are looked up by id in the reader's language. */
export type StageApproach = z.infer<typeof stageApproach>;
export type StageParticipant = z.infer<typeof stageParticipant>;
export type StageSite = z.infer<typeof stageSite>;

/** The stage as everybody reads it: plain values, approaches from left to right. */
export interface Stage {
  /** `null` until the document has arrived. */
  meta: StageMeta | null;
  /** Whether only facilitators may change notes now. */
  locked: boolean;
  approaches: StageApproach[];
  participants: Map<string, StageParticipant>;
  sites: Map<string, StageSite>;
}

/** The top-level types of the stage document. Only `shared/stage/` reaches into them. */
function stageTypes(doc: Y.Doc) {
  return {
    meta: doc.getMap<unknown>('meta'),
    approaches: doc.getMap<unknown>('approaches'),
    participants: doc.getMap<unknown>('participants'),
    sites: doc.getMap<unknown>('sites'),
  };
}

/** Puts a template on an empty stage. Done once, by the server, when the board is made. */
export function seedStage(
  doc: Y.Doc,
  board: { title: string; workshop: string; template: TemplateId; language: Language; createdAt: number },
): void {
  const approaches = TEMPLATES[board.template];
  const orders = generateNKeysBetween(null, null, approaches.length);
  doc.transact(() => {
    const types = stageTypes(doc);
    const meta: StageMeta = { schemaVersion: STAGE_SCHEMA_VERSION, templateVersion: TEMPLATE_VERSION, ...board };
    for (const [key, value] of Object.entries(meta)) types.meta.set(key, value);
    approaches.forEach((approach, index) => {
      const value: StageApproach = {
        id: approach.id,
        template: approach.id,
        order: orders[index]!,
        columns: COLUMN_KINDS.map((kind) => ({ id: kind, kind })),
        prompts: approach.prompts.map((prompt) => ({ id: prompt.id, column: prompt.column })),
        materials: [...approach.materials],
      };
      types.approaches.set(approach.id, new Y.Map(Object.entries(value)));
    });
  });
}

/** Writes who somebody is, when they join or change their name. Only the server calls it. */
export function putParticipant(doc: Y.Doc, participant: StageParticipant): void {
  stageTypes(doc).participants.set(participant.id, participant);
}

/** The site of that name, spelled as the first person spelled it; made when it is new. Only the server calls it. */
export function ensureSite(doc: Y.Doc, name: string, createSiteId: () => string): StageSite {
  const { sites } = stageTypes(doc);
  const wanted = name.trim().toLocaleLowerCase();
  for (const site of readAll(sites, stageSite)) {
    if (site.name.toLocaleLowerCase() === wanted) return site;
  }
  const site: StageSite = { id: createSiteId(), name: name.trim() };
  sites.set(site.id, site);
  return site;
}

/** Locks the board for participants, or unlocks it. Only facilitators call it. */
export function setLocked(doc: Y.Doc, locked: boolean): void {
  stageTypes(doc).meta.set('locked', locked);
}

/** Whether the board is locked for participants. */
export function isLocked(doc: Y.Doc): boolean {
  return stageTypes(doc).meta.get('locked') === true;
}

/** Reads the stage; a record that does not parse is left out and kept in the document. */
export function readStage(doc: Y.Doc): Stage {
  const types = stageTypes(doc);
  const approaches = readAll(types.approaches, stageApproach);
  approaches.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
  return {
    meta: stageMeta.safeParse(types.meta.toJSON()).data ?? null,
    locked: isLocked(doc),
    approaches,
    participants: byId(readAll(types.participants, stageParticipant)),
    sites: byId(readAll(types.sites, stageSite)),
  };
}

/** The sites to choose from: all but those whose people have all been removed. */
export function peopledSites({ sites, participants }: Stage): StageSite[] {
  const people = [...participants.values()];
  return [...sites.values()].filter(({ id }) => {
    const there = people.filter(({ site }) => site === id);
    return there.length === 0 || there.some(({ removed }) => !removed);
  });
}

/**
 * Whether the board was written by a version whose shape this one does not know. The number stands
 * on the stage for both documents, where no participant can change it.
 */
export function isNewerStage(doc: Y.Doc): boolean {
  const version = stageTypes(doc).meta.get('schemaVersion');
  return typeof version === 'number' && version > STAGE_SCHEMA_VERSION;
}

function readAll<T extends { id: string }>(map: Y.Map<unknown>, schema: z.ZodType<T>): T[] {
  const values: T[] = [];
  for (const [key, value] of map) {
    const parsed = schema.safeParse(value instanceof Y.Map ? value.toJSON() : value);
    if (parsed.success && parsed.data.id === key) values.push(parsed.data);
  }
  return values;
}

function byId<T extends { id: string }>(values: T[]): Map<string, T> {
  return new Map(values.map((value) => [value.id, value]));
}
