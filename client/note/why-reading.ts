import { isCollectingOver } from '../../shared/stage/agenda.ts';
import type { Session } from '../session/session.ts';

/** Why somebody who would write may not now; the key of a sentence in `note`. */
export function whyReading(session: Session): 'newer' | 'locked' | 'readOnly' | 'collected' | 'notNow' {
  if (session.isNewer()) return 'newer';
  const stage = session.stage.current();
  if (stage.locked) return 'locked';
  if (stage.readers.has(session.participant ?? '')) return 'readOnly';
  return isCollectingOver(stage, session.clock.now()) ? 'collected' : 'notNow';
}
