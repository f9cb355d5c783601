import { inColumn } from '../../shared/board/index.ts';
import type { BoardAt, Comparison, NoteChange } from '../../shared/history/compare.ts';
import type { StageApproach, StageColumn } from '../../shared/stage/document.ts';

/** What changed in one column. */
export interface ColumnChanges {
  column: StageColumn;
  notes: NoteChange[];
}

/** What changed, by approach and column as the later moment has them, then as the earlier one had them. */
export interface ChangesByPlace {
  approaches: { approach: StageApproach; columns: ColumnChanges[] }[];
  outside: NoteChange[];
  /** In columns that neither moment has. */
  gone: NoteChange[];
}

/** Sorts what changed by the place where it is now, or, where it is gone, was. */
export function byPlace(comparison: Comparison, before: BoardAt, after: BoardAt): ChangesByPlace {
  const places = placesOf(before, after);
  const outside: NoteChange[] = [];
  const gone: NoteChange[] = [];
  for (const change of comparison.notes) {
    const { placement } = (change.after ?? change.before)!;
    const column = inColumn(placement) ? places.get(placement.approach)?.columns.get(placement.column) : undefined;
    if (!inColumn(placement)) outside.push(change);
    else if (column) column.notes.push(change);
    else gone.push(change);
  }
  const approaches = [...places.values()].flatMap(({ approach, columns }) => {
    const touched = [...columns.values()].filter(({ notes }) => notes.length > 0);
    return touched.length > 0 ? [{ approach, columns: touched }] : [];
  });
  return { approaches, outside, gone };
}

interface Place {
  approach: StageApproach;
  columns: Map<string, ColumnChanges>;
}

function placesOf(before: BoardAt, after: BoardAt): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const approach of [...after.stage.approaches, ...before.stage.approaches]) {
    const place = places.get(approach.id) ?? { approach, columns: new Map<string, ColumnChanges>() };
    places.set(approach.id, place);
    for (const column of approach.columns) if (!place.columns.has(column.id)) place.columns.set(column.id, { column, notes: [] });
  }
  return places;
}
