import { inColumn, type Note } from '../../shared/board/index.ts';
import { columnKey } from '../../shared/board/layout.ts';

/** How many notes came into which columns, in the order the first of each came. */
export type News = { approach: string; column: string; count: number }[];

/** Sums up notes that others have just put on the board. */
export function sumUp(notes: readonly Note[]): { columns: News; free: number } {
  const columns = new Map<string, News[number]>();
  let free = 0;
  for (const { placement } of notes) {
    if (!inColumn(placement)) {
      free += 1;
      continue;
    }
    const key = columnKey(placement.approach, placement.column);
    const entry = columns.get(key) ?? { approach: placement.approach, column: placement.column, count: 0 };
    columns.set(key, { ...entry, count: entry.count + 1 });
  }
  return { columns: [...columns.values()], free };
}
