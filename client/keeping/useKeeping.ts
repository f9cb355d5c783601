import { useEffect, useState } from 'react';
import type { Keeping } from '../../shared/protocol/history.ts';
import { api } from '../session/api.ts';

/** How long a board is kept; `null` until it is known. Not worth a word when it cannot be asked. */
export function useKeeping(board: string, token: string): Keeping | null {
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  useEffect(() => {
    let current = true;
    api.keeping(board, token).then(
      (answer) => current && setKeeping(answer),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [board, token]);
  return keeping;
}
