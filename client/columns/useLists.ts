import { useMemo, useSyncExternalStore } from 'react';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/hooks.ts';
import { arrange, NO_LISTS, type Lists } from './lists.ts';

/** The lists of the board; re-renders when a note or group comes, goes or moves, not when one is written in. */
export function useLists(): Lists {
  const session = useSession();
  const store = useMemo(() => createStore(session), [session]);
  return useSyncExternalStore(store.subscribe, store.get);
}

function createStore({ live, stage }: Session) {
  let lists = NO_LISTS;
  let notes: unknown;
  let groups: unknown;
  let approaches: unknown;
  return {
    get() {
      if (notes === live.notes() && groups === live.groups() && approaches === stage.current().approaches) return lists;
      notes = live.notes();
      groups = live.groups();
      approaches = stage.current().approaches;
      lists = arrange(stage.current().approaches, live.notes(), live.groups(), lists);
      return lists;
    },
    subscribe(listener: () => void) {
      const stops = [live.onNotes(listener), live.onGroups(listener), stage.onChange(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
