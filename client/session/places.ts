import { entriesOf, placeAllInColumn, type Placement } from '../../shared/board/index.ts';
import { byOrder, ordersAt } from '../../shared/board/order.ts';
import type { Target } from './acts.ts';
import type { Session } from './session.ts';

/**
 * Where several notes go that are put side by side in a column as this person sees it: among the
 * board's notes and their own private ones.
 * @param moving notes that are being moved, which do not count among their own neighbours
 */
export function placesFor(session: Session, target: Target, count: number, moving: readonly string[]): Placement[] {
  const { approach, column, index, group } = target;
  const { boardDoc, desk } = session;
  if (!desk || group !== undefined || desk.live.notes().length === 0) return placeAllInColumn(boardDoc, target, count, moving);
  const entries = entriesIn(session, { approach, column }, moving);
  return ordersAt(entries, index, count).map((order) => ({ approach, column, order }));
}

/** The entries of a column or a group as this person sees it, in order. */
export function entriesIn({ boardDoc, desk }: Session, at: { approach: string; column: string; group?: string | undefined }, moving: readonly string[] = []) {
  const entries = entriesOf(boardDoc, at, moving);
  if (!desk || at.group !== undefined) return entries;
  return [...entries, ...entriesOf(desk.doc, at, moving)].sort(byOrder);
}

/**
 * The index a note takes that moves one place towards the beginning of its column. Notes with equal
 * orders, as two people leave them who add at the same moment, have no place between them: it then
 * goes before all of them.
 * @param orders the orders of the column's notes, in order
 */
export function indexBefore(orders: readonly string[], from: number): number {
  let to = Math.max(0, from - 1);
  while (to > 0 && orders[to - 1] === orders[to]) to -= 1;
  return to;
}
