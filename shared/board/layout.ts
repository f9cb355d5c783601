import type { StageApproach } from '../stage/document.ts';
import { groupKey } from './groups.ts';
import { byOrder } from './order.ts';
import { inColumn, type Group, type PlacedNote } from './schema.ts';

/**
 * Where everything lies on the canvas, in page units (CSS pixels at 100 %). Computed, never
 * stored: from the order of approaches and the order of notes and groups in their columns, and from nothing
 * that differs between readers, so that a cursor, a free note or an arrow points at the same thing
 * for everyone, in every language, and in the picture of the report.
 */

export const NOTE_SIZE = { width: 200, height: 140 } as const;
/** The part of a note its text may fill; the rest is for author and site. */
export const NOTE_TEXT_BOX = { width: 176, height: 96 } as const;
export const NOTE_TEXT_SIZES = [20, 18, 16, 15, 14, 13, 12, 11] as const;

export const LAYOUT = {
  noteGap: 16,
  notesPerRow: 2,
  columnPadding: 20,
  columnGap: 24,
  columnHeader: 72,
  prompt: 52,
  promptGap: 8,
  /** Below the prompts, before the first note. */
  promptsEnd: 20,
  /** Below the last note: room to drop, and for the button that adds a note. */
  columnEnd: 88,
  emptyRows: 2,
  /** A group's frame reaches this far into the column's padding. */
  groupMargin: 10,
  groupHeader: 56,
  /** Below the last note of a group, within its frame. */
  groupEnd: 14,
  groupGap: 24,
  /** The room for notes in a group that has none. */
  groupEmpty: 76,
  approachPadding: 40,
  approachHeader: 264,
  approachGap: 160,
} as const;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A group in its column, or the notes between two groups, in rows one below the other. */
export interface Block extends Box {
  /** The group's id; `null` for notes in none. */
  group: string | null;
  /** Where the first note lies. */
  notesTop: number;
  /** The ids of its notes, in order. */
  notes: string[];
}

export interface ColumnLayout extends Box {
  approach: string;
  column: string;
  kind: StageApproach['columns'][number]['kind'];
  /** Where the first note or group lies. */
  notesTop: number;
  /** From top to bottom; two without a group never follow each other. */
  blocks: Block[];
  /** The ids of all its notes, in reading order. */
  notes: string[];
}

export interface ApproachLayout extends Box {
  approach: string;
  columns: ColumnLayout[];
}

export interface BoardLayout {
  approaches: ApproachLayout[];
  /** The top left corner of every note, by id. */
  notes: Map<string, { x: number; y: number }>;
  /** Notes whose column is gone: they lie in rows above the board, set aside but never lost. */
  aside: string[];
}

const columnWidth = LAYOUT.columnPadding * 2 + LAYOUT.notesPerRow * NOTE_SIZE.width + (LAYOUT.notesPerRow - 1) * LAYOUT.noteGap;
const rowHeight = NOTE_SIZE.height + LAYOUT.noteGap;

/** What follows each other in a column: a note, or a group with its notes. */
export interface ColumnEntry {
  /** The note's id, or the group's `groupKey`. */
  key: string;
  group: string | null;
  /** Ids of notes, in order. */
  notes: string[];
}

/** Lays out a board. */
export function layOut(approaches: readonly StageApproach[], notes: readonly PlacedNote[], groups: readonly Group[]): BoardLayout {
  const inColumns = entriesByColumn(notes, groups);
  const places = new Map<string, { x: number; y: number }>();
  const layouts: ApproachLayout[] = [];
  let left = 0;
  for (const approach of approaches) {
    const layout = layOutApproach(approach, left, inColumns);
    for (const column of layout.columns) {
      for (const block of column.blocks) {
        block.notes.forEach((id, index) => places.set(id, slotPosition({ x: column.x, notesTop: block.notesTop }, index)));
      }
      inColumns.delete(columnKey(column.approach, column.column));
    }
    layouts.push(layout);
    left += layout.width + LAYOUT.approachGap;
  }
  for (const note of notes) {
    if (!inColumn(note.placement)) places.set(note.id, { x: note.placement.x, y: note.placement.y });
  }
  const aside = [...inColumns.keys()].sort().flatMap((key) => inColumns.get(key)!.flatMap((entry) => entry.notes));
  const across = asideAcross(layouts);
  aside.forEach((id, index) => places.set(id, asidePosition(index, aside.length, across)));
  return { approaches: layouts, notes: places, aside };
}

/** How many notes that are set aside lie side by side: as many as the board is wide, so that they stay in sight. */
function asideAcross(approaches: readonly ApproachLayout[]): number {
  const last = approaches.at(-1);
  return Math.max(6, Math.floor(((last ? last.x + last.width : 0) + LAYOUT.noteGap) / (NOTE_SIZE.width + LAYOUT.noteGap)));
}

function asidePosition(index: number, count: number, across: number): { x: number; y: number } {
  const rows = Math.ceil(count / across);
  return { x: (index % across) * (NOTE_SIZE.width + LAYOUT.noteGap), y: (Math.floor(index / across) - rows - 1) * rowHeight };
}

/** Where the notes lie that are set aside; empty where there are none. */
export function asideBox({ approaches, aside }: Pick<BoardLayout, 'approaches' | 'aside'>): Box {
  const across = asideAcross(approaches);
  const rows = Math.ceil(aside.length / across);
  const width = Math.min(aside.length, across) * (NOTE_SIZE.width + LAYOUT.noteGap) - LAYOUT.noteGap;
  return { x: 0, y: -(rows + 1) * rowHeight, width: Math.max(0, width), height: rows * rowHeight };
}

/**
 * What lies in each column, in order. The key is that of `columnKey`.
 * @param notes with places as `resolvePlace` tells them
 */
export function entriesByColumn(notes: readonly PlacedNote[], groups: readonly Group[]): Map<string, ColumnEntry[]> {
  interface Sortable extends ColumnEntry {
    id: string;
    order: string;
    members: { id: string; order: string }[];
  }
  const columns = new Map<string, Sortable[]>();
  const known = new Map<string, Sortable>();
  const add = (approach: string, column: string, entry: Sortable) => {
    const key = columnKey(approach, column);
    const list = columns.get(key);
    if (list) list.push(entry);
    else columns.set(key, [entry]);
  };
  for (const { id, placement } of groups) {
    const entry: Sortable = { key: groupKey(id), id: groupKey(id), order: placement.order, group: id, notes: [], members: [] };
    known.set(id, entry);
    add(placement.approach, placement.column, entry);
  }
  for (const { id, placement } of notes) {
    if (!inColumn(placement)) continue;
    const { approach, column, order, group } = placement;
    const its = group === undefined ? undefined : known.get(group);
    if (its) its.members.push({ id, order });
    else add(approach, column, { key: id, id, order, group: null, notes: [id], members: [] });
  }
  return new Map(
    [...columns].map(([key, list]) => [
      key,
      list.sort(byOrder).map(({ key: entry, group, notes: own, members }) => ({
        key: entry,
        group,
        notes: group === null ? own : members.sort(byOrder).map((member) => member.id),
      })),
    ]),
  );
}

/** A column's name within the whole board. */
export function columnKey(approach: string, column: string): string {
  return `${approach}/${column}`;
}

/** The top left corner of the note at `index` of a block, or of a column without groups. */
export function slotPosition({ x, notesTop }: Pick<ColumnLayout, 'x' | 'notesTop'>, index: number): { x: number; y: number } {
  const place = index % LAYOUT.notesPerRow;
  const row = Math.floor(index / LAYOUT.notesPerRow);
  return {
    x: x + LAYOUT.columnPadding + place * (NOTE_SIZE.width + LAYOUT.noteGap),
    y: notesTop + row * rowHeight,
  };
}

/** Where something falls that is dropped: `index` among the entries of the column or, with `group`, among the notes of that group. */
export interface DropTarget {
  approach: string;
  column: string;
  group?: string;
  index: number;
}

/** So far below its upper edge, a drop on a group still falls before it. */
const GROUP_EDGE = 12;

/**
 * Where a note falls that is dropped with its centre at a point; `null` outside all columns, where
 * it lies free.
 */
export function dropTarget(layout: BoardLayout, centre: { x: number; y: number }, moving: readonly string[] = []): DropTarget | null {
  const column = columnAt(layout, centre);
  if (!column) return null;
  const at = { approach: column.approach, column: column.column };
  let before = 0;
  for (const block of column.blocks) {
    const others = block.notes.filter((id) => !moving.includes(id)).length;
    const slot = slotUnder(column, block, centre);
    if (centre.y < block.y + block.height) {
      if (block.group === null) return { ...at, index: before + Math.min(others, slot) };
      if (centre.y < block.y + GROUP_EDGE) return { ...at, index: before };
      return { ...at, group: block.group, index: Math.min(others, slot) };
    }
    before += block.group === null ? others : 1;
  }
  return { ...at, index: before };
}

/**
 * The column a note falls into and the top left corner of its place there, as far as all other notes
 * stay where they are; `null` where the column is gone.
 * @param moving the notes that are being dropped
 */
export function dropPlace(
  layout: BoardLayout,
  target: DropTarget,
  moving: readonly string[] = [],
): { column: ColumnLayout; x: number; y: number } | null {
  const approach = layout.approaches.find((candidate) => candidate.approach === target.approach);
  const column = approach?.columns.find((candidate) => candidate.column === target.column);
  if (!column) return null;
  const at = (notesTop: number, index: number) => ({ column, ...slotPosition({ x: column.x, notesTop }, index) });
  let before = 0;
  for (const block of column.blocks) {
    const others = block.notes.filter((id) => !moving.includes(id)).length;
    if (target.group !== undefined) {
      if (block.group === target.group) return at(block.notesTop, target.index);
    } else if (block.group === null) {
      if (target.index <= before + others) return at(block.notesTop, target.index - before);
      before += others;
    } else {
      if (target.index <= before) return at(block.y, 0);
      before += 1;
    }
  }
  const last = column.blocks.at(-1);
  return at(last ? last.y + last.height : column.notesTop, 0);
}

/** Where a group falls that is dropped at a point; `null` outside all columns, where no group can lie. */
export function groupDropTarget(layout: BoardLayout, point: { x: number; y: number }, moving: string): DropTarget | null {
  const column = columnAt(layout, point);
  if (!column) return null;
  const at = { approach: column.approach, column: column.column };
  let before = 0;
  for (const block of column.blocks) {
    if (block.group === moving) continue;
    const row = Math.max(0, Math.round((point.y - block.notesTop) / rowHeight));
    if (block.group === null && point.y < block.y + block.height) {
      return { ...at, index: before + Math.min(block.notes.length, row * LAYOUT.notesPerRow) };
    }
    if (block.group !== null && point.y < block.y + block.height / 2) return { ...at, index: before };
    before += block.group === null ? block.notes.length : 1;
  }
  return { ...at, index: before };
}

function slotUnder(column: ColumnLayout, block: Block, point: { x: number; y: number }): number {
  const row = Math.max(0, Math.floor((point.y - block.notesTop + LAYOUT.noteGap / 2) / rowHeight));
  const across = Math.floor((point.x - column.x - LAYOUT.columnPadding) / (NOTE_SIZE.width + LAYOUT.noteGap));
  return row * LAYOUT.notesPerRow + Math.min(LAYOUT.notesPerRow - 1, Math.max(0, across));
}

/** The column under a point, or `null`. */
export function columnAt(layout: BoardLayout, point: { x: number; y: number }): ColumnLayout | null {
  for (const approach of layout.approaches) {
    const found = approach.columns.find((column) => contains(column, point));
    if (found) return found;
  }
  return null;
}

/** The approach whose heading is under a point, or `null`. */
export function approachHeadAt(layout: BoardLayout, point: { x: number; y: number }): string | null {
  const found = layout.approaches.find((approach) => contains({ ...approach, height: LAYOUT.approachHeader }, point));
  return found?.approach ?? null;
}

function contains(box: Box, point: { x: number; y: number }): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}

function layOutApproach(approach: StageApproach, x: number, inColumns: ReadonlyMap<string, readonly ColumnEntry[]>): ApproachLayout {
  const top = LAYOUT.approachHeader;
  // All columns of an approach begin their notes on one line and end on one line.
  const prompts = Math.max(0, ...approach.columns.map((column) => approach.prompts.filter((prompt) => prompt.column === column.id).length));
  const promptsHeight = prompts * (LAYOUT.prompt + LAYOUT.promptGap) + (prompts > 0 ? LAYOUT.promptsEnd : 0);
  const notesTop = top + LAYOUT.columnHeader + promptsHeight;
  const columns = approach.columns.map((column, index): ColumnLayout => {
    const left = x + LAYOUT.approachPadding + index * (columnWidth + LAYOUT.columnGap);
    const blocks = stack(inColumns.get(columnKey(approach.id, column.id)) ?? [], left, notesTop);
    return {
      approach: approach.id,
      column: column.id,
      kind: column.kind,
      x: left,
      y: top,
      width: columnWidth,
      height: 0,
      notesTop,
      blocks,
      notes: blocks.flatMap((block) => block.notes),
    };
  });
  const ends = columns.map(({ blocks }) => blocks.at(-1)).map((last) => (last ? last.y + last.height - notesTop : 0));
  const height = LAYOUT.columnHeader + promptsHeight + Math.max(LAYOUT.emptyRows * rowHeight, ...ends) + LAYOUT.columnEnd;
  for (const column of columns) column.height = height;
  const across = Math.max(1, approach.columns.length);
  return {
    approach: approach.id,
    x,
    y: 0,
    width: LAYOUT.approachPadding * 2 + across * columnWidth + (across - 1) * LAYOUT.columnGap,
    height: top + height + LAYOUT.approachPadding,
    columns,
  };
}

/** Lays the entries of a column below each other. */
function stack(entries: readonly ColumnEntry[], left: number, top: number): Block[] {
  const blocks: Block[] = [];
  for (const { group, notes } of entries) {
    const last = blocks.at(-1);
    if (group === null && last?.group === null) {
      last.notes.push(...notes);
      last.height = rowsHeight(last.notes.length);
      continue;
    }
    // Rows end with a gap of their own.
    const y = last ? last.y + last.height + (last.group === null ? LAYOUT.groupGap - LAYOUT.noteGap : LAYOUT.groupGap) : top;
    const inset = group === null ? LAYOUT.columnPadding : LAYOUT.columnPadding - LAYOUT.groupMargin;
    const header = group === null ? 0 : LAYOUT.groupHeader;
    const height = group === null ? rowsHeight(notes.length) : groupHeight(notes.length);
    blocks.push({ group, x: left + inset, y, width: columnWidth - 2 * inset, height, notesTop: y + header, notes: [...notes] });
  }
  return blocks;
}

function rowsHeight(notes: number): number {
  return Math.ceil(notes / LAYOUT.notesPerRow) * rowHeight;
}

function groupHeight(notes: number): number {
  const room = notes === 0 ? LAYOUT.groupEmpty : rowsHeight(notes) - LAYOUT.noteGap;
  return LAYOUT.groupHeader + room + LAYOUT.groupEnd;
}
