import { useEffect } from 'react';
import type { Sight } from '../../shared/stage/lead.ts';
import { useFinding } from '../finding/finding.ts';
import { followSight } from '../finding/follow-sight.ts';
import { useSession } from '../session/hooks.ts';
import type { InSight } from './in-sight.ts';

/** Leads to notes in this view, and counts as seen what one has had on the screen. */
export function useGuide(inSight: InSight): void {
  const { setGuide, unread } = useFinding();
  const { desk } = useSession();
  useEffect(() => {
    const sight = () => sightOf((note) => !desk?.has(note));
    return setGuide({ show, sight, look: ({ note }) => note && show(note, false), goToApproach, onMove });
  }, [setGuide, desk]);
  useEffect(() => followSight(unread, inSight.ids), [unread, inSight]);
}

/** The note nearest to the middle of the page, be there one on it or not; `null` where there are none. */
function sightOf(isShared: (note: string) => boolean): Sight | null {
  const middle = innerHeight / 2;
  let nearest: { note: string; away: number } | null = null;
  for (const slot of document.querySelectorAll<HTMLElement>('.columns-view .note-slot[data-note]')) {
    const { top, height } = slot.getBoundingClientRect();
    const away = Math.abs(top + height / 2 - middle);
    const note = slot.dataset.note!;
    if (height > 0 && isShared(note) && (nearest === null || away < nearest.away)) nearest = { note, away };
  }
  return nearest && { note: nearest.note };
}

function goToApproach(id: string): void {
  document.querySelector(`.columns-view [data-approach="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'start' });
}

function onMove(listener: () => void): () => void {
  document.addEventListener('scroll', listener, { passive: true });
  return () => document.removeEventListener('scroll', listener);
}

function slotOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.columns-view .note-slot[data-note="${CSS.escape(id)}"]`);
}

function show(id: string, focus: boolean): void {
  const item = slotOf(id);
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
