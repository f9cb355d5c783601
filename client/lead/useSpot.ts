import { useSyncExternalStore } from 'react';
import { useSession } from '../session/hooks.ts';

/** Whether a facilitator points at this note; re-renders only when that changes. */
export function useIsSpot(note: string): boolean {
  const { stage } = useSession();
  return useSyncExternalStore(stage.onChange, () => stage.current().lead.spotlight?.note === note);
}
