import { columnKey } from '../../shared/board/layout.ts';
import type { FreePlacement } from '../../shared/board/index.ts';
import { roomOutside, type Target } from '../session/acts.ts';
import type { Session } from '../session/session.ts';
import { FREE } from './lists.ts';

/** Where a new note goes: the end of a column, or the canvas outside the columns. */
export type Spot = Pick<Target, 'approach' | 'column'> | typeof FREE;

/** The name of the list that begins there: a `columnKey`, or `FREE`. */
export function spotKey(spot: Spot): string {
  return spot === FREE ? FREE : columnKey(spot.approach, spot.column);
}

/** What `addNote` is told of a spot. */
export function forOne(session: Session, spot: Spot): Target | FreePlacement {
  return spot === FREE ? roomOutside(session, 1)[0]! : spot;
}

/** What `addNotes` is told of a spot, for as many notes. */
export function forSeveral(session: Session, spot: Spot, count: number): Target | FreePlacement[] {
  return spot === FREE ? roomOutside(session, count) : spot;
}
