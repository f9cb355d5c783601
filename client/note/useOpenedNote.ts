import { useCallback, useRef, useState } from 'react';
import type { Shown } from './NoteDetails.tsx';
import type { OpenNote } from './open-note.ts';

/** Which note is shown in detail; when its details are closed, the focus goes back to where they were asked for. */
export function useOpenedNote(): { shown: Shown | null; open: OpenNote; close: () => void } {
  const [shown, setShown] = useState<Shown | null>(null);
  const opener = useRef<Element | null>(null);

  const open = useCallback<OpenNote>((id, part = 'head') => {
    const active = document.activeElement;
    if (!active?.closest('.note-details')) opener.current = active;
    setShown({ id, part });
  }, []);

  const close = () => {
    const back = opener.current;
    const id = shown?.id;
    setShown(null);
    requestAnimationFrame(() => {
      const known = back instanceof HTMLElement && back.isConnected && back !== document.body ? back : null;
      (known ?? placeOf(id))?.focus();
    });
  };
  return { shown, open, close };
}

/** Where a note is talked about from, in the view that is shown; else the view itself. */
function placeOf(id: string | undefined): HTMLElement | null {
  const button = id === undefined ? null : document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"] [data-part="comments"]`);
  return button ?? document.querySelector<HTMLElement>('#content');
}
