import { stopEventPropagation, useEditor } from '@tldraw/tldraw';
import { useEffect, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_TEXT_BOX, NOTE_TEXT_SIZES } from '../../shared/board/layout.ts';
import { fitText } from '../../shared/board/text-fit.ts';
import { DeskMarks } from '../desk/Tags.tsx';
import { useSession } from '../session/hooks.ts';
import { setPresence } from '../session/people.ts';
import { NoteArea } from '../writing/NoteArea.tsx';
import { useNoteText } from '../writing/useNoteText.ts';
import { historyAct, useUndoRedo } from '../writing/useUndoRedo.ts';
import { FaceMarks } from './FaceMarks.tsx';
import { NoteFoot } from './NoteFace.tsx';
import { noteId, type NoteShape } from './note-shape.tsx';

/** A note while its text is edited: a text area on the same paper, bound to the shared text. */
export function NoteEditor({ shape }: { shape: NoteShape }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const session = useSession();
  const id = noteId(shape.id);
  const text = useNoteText(id);
  const undoRedo = useUndoRedo();
  const fitted = fitText(text.value, NOTE_TEXT_BOX, NOTE_TEXT_SIZES);

  useEffect(() => {
    const area = text.ref.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
    setPresence(session.awareness, { editing: id });
    session.history.mark();
    return () => {
      setPresence(session.awareness, { editing: null });
      session.history.mark();
    };
  }, [session, id, text.ref]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    // Escape and Enter belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    const act = historyAct(event);
    if (act) {
      event.preventDefault();
      undoRedo(act);
    }
    if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      editor.setEditingShape(null);
      editor.setCurrentTool('select.idle');
      editor.getContainer().focus();
    }
  };

  return (
    <div className="canvas-note canvas-note-editing" style={{ background: `var(--paper-${shape.props.color})` }}>
      <NoteArea
        note={id}
        text={text}
        className="canvas-note-text"
        style={{ fontSize: fitted.size }}
        lang={shape.props.language}
        aria-label={t('noteText')}
        onKeyDown={onKeyDown}
        onPointerDown={stopEventPropagation}
        onDoubleClick={stopEventPropagation}
      />
      <NoteFoot author={shape.props.author} />
      <DeskMarks id={id} />
      <FaceMarks id={id} />
    </div>
  );
}
