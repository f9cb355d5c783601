import { inColumn, isSameValue, type Drawing, type Group, type Note, type Placement } from '../board/index.ts';
import type { Stage, StageApproach, StageColumn } from '../stage/document.ts';

/** A board at one moment, as far as two moments are compared. */
export interface BoardAt {
  notes: readonly Note[];
  groups: readonly Group[];
  drawings: readonly Drawing[];
  stage: Pick<Stage, 'approaches' | 'meta'>;
}

/** What can have become of a note; one that was moved may have changed as well. */
export const NOTE_ACTS = ['added', 'changed', 'moved', 'removed'] as const;

export type NoteAct = (typeof NOTE_ACTS)[number];

/** What of a note can differ beside its place. */
export const NOTE_PARTS = ['text', 'color', 'comments', 'reactions', 'action'] as const;

export type NotePart = (typeof NOTE_PARTS)[number];

/** A note that differs between two moments. */
export interface NoteChange {
  id: string;
  acts: readonly NoteAct[];
  /** Which parts of it are not what they were; empty unless it has `changed`. */
  parts: readonly NotePart[];
  before: Note | null;
  after: Note | null;
}

/** A part of the structure that differs, or a group. */
export interface PartChange {
  kind: 'approach' | 'column' | 'group';
  act: 'added' | 'renamed' | 'moved' | 'removed';
  id: string;
  /** The approach it is in; its own id for an approach. */
  approach: string;
  before: StageApproach | StageColumn | Group | null;
  after: StageApproach | StageColumn | Group | null;
}

/** What differs between two moments. */
export interface Comparison {
  notes: readonly NoteChange[];
  parts: readonly PartChange[];
  /** How many notes were added, changed, moved and removed. */
  counts: Record<NoteAct, number>;
  /** The board's title, where it is another. */
  title: { before: string; after: string } | null;
  /** How many drawings were added, changed and removed. */
  drawings: DrawingCounts;
}

export type DrawingCounts = Record<'added' | 'changed' | 'removed', number>;

/** Whether two moments say the same, as far as they are compared. */
export function isNoDifference({ notes, parts, title, drawings }: Comparison): boolean {
  return notes.length === 0 && parts.length === 0 && title === null && Object.values(drawings).every((count) => count === 0);
}

/**
 * What became of a board between two moments. That a note has another place among the same
 * neighbours is not told: it lies in the same column and the same group.
 */
export function compare(before: BoardAt, after: BoardAt): Comparison {
  const [was, is] = [byId(before.notes), byId(after.notes)];
  const notes = [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => noteChange(id, was.get(id) ?? null, is.get(id) ?? null) ?? []);
  const counts = Object.fromEntries(NOTE_ACTS.map((act) => [act, notes.filter(({ acts }) => acts.includes(act)).length]));
  const [title, titleIs] = [before.stage.meta?.title ?? '', after.stage.meta?.title ?? ''];
  return {
    notes,
    parts: [...structureChanges(before, after), ...groupChanges(before, after)],
    counts: counts as Comparison['counts'],
    title: title === titleIs ? null : { before: title, after: titleIs },
    drawings: drawingCounts(before.drawings, after.drawings),
  };
}

function drawingCounts(before: readonly Drawing[], after: readonly Drawing[]): DrawingCounts {
  const [was, is] = [before, after].map((drawings) => byId(drawings.filter(({ typeName }) => typeName === 'shape'))) as [Map<string, Drawing>, Map<string, Drawing>];
  return {
    added: [...is.keys()].filter((id) => !was.has(id)).length,
    changed: [...is].filter(([id, drawing]) => was.has(id) && !isSameValue(was.get(id), drawing)).length,
    removed: [...was.keys()].filter((id) => !is.has(id)).length,
  };
}

function noteChange(id: string, before: Note | null, after: Note | null): NoteChange | null {
  if (!before || !after) return { id, acts: [before ? 'removed' : 'added'], parts: [], before, after };
  const parts = NOTE_PARTS.filter((part) => !isSameValue(before[part], after[part]));
  const moved = !isSamePlace(before.placement, after.placement);
  const acts: NoteAct[] = [...(parts.length > 0 ? ['changed' as const] : []), ...(moved ? ['moved' as const] : [])];
  return acts.length > 0 ? { id, acts, parts, before, after } : null;
}

function isSamePlace(one: Placement, other: Placement): boolean {
  if (!inColumn(one) || !inColumn(other)) return isSameValue(one, other);
  return one.approach === other.approach && one.column === other.column && one.group === other.group;
}

function structureChanges(before: BoardAt, after: BoardAt): PartChange[] {
  const [was, is] = [byId(before.stage.approaches), byId(after.stage.approaches)];
  const movedApproaches = movedOf([...was.keys()], [...is.keys()]);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [from, to] = [was.get(id) ?? null, is.get(id) ?? null];
    const own = [...partChange('approach', id, from, to, !from || !to || isSameValue(wordsOf(from), wordsOf(to))), ...moved(movedApproaches, 'approach', id, from, to)];
    // The columns of an approach that came or went came and went with it.
    if (!from || !to) return own;
    const [columnsWere, columnsAre] = [byId(from.columns), byId(to.columns)];
    const movedColumns = movedOf([...columnsWere.keys()], [...columnsAre.keys()]);
    const columns = [...new Set([...columnsWere.keys(), ...columnsAre.keys()])].flatMap((column) => {
      const [old, now] = [columnsWere.get(column) ?? null, columnsAre.get(column) ?? null];
      return [...partChange('column', id, old, now, old?.name === now?.name && old?.kind === now?.kind), ...moved(movedColumns, 'column', id, old, now)];
    });
    return [...own, ...columns];
  });
}

/** What an approach says, beside the names of its columns. */
function wordsOf({ title, question, prompts, materials }: StageApproach): unknown[] {
  return [title ?? null, question ?? null, prompts.map(({ id, column, text }) => [id, column, text ?? null]), materials];
}

function moved<T extends StageApproach | StageColumn>(all: ReadonlySet<string>, kind: 'approach' | 'column', approach: string, before: T | null, after: T | null): PartChange[] {
  return before && after && all.has(after.id) ? [{ kind, act: 'moved', id: after.id, approach, before, after }] : [];
}

/** Which of those that were there and still are have been moved: as few as explain the order there is now. */
function movedOf(before: readonly string[], after: readonly string[]): Set<string> {
  const was = new Map(before.map((id, index) => [id, index]));
  const stayed = after.filter((id) => was.has(id));
  /** For each, the longest row of such that ends with it and stand in the order of before. */
  const rows: string[][] = [];
  stayed.forEach((id, index) => {
    const best = rows.slice(0, index).filter((row) => was.get(row.at(-1)!)! < was.get(id)!);
    rows.push([...best.reduce<string[]>((longest, row) => (row.length > longest.length ? row : longest), []), id]);
  });
  const still = new Set(rows.reduce<string[]>((longest, row) => (row.length > longest.length ? row : longest), []));
  return new Set(stayed.filter((id) => !still.has(id)));
}

function groupChanges(before: BoardAt, after: BoardAt): PartChange[] {
  const [was, is] = [byId(before.groups), byId(after.groups)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [from, to] = [was.get(id) ?? null, is.get(id) ?? null];
    const { approach } = (to ?? from!).placement;
    const changes = partChange('group', approach, from, to, from?.title === to?.title);
    if (!from || !to || isSamePlace(from.placement, to.placement)) return changes;
    return [...changes, { kind: 'group', act: 'moved', id, approach, before: from, after: to }];
  });
}

function partChange<T extends StageApproach | StageColumn | Group>(
  kind: PartChange['kind'],
  approach: string,
  before: T | null,
  after: T | null,
  same: boolean,
): PartChange[] {
  if (before && after && same) return [];
  const act = !before ? 'added' : !after ? 'removed' : 'renamed';
  return [{ kind, act, id: (after ?? before)!.id, approach, before, after }];
}

function byId<T extends { id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}
