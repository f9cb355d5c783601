import { useEffect, useState } from 'react';
import { keepUnsent, unsentOf } from '../session/forget.ts';
import { useConnection, useSession } from '../session/hooks.ts';

/**
 * How many changes wait to be saved, with those of earlier pages on this device that never reached
 * the server; remembered for pages to come. To be used once on a board.
 */
export function useWaiting(): number {
  const { board } = useSession();
  const { waiting, saved } = useConnection();
  const [earlier, setEarlier] = useState(() => unsentOf(board));
  useEffect(() => {
    if (saved) setEarlier(0);
    keepUnsent(board, saved ? 0 : earlier + waiting);
  }, [board, saved, waiting, earlier]);
  return saved ? 0 : earlier + waiting;
}
