import { useMemo, useSyncExternalStore } from 'react';
import type { Note } from '../../shared/board/index.ts';
import type { Stage } from '../../shared/stage/document.ts';
import { useCell } from '../columns/cell.ts';
import { useFinding } from '../finding/finding.ts';
import { useNotes, useSession, useStage } from '../session/hooks.ts';

/** Which site's notes are shown alone, and how to change it; `null` for all. Each reader's own. */
export function useOnlySite(): [string | null, (site: string | null) => void] {
  const { onlySite } = useFinding();
  const only = useCell(onlySite, (site) => site);
  return [useStage().meta?.anonymous ? null : only, onlySite.set];
}

/** Whether a note is left aside because only another site's are shown; re-renders only when that changes. */
export function useIsAside(author: string | null): boolean {
  const { stage } = useSession();
  const { onlySite } = useFinding();
  const only = useCell(onlySite, (site) => site);
  return useSyncExternalStore(stage.onChange, () => isAside(stage.current(), only, author));
}

/** On an anonymous board no note is of a site. */
export function isAside({ participants, meta }: Pick<Stage, 'participants' | 'meta'>, only: string | null, author: string | null): boolean {
  return only !== null && !meta?.anonymous && participants.get(author ?? '')?.site !== only;
}

/** How many notes on the board are from each site, by its id. */
export function countBySite(notes: readonly Pick<Note, 'author'>[], { participants }: Pick<Stage, 'participants'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { author } of notes) {
    const site = participants.get(author ?? '')?.site;
    if (site !== undefined) counts.set(site, (counts.get(site) ?? 0) + 1);
  }
  return counts;
}

export function useCountBySite(): ReadonlyMap<string, number> {
  const notes = useNotes();
  const stage = useStage();
  return useMemo(() => countBySite(notes, stage), [notes, stage]);
}
