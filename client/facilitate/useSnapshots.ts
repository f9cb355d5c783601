import { useEffect, useState } from 'react';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { api, errorKey } from '../session/api.ts';
import type { ErrorKey } from '../ui/useRequest.ts';

interface Snapshots {
  /** The latest first; `null` until they have come. */
  snapshots: SnapshotInfo[] | null;
  failure: ErrorKey | null;
  retry(): void;
  /** Fetches the list anew while the one that is there stays. */
  refresh(): Promise<void>;
  /** Shows one that was just saved, on top. */
  add(snapshot: SnapshotInfo): void;
}

/** The snapshots of a board, fetched once and again on `retry`. */
export function useSnapshots(board: string, token: string): Snapshots {
  const [outcome, setOutcome] = useState<Outcome>({ fetched: null, failure: null });
  const [added, setAdded] = useState<SnapshotInfo[]>([]);

  useEffect(() => void fetchSnapshots(board, token).then(setOutcome), [board, token]);

  return {
    snapshots: outcome.fetched && merge(added, outcome.fetched),
    failure: outcome.failure,
    retry() {
      setOutcome({ fetched: null, failure: null });
      void fetchSnapshots(board, token).then(setOutcome);
    },
    refresh: async () => setOutcome(await fetchSnapshots(board, token)),
    add: (snapshot) => setAdded((before) => [snapshot, ...before]),
  };
}

interface Outcome {
  fetched: SnapshotInfo[] | null;
  failure: ErrorKey | null;
}

async function fetchSnapshots(board: string, token: string): Promise<Outcome> {
  try {
    return { fetched: await api.snapshots(board, token), failure: null };
  } catch (error) {
    return { fetched: null, failure: errorKey(error) };
  }
}

/** One saved while the list was on its way may be in both. */
function merge(added: readonly SnapshotInfo[], fetched: readonly SnapshotInfo[]): SnapshotInfo[] {
  const byId = new Map([...added, ...fetched].map((snapshot) => [snapshot.id, snapshot]));
  return [...byId.values()].sort((a, b) => b.savedAt - a.savedAt);
}
