import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DESK_NOTES_LIMIT } from '../../shared/protocol/limits.ts';
import { createCell, useCell, type Cell } from '../columns/cell.ts';
import { api, errorKey } from '../session/api.ts';
import { useSession } from '../session/hooks.ts';
import type { Session } from '../session/session.ts';
import { announce } from '../ui/announce.tsx';
import type { ErrorKey } from '../ui/useRequest.ts';

/** Why the last reveal of a page did not work: told in the bar, since the menu it was asked in has closed by then. */
const failures = new WeakMap<Session, Cell<ErrorKey | null>>();

function failureOf(session: Session): Cell<ErrorKey | null> {
  const known = failures.get(session) ?? createCell<ErrorKey | null>(null);
  failures.set(session, known);
  return known;
}

/** Moves private notes to the board: those that are named, or everybody's. What came of it is said aloud. */
export function useReveal() {
  const { t } = useTranslation('desk');
  const session = useSession();
  const [busy, setBusy] = useState(false);
  const failed = failureOf(session);
  const failure = useCell(failed, (why) => why);
  /** @returns whether it worked */
  const reveal = async (what: { all: true } | { notes: readonly string[] }): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    failed.set(null);
    try {
      announce(t('revealed', { count: await revealedOf(session, what) }));
      return true;
    } catch (error) {
      failed.set(errorKey(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { reveal, busy, failure, forget: () => failed.set(null) };
}

async function revealedOf({ board, token }: Session, what: { all: true } | { notes: readonly string[] }): Promise<number> {
  if ('all' in what) return (await api.reveal(board, what, token)).revealed;
  let revealed = 0;
  for (let from = 0; from < what.notes.length; from += DESK_NOTES_LIMIT) {
    revealed += (await api.reveal(board, { notes: what.notes.slice(from, from + DESK_NOTES_LIMIT) }, token)).revealed;
  }
  return revealed;
}
