import type * as Y from 'yjs';
import { generateNKeysBetween } from 'fractional-indexing';
import { STRUCTURE_LIMITS } from '../protocol/limits.ts';
import { z } from '../zod.ts';
import type { Breakout } from './breakout.ts';
import type { ColumnKind } from './columns.ts';
import {
  approachRecord,
  columnRecord,
  promptRecord,
  readAll,
  stageTypes,
  type ApproachRecord,
  type ColumnRecord,
  type PromptRecord,
} from './records.ts';

/**
 * The approaches, columns and prompts of a board. Each is a `Y.Map` of its own in one of three maps,
 * so that facilitators who change different things at once never collide: adding makes a record,
 * renaming and moving set one field, removing sets a mark. Nothing is ever taken out of the
 * document, so that whatever was removed can be put back by whoever thinks better of it.
 */

export interface StageColumn {
  id: string;
  kind: ColumnKind;
  /** As it was typed, for everybody; without it the column bears its kind's name in the reader's language. */
  name?: string | undefined;
}

export interface StagePrompt {
  /** The id of the template's text, where it has no text of its own. */
  id: string;
  column: string;
  /** As it was typed, for everybody. */
  text?: string | undefined;
}

/** One approach of the board; texts that were not typed here are looked up by id in the reader's language. */
export interface StageApproach {
  id: string;
  /** The approach of the templates whose texts it shows; empty for one made by hand. */
  template: string;
  order: string;
  title?: string | undefined;
  question?: string | undefined;
  columns: StageColumn[];
  prompts: StagePrompt[];
  materials: string[];
  /** Whose copy it is, of which approach. */
  breakout?: Breakout | undefined;
}

/** What has been removed and can be put back, what went last first. */
export interface RemovedParts {
  /** With the columns they would have. */
  approaches: StageApproach[];
  /** Of approaches on the board and of removed ones. */
  columns: { approach: string; column: StageColumn }[];
}

/** Every part that was ever on the board, each kind in its order. */
export interface Parts {
  approaches: ApproachRecord[];
  columns: ColumnRecord[];
  prompts: PromptRecord[];
}

/** The key of a column or a prompt among all of the board. */
export function partKey({ approach, id }: { approach: string; id: string }): string {
  return `${approach}/${id}`;
}

/** Reads every part, removed or not. */
export function readParts(doc: Y.Doc): Parts {
  const types = stageTypes(doc);
  const approaches = readAll(types.approaches, approachRecord, ({ id }) => id);
  const columns = byKey(readAll(types.columns, columnRecord, partKey));
  const prompts = byKey(readAll(types.prompts, promptRecord, partKey));
  for (const approach of approaches) {
    for (const column of firstParts(approach.id, approach.columns, firstColumn)) {
      if (!columns.has(partKey(column))) columns.set(partKey(column), column);
    }
    for (const prompt of firstParts(approach.id, approach.prompts, firstPrompt)) {
      if (!prompts.has(partKey(prompt))) prompts.set(partKey(prompt), prompt);
    }
  }
  return { approaches: inOrder(approaches), columns: inOrder([...columns.values()]), prompts: inOrder([...prompts.values()]) };
}

/** The structure as everybody reads it, and what was removed from it. */
export function readStructure(doc: Y.Doc): { approaches: StageApproach[]; removed: RemovedParts } {
  const { approaches, columns, prompts } = readParts(doc);
  const columnsOf = groupByApproach(columns);
  const promptsOf = groupByApproach(prompts);
  const assemble = (approach: ApproachRecord): StageApproach => {
    const own = (columnsOf.get(approach.id) ?? []).filter(isPresent).slice(0, STRUCTURE_LIMITS.columns);
    const asked = (promptsOf.get(approach.id) ?? []).filter(isPresent);
    return {
      id: approach.id,
      template: approach.template,
      order: approach.order,
      ...(approach.title !== undefined && { title: approach.title }),
      ...(approach.question !== undefined && { question: approach.question }),
      columns: own.map(toColumn),
      prompts: own.flatMap((column) =>
        asked.filter((prompt) => prompt.column === column.id).slice(0, STRUCTURE_LIMITS.prompts).map(toPrompt),
      ),
      materials: approach.materials,
      ...(approach.breakout && { breakout: approach.breakout }),
    };
  };
  const present = approaches.filter(isPresent).slice(0, STRUCTURE_LIMITS.approaches);
  const known = new Set(approaches.map(({ id }) => id));
  return {
    approaches: present.map(assemble),
    removed: {
      approaches: latestFirst(approaches.filter((approach) => !isPresent(approach))).map(assemble),
      columns: latestFirst(columns.filter((column) => !isPresent(column) && known.has(column.approach))).map((column) => ({
        approach: column.approach,
        column: toColumn(column),
      })),
    },
  };
}

export function isPresent(part: { removed?: number | null | undefined }): boolean {
  return typeof part.removed !== 'number';
}

function toColumn({ id, kind, name }: ColumnRecord): StageColumn {
  return { id, kind, ...(name !== undefined && name !== '' && { name }) };
}

function toPrompt({ id, column, text }: PromptRecord): StagePrompt {
  return { id, column, ...(text !== undefined && { text }) };
}

/** The order of parts; those of an equal index, as concurrent inserts leave them, by id. */
function inOrder<T extends { id: string; order: string }>(parts: T[]): T[] {
  return parts.sort((a, b) => (a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1));
}

/** Of how many removed parts of each kind we tell; nobody removes more by hand. */
const REMOVED = 200;

function latestFirst<T extends { removed?: number | null | undefined }>(parts: T[]): T[] {
  return parts.sort((a, b) => (b.removed ?? 0) - (a.removed ?? 0)).slice(0, REMOVED);
}

function byKey<T extends { approach: string; id: string }>(parts: readonly T[]): Map<string, T> {
  return new Map(parts.map((part) => [partKey(part), part]));
}

function groupByApproach<T extends { approach: string }>(parts: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const part of parts) {
    const group = groups.get(part.approach);
    if (group) group.push(part);
    else groups.set(part.approach, [part]);
  }
  return groups;
}

/* Boards of schema 1 hold the columns and prompts of an approach in two plain lists. */

const firstColumn = columnRecord.omit({ approach: true, order: true });
const firstPrompt = promptRecord.omit({ approach: true, order: true });

function firstParts<T>(approach: string, list: readonly unknown[], schema: z.ZodType<T>): (T & { approach: string; order: string })[] {
  const parts = list.slice(0, 200).flatMap((value) => schema.safeParse(value).data ?? []);
  const orders = generateNKeysBetween(null, null, parts.length);
  return parts.map((part, index) => ({ ...part, approach, order: orders[index]! }));
}
