import { useMemo, useState } from 'react';
import { useLastCounted } from '../votes/hooks.ts';
import { byVotes } from '../votes/items.ts';
import type { Lists } from './lists.ts';

/** The lists in the order of the board, or, where this reader wants it so, of the last vote that was counted. */
export function useSorted(lists: Lists): { shown: Lists; sorted: boolean; sort: (sorted: boolean) => void } {
  const round = useLastCounted();
  const [wanted, sort] = useState(false);
  const sorted = wanted && round !== null;
  const shown = useMemo((): Lists => {
    if (!round || !wanted) return lists;
    const inOrder = (all: ReadonlyMap<string, readonly string[]>) => new Map([...all].map(([key, ids]) => [key, byVotes(round, ids, lists.groups)]));
    return { ...lists, columns: inOrder(lists.columns), groups: inOrder(lists.groups) };
  }, [lists, round, wanted]);
  return { shown, sorted, sort };
}
