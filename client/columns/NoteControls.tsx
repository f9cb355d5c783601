import { Pencil } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../shared/board/index.ts';
import { useSession } from '../session/hooks.ts';
import { IconButton } from '../ui/Button.tsx';
import { useColumns } from './context.ts';
import { excerpt } from '../ui/excerpt.ts';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { NoteMenu } from './NoteMenu.tsx';

/** The two buttons of a note: to write in it, and all else in a menu. */
export function NoteControls({ note }: { note: Note }) {
  const { t } = useTranslation('columns');
  const session = useSession();
  const { editing } = useColumns();
  const text = excerpt(note.text) || t('note.empty');
  const controls = useRef<HTMLDivElement>(null);
  useFocusHeir(controls, (part) => part.closest<HTMLElement>('[data-note]'));
  const edit = () => {
    // What is typed now is undone on its own, not together with what was done before.
    session.history.mark();
    editing.set(note.id);
  };
  return (
    <div className="note-controls" ref={controls}>
      <IconButton label={t('note.edit', { text })} data-part="edit" onClick={edit}>
        <Pencil aria-hidden size={17} />
      </IconButton>
      <NoteMenu id={note.id} label={t('note.menu', { text })} />
    </div>
  );
}
