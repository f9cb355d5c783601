import type { StageApproach } from '../stage/document.ts';
import { byOrder } from './notes.ts';
import { inColumn, type PlacedNote } from './schema.ts';

/**
 * Where everything lies on the canvas, in page units (CSS pixels at 100 %). Computed, never
 * stored: from the order of approaches and the order of notes in their columns, and from nothing
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

export interface ColumnLayout extends Box {
  approach: string;
  column: string;
  kind: StageApproach['columns'][number]['kind'];
  /** Where the first note lies. */
  notesTop: number;
  /** The ids of its notes, in order. */
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
  /** Notes whose column is gone: they lie in a row above the board, set aside but never lost. */
  aside: string[];
}

const columnWidth = LAYOUT.columnPadding * 2 + LAYOUT.notesPerRow * NOTE_SIZE.width + (LAYOUT.notesPerRow - 1) * LAYOUT.noteGap;
const rowHeight = NOTE_SIZE.height + LAYOUT.noteGap;

/** Lays out a board. */
export function layOut(approaches: readonly StageApproach[], notes: readonly PlacedNote[]): BoardLayout {
  const inColumns = notesByColumn(notes);
  const places = new Map<string, { x: number; y: number }>();
  const layouts: ApproachLayout[] = [];
  let left = 0;
  for (const approach of approaches) {
    const layout = layOutApproach(approach, left, inColumns);
    for (const column of layout.columns) {
      column.notes.forEach((id, index) => places.set(id, slotPosition(column, index)));
      inColumns.delete(columnKey(column.approach, column.column));
    }
    layouts.push(layout);
    left += layout.width + LAYOUT.approachGap;
  }
  for (const note of notes) {
    if (!inColumn(note.placement)) places.set(note.id, { x: note.placement.x, y: note.placement.y });
  }
  const aside = [...inColumns.keys()].sort().flatMap((key) => inColumns.get(key)!);
  aside.forEach((id, index) => places.set(id, { x: index * (NOTE_SIZE.width + LAYOUT.noteGap), y: -2 * rowHeight }));
  return { approaches: layouts, notes: places, aside };
}

/** Ids of the notes of each column, in order. The key is that of `columnKey`. */
export function notesByColumn(notes: readonly PlacedNote[]): Map<string, string[]> {
  const columns = new Map<string, { id: string; order: string }[]>();
  for (const note of notes) {
    if (!inColumn(note.placement)) continue;
    const key = columnKey(note.placement.approach, note.placement.column);
    const list = columns.get(key) ?? [];
    list.push({ id: note.id, order: note.placement.order });
    columns.set(key, list);
  }
  return new Map([...columns].map(([key, list]) => [key, list.sort(byOrder).map((entry) => entry.id)]));
}

/** A column's name within the whole board. */
export function columnKey(approach: string, column: string): string {
  return `${approach}/${column}`;
}

/** The top left corner of the note at `index` of a column. */
export function slotPosition(column: Pick<ColumnLayout, 'x' | 'notesTop'>, index: number): { x: number; y: number } {
  const place = index % LAYOUT.notesPerRow;
  const row = Math.floor(index / LAYOUT.notesPerRow);
  return {
    x: column.x + LAYOUT.columnPadding + place * (NOTE_SIZE.width + LAYOUT.noteGap),
    y: column.notesTop + row * rowHeight,
  };
}

/**
 * The column and the index at which a note falls that is dropped with its centre at a point;
 * `null` outside all columns, where it lies free.
 */
export function dropTarget(
  layout: BoardLayout,
  centre: { x: number; y: number },
  moving: readonly string[] = [],
): { approach: string; column: string; index: number } | null {
  for (const approach of layout.approaches) {
    for (const column of approach.columns) {
      if (!contains(column, centre)) continue;
      const others = column.notes.filter((id) => !moving.includes(id)).length;
      const row = Math.max(0, Math.floor((centre.y - column.notesTop + LAYOUT.noteGap / 2) / rowHeight));
      const across = (centre.x - column.x - LAYOUT.columnPadding) / (NOTE_SIZE.width + LAYOUT.noteGap);
      const place = Math.min(LAYOUT.notesPerRow - 1, Math.max(0, Math.floor(across)));
      return { approach: column.approach, column: column.column, index: Math.min(others, row * LAYOUT.notesPerRow + place) };
    }
  }
  return null;
}

/** The column under a point, or `null`. */
export function columnAt(layout: BoardLayout, point: { x: number; y: number }): ColumnLayout | null {
  for (const approach of layout.approaches) {
    const found = approach.columns.find((column) => contains(column, point));
    if (found) return found;
  }
  return null;
}

function contains(box: Box, point: { x: number; y: number }): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}

function layOutApproach(approach: StageApproach, x: number, inColumns: Map<string, string[]>): ApproachLayout {
  const top = LAYOUT.approachHeader;
  // All columns of an approach begin their notes on one line and end on one line.
  const prompts = Math.max(0, ...approach.columns.map((column) => approach.prompts.filter((prompt) => prompt.column === column.id).length));
  const promptsHeight = prompts * (LAYOUT.prompt + LAYOUT.promptGap) + (prompts > 0 ? LAYOUT.promptsEnd : 0);
  const notes = approach.columns.map((column) => inColumns.get(columnKey(approach.id, column.id)) ?? []);
  const rows = Math.max(LAYOUT.emptyRows, ...notes.map((ids) => Math.ceil(ids.length / LAYOUT.notesPerRow)));
  const height = LAYOUT.columnHeader + promptsHeight + rows * rowHeight + LAYOUT.columnEnd;
  const columns = approach.columns.map((column, index) => ({
    approach: approach.id,
    column: column.id,
    kind: column.kind,
    x: x + LAYOUT.approachPadding + index * (columnWidth + LAYOUT.columnGap),
    y: top,
    width: columnWidth,
    height,
    notesTop: top + LAYOUT.columnHeader + promptsHeight,
    notes: notes[index]!,
  }));
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
