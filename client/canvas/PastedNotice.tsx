import { stopEventPropagation, useEditor } from '@tldraw/tldraw';
import { Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyChord } from '../keys/KeyChord.tsx';
import { SHORTCUTS } from '../keys/shortcuts.ts';
import { useShortcut } from '../keys/useShortcut.ts';
import { useSession } from '../session/hooks.ts';
import { Button } from '../ui/Button.tsx';
import type { Made } from './paste.ts';

/**
 * Says how many notes a paste has made, and offers one note instead: also by a shortcut, since the
 * keyboard stays with the notes. It goes with the next thing one does, since undo then means that.
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
  useShortcut('one-note', answer(made.asOne));
  useEffect(() => history.subscribe(onClose), [history, onClose]);
  return (
    // It answers to nothing itself; it only keeps pointers from the canvas behind it.
    <div className="canvas-taken canvas-pasted" onPointerDown={stopEventPropagation} data-testid="pasted">
      <p>
        {t('pasted.made', { count: made.count })} {made.left > 0 && t('pasted.left', { count: made.left })}
      </p>
      <div className="canvas-taken-acts">
        <Button size="small" aria-keyshortcuts="Control+J" onClick={answer(made.asOne)}>
          {t('pasted.instead')}
          <span aria-hidden>
            <KeyChord text={SHORTCUTS['one-note'].keys[0]} />
          </span>
        </Button>
        <Button size="small" icon={<Undo2 aria-hidden size={17} />} onClick={answer(() => history.undo())}>
          {t('pasted.undo')}
        </Button>
        <Button size="small" variant="plain" onClick={answer(onClose)}>
          {tc('close')}
        </Button>
      </div>
    </div>
  );
}
