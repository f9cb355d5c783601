import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';

/**
 * Undo and redo by keyboard, wherever the focus is. In a note's text too: the browser's own undo
 * knows nothing of what others typed there. What is not on the board yet keeps the browser's undo.
 */
export function useUndoKeys(active: boolean): void {
  const { t } = useTranslation('columns');
  const { history } = useSession();
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const act = event.defaultPrevented ? null : wanted(event);
      if (!act || typesElsewhere(event.target)) return;
      event.preventDefault();
      const can = act === 'undo' ? history.canUndo() : history.canRedo();
      if (can) history[act]();
      announce(t(can ? `said.${act === 'undo' ? 'undone' : 'redone'}` : `said.nothingTo${act === 'undo' ? 'Undo' : 'Redo'}`));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [active, history, t]);
}

function wanted(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
  return key === 'y' && event.ctrlKey && !event.shiftKey ? 'redo' : null;
}

function typesElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && !target.matches('.note-area') && target.closest('input, textarea, [contenteditable="true"]') !== null;
}
