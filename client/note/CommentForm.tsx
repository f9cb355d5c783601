import { useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMENT_TEXT_LIMIT } from '../../shared/protocol/limits.ts';
import { useAutoHeight } from '../columns/useAutoHeight.ts';
import { isSendKey } from '../columns/useCompose.ts';
import { useDraft } from '../columns/useDraft.ts';
import { Button } from '../ui/Button.tsx';
import { useTalk } from './useTalk.ts';

/** Where one says something about a note. What is typed survives a reload. */
export function CommentForm({ note, active }: { note: string; active: boolean }) {
  const { t } = useTranslation('note');
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(`comment/${note}`);
  const talk = useTalk(note);
  useAutoHeight(area);

  const send = () => {
    if (active && talk.say(text)) setText('');
    area.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSendKey(event)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="visually-hidden" htmlFor={id}>
        {t('comments.field')}
      </label>
      <textarea
        id={id}
        ref={area}
        className="input comment-area"
        placeholder={t('comments.placeholder')}
        aria-describedby={`${id}-hint`}
        dir="auto"
        rows={2}
        maxLength={COMMENT_TEXT_LIMIT}
        value={text}
        disabled={!active}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="comment-form-foot">
        <p className="note-details-hint" id={`${id}-hint`}>
          {text.length < COMMENT_TEXT_LIMIT ? t('comments.hint', { key: commandKey() }) : t('comments.full', { max: COMMENT_TEXT_LIMIT })}
        </p>
        <Button type="submit" size="small" variant="primary" disabled={!active}>
          {t('comments.send')}
        </Button>
      </div>
    </form>
  );
}

function commandKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
}
