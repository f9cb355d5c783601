import type { Session } from '../session/session.ts';

/** Why somebody who would write may not now; the key of a sentence in `note`. */
export function whyReading(session: Session): 'newer' | 'locked' | 'readOnly' | 'notNow' {
  if (session.isNewer()) return 'newer';
  const { locked, readers } = session.stage.current();
  if (locked) return 'locked';
  return readers.has(session.participant ?? '') ? 'readOnly' : 'notNow';
}
