import { useEffect, useState } from 'react';
import { errorKey } from '../session/api.ts';
import type { ErrorKey } from '../ui/useRequest.ts';
import { fetchMoment, type Documents } from './moment.ts';

/** A moment that is on its way, has come, or cannot be had. */
export type FetchedMoment = { documents: Documents } | { failure: ErrorKey } | null;

/** The documents of a moment; `null` until they have come. */
export function useMoment(board: string, snapshot: string, token: string): FetchedMoment {
  const [fetched, setFetched] = useState<{ of: string; moment: FetchedMoment } | null>(null);
  useEffect(() => {
    let current = true;
    fetchMoment(board, snapshot, token).then(
      (documents) => current && setFetched({ of: snapshot, moment: { documents } }),
      (error: unknown) => current && setFetched({ of: snapshot, moment: { failure: errorKey(error) } }),
    );
    return () => {
      current = false;
    };
  }, [board, snapshot, token]);
  return fetched?.of === snapshot ? fetched.moment : null;
}
