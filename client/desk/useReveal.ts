import { useTranslation } from 'react-i18next';
import { api, errorKey } from '../session/api.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { useRequest } from '../ui/useRequest.ts';

/** Moves private notes to the board: those that are named, or everybody's. What came of it is said aloud. */
export function useReveal() {
  const { t } = useTranslation('desk');
  const { t: te } = useTranslation('errors');
  const { board, token } = useSession();
  const request = useRequest();
  const reveal = (what: { all: true } | { notes: string[] }) =>
    request.run(async () => {
      try {
        const { revealed } = await api.reveal(board, what, token);
        announce(t('revealed', { count: revealed }));
      } catch (error) {
        announce(te(errorKey(error)));
        throw error;
      }
    });
  return { ...request, reveal };
}
