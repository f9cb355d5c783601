import { useLayoutEffect, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/languages.ts';
import { useSession } from '../session/hooks.ts';
import { NoteArea } from '../writing/NoteArea.tsx';
import { useNoteText } from '../writing/useNoteText.ts';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { useColumns } from './context.ts';
import { useAutoHeight } from './useAutoHeight.ts';

/** The text of a note while this person writes in it; what others type in it appears as it comes. */
export function NoteEditor({ id, language }: { id: string; language: Language }) {
  const { t } = useTranslation('columns');
  const session = useSession();
  const { editing, focus } = useColumns();
  const text = useNoteText(id);
  const { ref } = text;
  useAutoHeight(ref);

  useLayoutEffect(() => {
    const area = ref.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [ref]);

  useFocusHeir(text.ref, (part) => part.closest<HTMLElement>('[data-note]'));

  const end = () => {
    session.history.mark();
    if (editing.get() === id) editing.set(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
    focus.want(id, 'edit');
    end();
  };
  // Another window in front takes the focus from the window, not from the note.
  const onBlur = () => document.hasFocus() && end();

  return (
    <NoteArea
      note={id}
      text={text}
      className="note-area"
      data-part="text"
      aria-label={t('note.text')}
      dir="auto"
      lang={language}
      rows={3}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}
