import { columnKey, entriesByColumn } from '../../shared/board/layout.ts';
import { inColumn, type Group, type Note } from '../../shared/board/index.ts';
import type { StageApproach } from '../../shared/stage/document.ts';

/**
 * All notes in the order they are read: column by column as on the page, then those that lie free
 * on the canvas, oldest first, then those whose column is gone.
 */
export function inReadingOrder(approaches: readonly StageApproach[], notes: readonly Note[], groups: readonly Group[]): string[] {
  const columns = entriesByColumn(notes, groups);
  const order: string[] = [];
  for (const approach of approaches) {
    for (const column of approach.columns) {
      const key = columnKey(approach.id, column.id);
      order.push(...(columns.get(key) ?? []).flatMap((entry) => entry.notes));
      columns.delete(key);
    }
  }
  const free = notes.filter((note) => !inColumn(note.placement)).sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return [...order, ...free.map((note) => note.id), ...[...columns.values()].flat().flatMap((entry) => entry.notes)];
}

/**
 * The next of some notes in reading order, round the end to the beginning.
 * @param after the note to go on from; where it is not on the board any more, from the beginning
 * @returns `null` where there is none
 */
export function nextAfter(order: readonly string[], wanted: (id: string) => boolean, after: string | null): string | null {
  const start = after === null ? 0 : order.indexOf(after) + 1;
  const round = [...order.slice(start), ...order.slice(0, start)];
  return round.find(wanted) ?? null;
}
