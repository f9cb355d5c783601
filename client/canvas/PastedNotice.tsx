import { stopEventPropagation, useEditor } from '@tldraw/tldraw';
import { Undo2 } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent as ReactKeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import type { Made } from './paste.ts';

/**
 * Says how many notes a paste has made, and offers one note instead. It goes with the next thing
 * one does, since undo then means that. It leaves the focus where it is; Tab leads to it from there,
 * where tldraw would go on to another note, and Escape back.
 */
export function PastedNotice({ made, onClose }: { made: Made; onClose: () => void }) {
  const { t } = useTranslation('writing');
  const { t: tc } = useTranslation();
  const { history } = useSession();
  const editor = useEditor();
  // The button that was pressed goes, and the keyboard must not go with it.
  const answer = (act: () => void) => () => {
    editor.getContainer().focus();
    act();
  };
  const close = answer(onClose);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => history.subscribe(onClose), [history, onClose]);
  useEffect(() => {
    const container = editor.getContainer();
    const enter = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || event.shiftKey || event.target !== container) return;
      event.preventDefault();
      event.stopPropagation();
      notice.current?.querySelector('button')?.focus();
    };
    container.addEventListener('keydown', enter, true);
    return () => container.removeEventListener('keydown', enter, true);
  }, [editor]);
  const onKeyDown = (event: ReactKeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    if (event.key === 'Escape') close();
    if (event.key === 'Enter') keepRelease('Enter');
  };
  return (
    // It answers to nothing itself; it only keeps keys and pointers from the canvas behind it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={notice} className="canvas-taken canvas-pasted" onKeyDown={onKeyDown} onPointerDown={stopEventPropagation} data-testid="pasted">
      <p>
        {t('pasted.made', { count: made.count })} {made.left > 0 && t('pasted.left', { count: made.left })}
      </p>
      <div className="canvas-taken-acts">
        <Button size="small" onClick={answer(made.asOne)}>
          {t('pasted.instead')}
        </Button>
        <Button size="small" icon={<Undo2 aria-hidden size={17} />} onClick={answer(() => history.undo())}>
          {t('pasted.undo')}
        </Button>
        <Button size="small" variant="plain" onClick={close}>
          {tc('close')}
        </Button>
      </div>
    </div>
  );
}

/** Keeps the release of a key from the canvas, which has the focus by then and would open the note that is selected. */
function keepRelease(key: string): void {
  const release = (event: KeyboardEvent) => {
    if (event.key !== key) return;
    event.stopPropagation();
    window.removeEventListener('keyup', release, true);
  };
  window.addEventListener('keyup', release, true);
}
