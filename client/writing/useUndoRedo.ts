import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';

export type HistoryAct = 'undo' | 'redo';

/** Undoes or redoes what one did last, and says so, also where there is nothing. */
export function useUndoRedo(): (act: HistoryAct) => void {
  const { t } = useTranslation('writing');
  const { history } = useSession();
  return useCallback(
    (act) => {
      const can = act === 'undo' ? history.canUndo() : history.canRedo();
      if (can) history[act]();
      announce(t(can ? `history.${act}` : `history.no-${act}`));
    },
    [history, t],
  );
}

/** What a key press means for the history; `null` for nothing. */
export function historyAct(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): HistoryAct | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null;
}
