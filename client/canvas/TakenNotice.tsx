import { stopEventPropagation } from '@tldraw/tldraw';
import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../shared/board/index.ts';
import { putBack } from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { focusNow } from '../ui/focus.ts';

/**
 * Tells somebody that the note they were writing in was deleted by another, and offers to put it
 * back. It takes the focus, and not one of its buttons does: what is still being typed is neither a
 * tool of the canvas nor an answer.
 */
export function TakenNotice({ note, onClose }: { note: Note; onClose: () => void }) {
  const { t } = useTranslation('columns');
  const session = useSession();
  const sentence = t('gone.other', { text: excerpt(note.text) });
  return (
    // It answers to nothing itself; it only keeps keys and pointers from the canvas behind it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="canvas-taken"
      role="alertdialog"
      aria-label={sentence}
      tabIndex={-1}
      ref={focusNow}
      onKeyDown={(event) => event.stopPropagation()}
      onPointerDown={stopEventPropagation}
    >
      <p>{sentence}</p>
      <div className="canvas-taken-acts">
        <Button
          variant="primary"
          size="small"
          icon={<Undo2 aria-hidden size={17} />}
          onClick={() => {
            putBack(session, note);
            announce(t('said.putBack'));
            onClose();
          }}
        >
          {t('gone.putBack')}
        </Button>
        <Button size="small" onClick={onClose}>
          {t('gone.leave')}
        </Button>
      </div>
    </div>
  );
}
