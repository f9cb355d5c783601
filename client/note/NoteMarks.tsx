import { MessageCircle } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../shared/board/index.ts';
import { excerpt } from '../ui/excerpt.ts';
import { useFocusHeir } from '../ui/useFocusHeir.ts';
import { ActionTag } from './ActionTag.tsx';
import { useOpenNote } from './open-note.ts';
import { ReactButton } from './ReactButton.tsx';
import { ReactionChips } from './ReactionChips.tsx';
import { RoomTag } from './RoomTag.tsx';
import './note.css';

/** On the slip of a note: that it is an action, and its reactions; nothing where there are none. */
export function NoteMarks({ note, mayReact }: { note: Note; mayReact: boolean }) {
  const openNote = useOpenNote();
  if (!note.action && note.reactions.length === 0 && !note.saidInRoom) return null;
  return (
    <div className="note-marks">
      {note.action && (
        <button type="button" className="note-marks-action" onClick={() => openNote(note.id, 'action')}>
          <ActionTag action={note.action} />
        </button>
      )}
      {note.saidInRoom && <RoomTag />}
      {note.reactions.length > 0 && <ReactionChips note={note} mayReact={mayReact} />}
    </div>
  );
}

/** The two buttons with which one talks about a note; for readers only the one to its comments, where there are any. */
export function TalkButtons({ note, mayReact }: { note: Note; mayReact: boolean }) {
  const { t } = useTranslation('note');
  const text = excerpt(note.text) || t('empty');
  const count = note.comments.length;
  if (!mayReact && count === 0) return null;
  return (
    <div className="note-talk">
      {mayReact && <ReactButton id={note.id} label={t('react.button', { text })} />}
      <CommentsButton note={note} label={t('comments.button', { count, text })} />
    </div>
  );
}

function CommentsButton({ note, label }: { note: Note; label: string }) {
  const openNote = useOpenNote();
  const count = note.comments.length;
  const button = useRef<HTMLButtonElement>(null);
  useFocusHeir(button, (part) => part.closest<HTMLElement>('[data-note]'));
  return (
    <button
      ref={button}
      type="button"
      className="icon-button note-comments"
      data-part="comments"
      aria-label={label}
      title={label}
      onClick={() => openNote(note.id, 'comments')}
    >
      <MessageCircle aria-hidden size={18} />
      {count > 0 && <span aria-hidden>{count}</span>}
    </button>
  );
}
