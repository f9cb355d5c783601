import * as Y from 'yjs';
import { copyOfDoc } from '../board/restore.ts';
import { stageTypes, type ApproachRecord, type ColumnRecord, type PromptRecord } from './records.ts';
import { isPresent, partKey, readParts } from './structure.ts';
import { raiseSchema } from './version.ts';

/** What a restoring brings back of each kind of part; whose and which it is never changes. */
const FIELDS = {
  approaches: ['order', 'title', 'question', 'materials', 'removed'],
  columns: ['order', 'kind', 'name', 'removed'],
  prompts: ['order', 'text', 'removed'],
} as const;

type Kind = keyof typeof FIELDS;
type Part = ApproachRecord | ColumnRecord | PromptRecord;

/**
 * Gives a board again the title, approaches, columns and prompts of an earlier state of its stage,
 * as a change like any other. What has been added since is removed as facilitators remove it, with a
 * mark, so that it can be put back. People, sites and all that a workshop is in the middle of stay.
 * @param to the state that is wanted
 * @param from see `restoreBoard`; left out, the stage as it is
 * @param at what is removed by this was removed then, in milliseconds since 1970
 */
export function restoreStage(doc: Y.Doc, to: Y.Doc, from: Y.Doc = copyOfDoc(doc), at = Date.now()): void {
  const changes = [...titleChanges(doc, from, to), ...partChanges(doc, from, to, at)];
  if (changes.length === 0) return;
  doc.transact(() => {
    raiseSchema(doc);
    for (const change of changes) change();
  });
}

type Change = () => void;

function titleChanges(doc: Y.Doc, from: Y.Doc, to: Y.Doc): Change[] {
  const [now, was, wanted] = [stageTypes(doc).meta, stageTypes(from).meta, stageTypes(to).meta];
  return ['title', 'workshop']
    .filter((field) => wanted.get(field) !== was.get(field) && now.get(field) === was.get(field))
    .map((field) => () => void now.set(field, wanted.get(field)));
}

function partChanges(doc: Y.Doc, from: Y.Doc, to: Y.Doc, at: number): Change[] {
  return (Object.keys(FIELDS) as Kind[]).flatMap((kind) => {
    const [now, was, wanted] = [doc, from, to].map((one) => byKey(kind, readParts(one)[kind])) as [Parts, Parts, Parts];
    return [...new Set([...was.keys(), ...wanted.keys()])].flatMap((key) => {
      const before = was.get(key);
      const after = wanted.get(key) ?? (before && isPresent(before) ? { ...before, removed: at } : before);
      return fieldChanges(doc, kind, { before, after, present: now.get(key) });
    });
  });
}

type Parts = ReadonlyMap<string, Part>;

function byKey(kind: Kind, parts: readonly Part[]): Parts {
  return new Map(parts.map((part) => [keyOf(kind, part), part]));
}

function fieldChanges(doc: Y.Doc, kind: Kind, parts: { before: Part | undefined; after: Part | undefined; present: Part | undefined }): Change[] {
  const { before, after, present } = parts;
  if (!after) return [];
  // A record that was taken out of the document comes back as it was.
  if (!present) return [() => void recordOf(doc, kind, after)];
  return FIELDS[kind]
    .filter((field) => !same(field, before, after) && same(field, present, before))
    .map((field) => () => {
      const record = recordOf(doc, kind, after);
      const value = (after as Record<string, unknown>)[field];
      if (value === undefined) record.delete(field);
      else record.set(field, value);
    });
}

function same(field: string, one: Part | undefined, other: Part | undefined): boolean {
  const [a, b] = [one, other].map((part) => JSON.stringify((part as Record<string, unknown> | undefined)?.[field] ?? null));
  return a === b;
}

/** The record of a part, with fields of its own; made where there is none. */
function recordOf(doc: Y.Doc, kind: Kind, part: Part): Y.Map<unknown> {
  const records = stageTypes(doc)[kind];
  const key = keyOf(kind, part);
  const found = records.get(key);
  if (found instanceof Y.Map) return found;
  const present = (readParts(doc)[kind] as readonly Part[]).find((other) => keyOf(kind, other) === key) ?? part;
  const made = new Y.Map<unknown>(Object.entries(present).filter(([, value]) => value !== undefined));
  records.set(key, made);
  return made;
}

/** The key of a part among those of its kind. */
function keyOf(kind: Kind, part: Part): string {
  return kind === 'approaches' ? part.id : partKey(part as ColumnRecord);
}
