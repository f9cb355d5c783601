import type { Sight } from '../../shared/stage/lead.ts';
import type { Session } from '../session/session.ts';

/** What somebody has before their eyes, as others may be told: a private note is not in it. `null` where nothing is left. */
export function publicSight({ desk }: Pick<Session, 'desk'>, sight: Sight | null | undefined): Sight | null {
  if (!sight?.note || !desk?.has(sight.note)) return sight ?? null;
  return sight.box ? { box: sight.box } : null;
}
