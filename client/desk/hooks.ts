import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from '../session/hooks.ts';

const NOBODY = () => () => {};

/** Whether a note lies on one's own desk, where nobody else sees it. */
export function useIsPrivate(note: string): boolean {
  const { desk } = useSession();
  const subscribe = useCallback((listener: () => void) => desk?.live.onNote(note, listener) ?? (() => {}), [desk, note]);
  return useSyncExternalStore(subscribe, () => desk?.has(note) ?? false);
}

/** Ids of the notes on one's own desk; re-renders when one comes or goes. */
export function useDeskNotes(): readonly string[] {
  const { desk } = useSession();
  const joined = useSyncExternalStore(desk?.live.onNotes ?? NOBODY, () => (desk?.live.notes() ?? []).map(({ id }) => id).join(' '));
  return joined === '' ? [] : joined.split(' ');
}
