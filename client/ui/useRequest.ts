import { useState } from 'react';
import { errorKey } from '../session/api.ts';

export type ErrorKey = ReturnType<typeof errorKey>;

/** What became of the last call to the server. */
export interface Request {
  busy: boolean;
  /** The key of `errors.*`, or `null` when nothing is wrong. */
  failure: ErrorKey | null;
  /** Does the act, once at a time; its failure is kept for the screen, never thrown. */
  run(act: () => Promise<void>): Promise<void>;
}

/** The busy and failure states of a form or a button that asks the server for something. */
export function useRequest(): Request {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ErrorKey | null>(null);
  return {
    busy,
    failure,
    async run(act) {
      if (busy) return;
      setBusy(true);
      setFailure(null);
      try {
        await act();
      } catch (error) {
        setFailure(errorKey(error));
      }
      setBusy(false);
    },
  };
}
