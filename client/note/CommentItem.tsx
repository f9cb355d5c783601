import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDeleteComment, mayEditComment, type Comment } from '../../shared/board/index.ts';
import { COMMENT_TEXT_LIMIT } from '../../shared/protocol/limits.ts';
import { isoTime } from '../../shared/report/formats.ts';
import { Face } from '../board/Face.tsx';
import { useAutoHeight } from '../columns/useAutoHeight.ts';
import { isSendKey } from '../columns/useCompose.ts';
import { useLanguage } from '../i18n/index.ts';
import { useSession } from '../session/hooks.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { excerpt } from '../ui/excerpt.ts';
import { focusNow } from '../ui/focus.ts';
import { tellMoment } from './days.ts';
import { usePersonNames } from './names.ts';
import { useTalk } from './useTalk.ts';

/** One comment: who said it and when, what, and for its author the way to change it. */
export function CommentItem({ note, comment, active }: { note: string; comment: Comment; active: boolean }) {
  const { t } = useTranslation('note');
  const [language] = useLanguage();
  const session = useSession();
  const { nameOf, siteOf } = usePersonNames();
  const talk = useTalk(note);
  const [editing, setEditing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const actor = { role: session.role, participant: session.participant };
  const text = excerpt(comment.text);

  const remove = () => {
    // The focus goes on to the head of the thread: the button goes with the comment.
    const head = item.current?.closest('section')?.querySelector<HTMLElement>('h3');
    talk.remove(comment.id);
    head?.focus();
  };
  return (
    <li className="comment" ref={item}>
      <Face person={{ participant: comment.author, name: nameOf(comment.author) }} />
      <div className="comment-body">
        <p className="comment-by">
          <strong dir="auto">{nameOf(comment.author)}</strong> <span dir="auto">{siteOf(comment.author)}</span>{' '}
          <time dateTime={isoTime(comment.createdAt)}>{tellMoment(comment.createdAt, language)}</time>
          {comment.edited && <span> · {t('comments.edited')}</span>}
        </p>
        {editing && active ? (
          <EditForm
            text={comment.text}
            onDone={(next) => {
              if (next !== null) talk.change(comment.id, next);
              setEditing(false);
              requestAnimationFrame(() => item.current?.querySelector<HTMLElement>('[data-edit]')?.focus());
            }}
          />
        ) : (
          <p className="comment-text" dir="auto" lang={comment.language && comment.language !== language ? comment.language : undefined}>
            {comment.text}
          </p>
        )}
      </div>
      {active && !editing && mayDeleteComment(actor, comment) && (
        <div className="comment-acts">
          {mayEditComment(actor, comment) && (
            <IconButton label={t('comments.edit', { text })} data-edit onClick={() => setEditing(true)}>
              <Pencil aria-hidden size={15} />
            </IconButton>
          )}
          <IconButton label={t('comments.delete', { text })} onClick={remove}>
            <Trash2 aria-hidden size={15} />
          </IconButton>
        </div>
      )}
    </li>
  );
}

function EditForm({ text, onDone }: { text: string; onDone: (next: string | null) => void }) {
  const { t } = useTranslation(['note', 'common']);
  const area = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(text);
  useAutoHeight(area);
  const save = () => onDone(draft.trim() === '' ? null : draft);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isSendKey(event)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      // Escape gives up the change, not the whole panel.
      event.preventDefault();
      onDone(null);
    }
  };
  return (
    <div className="comment-edit">
      <textarea
        ref={(element) => {
          if (element && !area.current) focusNow(element);
          area.current = element;
        }}
        className="input comment-area"
        aria-label={t('comments.editField')}
        dir="auto"
        rows={2}
        maxLength={COMMENT_TEXT_LIMIT}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="comment-edit-acts">
        <Button size="small" variant="primary" onClick={save}>
          {t('common:save')}
        </Button>
        <Button size="small" variant="plain" onClick={() => onDone(null)}>
          {t('common:cancel')}
        </Button>
      </div>
    </div>
  );
}
