import { useEffect } from 'react';
import { historyAct, useUndoRedo } from '../writing/useUndoRedo.ts';

/**
 * Undo and redo by keyboard, wherever the focus is. In a note's text too: the browser's own undo
 * knows nothing of what others typed there. What is not on the board yet keeps the browser's undo.
 */
export function useUndoKeys(active: boolean): void {
  const undoRedo = useUndoRedo();
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const act = event.defaultPrevented ? null : historyAct(event);
      if (!act || typesElsewhere(event.target)) return;
      event.preventDefault();
      undoRedo(act);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [active, undoRedo]);
}

function typesElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && !target.matches('.note-area') && target.closest('input, textarea, [contenteditable="true"]') !== null;
}
