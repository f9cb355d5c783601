import * as Y from 'yjs';
import { isOrder } from '../board/order.ts';
import { LANGUAGES, type Language } from '../languages.ts';
import { AGENDA_LIMITS, SITE_LIMITS, STRUCTURE_LIMITS, TEXT_LIMITS } from '../protocol/limits.ts';
import { ROLES } from '../protocol/roles.ts';
import { TEMPLATE_IDS } from '../templates/index.ts';
import { cutText } from '../text.ts';
import { z } from '../zod.ts';
import { COLUMN_KINDS } from './columns.ts';
import { SITE_COLORS, SITE_PATTERNS } from './site-looks.ts';
import { STEP_KINDS, WRITING } from './steps.ts';

/**
 * What lies on the stage, and how it is read. A facilitator's program may write anything here; what
 * is odd about one record must not hide the rest of it, nor any other: texts are cut, and a field
 * that makes no sense is read as its plainest value. Only a record without a sound id is left out.
 */

/** The top-level types of the stage document. Only `shared/stage/` reaches into them. */
export function stageTypes(doc: Y.Doc) {
  return {
    meta: doc.getMap<unknown>('meta'),
    approaches: doc.getMap<unknown>('approaches'),
    columns: doc.getMap<unknown>('columns'),
    prompts: doc.getMap<unknown>('prompts'),
    participants: doc.getMap<unknown>('participants'),
    sites: doc.getMap<unknown>('sites'),
    agenda: doc.getMap<unknown>('agenda'),
    now: doc.getMap<unknown>('now'),
    readers: doc.getMap<unknown>('readers'),
    scribes: doc.getMap<unknown>('scribes'),
    polls: doc.getMap<unknown>('polls'),
    desks: doc.getMap<unknown>('desks'),
    rounds: doc.getMap<unknown>('rounds'),
  };
}

const text = (limit: number) => z.string().transform((value) => cutText(value, limit));
const time = z.number().catch(0);
/** Stands in the page's ids and in keys, so that it must not hold spaces or slashes. */
const partId = z.string().regex(/^[\w.-]{1,64}$/);
const order = z.string().refine(isOrder).catch('a0');
/** When it was removed, in milliseconds since 1970; `null` while it is on the board. */
const removed = z.number().nullish().catch(null);

export const metaRecord = z.object({
  schemaVersion: z.number().catch(1),
  title: text(TEXT_LIMITS.title).catch(''),
  workshop: text(TEXT_LIMITS.workshop).catch(''),
  template: z.enum(TEMPLATE_IDS).catch('empty'),
  templateVersion: z.number().catch(1),
  language: z.enum(LANGUAGES).catch('en'),
  createdAt: time,
  /** Whether nothing may tell who wrote what; see `anonymity.ts`. */
  anonymous: z.boolean().catch(false),
});

export const approachRecord = z.object({
  id: partId,
  /** The approach of the templates whose texts it shows; empty for one made by hand. */
  template: z.string().catch(''),
  order,
  /** What stands in place of the template's title and question, as it was typed. */
  title: text(STRUCTURE_LIMITS.approachTitle).optional().catch(undefined),
  question: text(STRUCTURE_LIMITS.question).optional().catch(undefined),
  materials: z.array(z.unknown()).catch([]).transform((all) => all.slice(0, MATERIALS).flatMap(asMaterial)),
  removed,
  /** Whose copy of which approach it is. */
  breakout: z
    .object({ of: partId, name: text(TEXT_LIMITS.site), members: z.array(z.string().max(64)).max(2_000), site: z.string().max(64).optional() })
    .optional()
    .catch(undefined),
  /** The columns and prompts of a board of schema 1, until the first of them is changed. */
  columns: z.array(z.unknown()).catch([]),
  prompts: z.array(z.unknown()).catch([]),
});

export const columnRecord = z.object({
  id: partId,
  approach: partId,
  kind: z.enum(COLUMN_KINDS).catch('ideas'),
  order,
  /** What stands in place of the kind's name, as it was typed. */
  name: text(STRUCTURE_LIMITS.columnName).optional().catch(undefined),
  removed,
});

export const promptRecord = z.object({
  /** The id of the template's text, where there is no text of its own. */
  id: partId,
  approach: partId,
  column: partId,
  order,
  text: text(STRUCTURE_LIMITS.prompt).optional().catch(undefined),
  removed,
});

/** The field of a step that holds its instruction as typed in one language. */
export function instructionField(language: Language): `instruction.${Language}` {
  return `instruction.${language}`;
}

const instruction = text(AGENDA_LIMITS.instruction).optional().catch(undefined);

export const stepRecord = z.object({
  id: partId,
  kind: z.enum(STEP_KINDS).catch('gather'),
  order,
  minutes: z.number().transform((minutes) => Math.min(Math.max(Math.round(minutes), 0), AGENDA_LIMITS.minutes)).catch(0),
  /** What stands in place of the kind's name, as it was typed. */
  title: text(AGENDA_LIMITS.title).optional().catch(undefined),
  ...(Object.fromEntries(LANGUAGES.map((language) => [instructionField(language), instruction])) as Record<
    `instruction.${Language}`,
    typeof instruction
  >),
  /** What stands in place of what the kind allows. */
  notes: z.enum(WRITING).optional().catch(undefined),
  voting: z.boolean().optional().catch(undefined),
  removed,
});

export const participantRecord = z.object({
  id: z.string(),
  name: text(TEXT_LIMITS.name),
  site: z.string(),
  role: z.enum(ROLES),
  language: z.enum(LANGUAGES),
  joinedAt: z.number(),
  /** Set when a facilitator has removed them; they stay here for the names on their notes. */
  removed: z.boolean().optional(),
  /** Set where the board was made of another: they took part there, and are here for the names on their notes. */
  earlier: z.boolean().optional().catch(undefined),
});

/** Whether somebody is on the board: not removed, nor only known from the board it was made of. */
export function isMember({ removed, earlier }: Pick<z.infer<typeof participantRecord>, 'removed' | 'earlier'>): boolean {
  return !removed && !earlier;
}

export const siteRecord = z.object({
  id: z.string(),
  name: text(TEXT_LIMITS.site),
  madeAt: time.optional(),
  country: text(SITE_LIMITS.country).optional().catch(undefined),
  language: z.string().regex(/^[a-z]{2,3}$/).optional().catch(undefined),
  headcount: z.number().int().min(0).max(SITE_LIMITS.headcount).optional().catch(undefined),
  /** The participant who said the headcount as they joined; without one, a facilitator did. */
  headcountBy: z.string().max(64).optional().catch(undefined),
  color: z.enum(SITE_COLORS).optional().catch(undefined),
  pattern: z.enum(SITE_PATTERNS).optional().catch(undefined),
});

export type ApproachRecord = z.infer<typeof approachRecord>;
export type ColumnRecord = z.infer<typeof columnRecord>;
export type PromptRecord = z.infer<typeof promptRecord>;
export type StepRecord = z.infer<typeof stepRecord>;

/** More materials than any template has, and the longest title of one. */
const MATERIALS = 60;
const MATERIAL = 200;

function asMaterial(value: unknown): string[] {
  return typeof value === 'string' ? [cutText(value, MATERIAL)] : [];
}

/** All records of a map that parse and stand under the key that is theirs. */
export function readAll<T>(map: Y.Map<unknown>, schema: z.ZodType<T>, keyOf: (value: T) => string): T[] {
  const values: T[] = [];
  for (const [key, value] of map) {
    const parsed = schema.safeParse(plainFields(value));
    if (parsed.success && keyOf(parsed.data) === key) values.push(parsed.data);
  }
  return values;
}

/** The fields of a record that hold plain values; types of Yjs nested in it could be as deep as their writer wished. */
export function plainFields(value: unknown): unknown {
  if (!(value instanceof Y.Map)) return value;
  return Object.fromEntries([...value].filter(([, field]) => !(field instanceof Y.AbstractType)));
}
