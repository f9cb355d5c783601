import { useEffect } from 'react';
import { useFinding } from '../finding/finding.ts';
import { followSight } from '../finding/follow-sight.ts';
import type { InSight } from './in-sight.ts';

/** Leads to notes in this view, and counts as seen what one has had on the screen. */
export function useGuide(inSight: InSight): void {
  const { setGuide, unread } = useFinding();
  useEffect(() => setGuide({ show }), [setGuide]);
  useEffect(() => followSight(unread, inSight.ids), [unread, inSight]);
}

function show(id: string, focus: boolean): void {
  const item = document.querySelector<HTMLElement>(`.columns-view .note-slot[data-note="${CSS.escape(id)}"]`);
  if (!item) return;
  item.scrollIntoView({ block: 'center' });
  if (focus) {
    // The note as a whole, so that it is read aloud; its buttons come next.
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }
  // What lies between was a guess in height until it came near: once more, now that it is known.
  requestAnimationFrame(() => item.scrollIntoView({ block: 'center' }));
}
