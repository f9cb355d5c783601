import { useTranslation } from 'react-i18next';
import type { Note } from '../../shared/board/index.ts';
import { useSession } from '../session/hooks.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentItem } from './CommentItem.tsx';
import { useHearing } from './useHearing.ts';

/** The thread of a note, and the place to say something. */
export function CommentsPart({ note, active }: { note: Note; active: boolean }) {
  const { t } = useTranslation('note');
  const { role } = useSession();
  const { comments, unreadableComments } = note;
  useHearing(note);
  return (
    <section className="note-details-part">
      <h3 tabIndex={-1} data-details="comments">
        {t('comments.title')}
        <span className="note-details-count" aria-hidden>
          {comments.length}
        </span>
        <span className="visually-hidden"> {t('comments.count', { count: comments.length })}</span>
      </h3>
      {comments.length === 0 && <p className="note-details-hint">{t('comments.none')}</p>}
      {comments.length > 0 && (
        <ol className="comments">
          {comments.map((comment) => (
            <CommentItem key={comment.id} note={note.id} comment={comment} active={active} />
          ))}
        </ol>
      )}
      {unreadableComments > 0 && <p className="note-details-hint">{t('comments.unreadable', { count: unreadableComments })}</p>}
      {role !== 'viewer' && <CommentForm note={note.id} active={active} />}
    </section>
  );
}
