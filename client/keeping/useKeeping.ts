import { useEffect, useState } from 'react';
import type { Keeping } from '../../shared/protocol/history.ts';
import { api } from '../session/api.ts';

const asking = new Set<() => void>();

/** Has every place on this page that tells how long the board is kept ask again. */
export function askAgain(): void {
  for (const ask of asking) ask();
}

/** How long a board is kept; `null` until it is known. Not worth a word when it cannot be asked. */
export function useKeeping(board: string, token: string): Keeping | null {
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  useEffect(() => {
    let current = true;
    const ask = () =>
      void api.keeping(board, token).then(
        (answer) => current && setKeeping(answer),
        () => {},
      );
    ask();
    asking.add(ask);
    return () => {
      current = false;
      asking.delete(ask);
    };
  }, [board, token]);
  return keeping;
}
