import { PenLine } from 'lucide-react';
import { memo, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFinding, useIsHere, useIsUnread } from '../finding/finding.ts';
import { ReaderMarks } from '../finding/ReaderMarks.tsx';
import { LateTag, PrivateTag } from '../desk/Tags.tsx';
import { useIsPrivate } from '../desk/hooks.ts';
import { NoteMarks, TalkButtons } from '../note/NoteMarks.tsx';
import { useNote, useSession, useStage } from '../session/hooks.ts';
import { useIsAside } from '../sites/only-site.ts';
import { excerpt } from '../ui/excerpt.ts';
import { isNoteVotedOn } from '../votes/items.ts';
import { VoteControl } from '../votes/VoteControl.tsx';
import { useCell } from './cell.ts';
import { useColumns } from './context.ts';
import { NoteControls } from './NoteControls.tsx';
import { NoteTick } from './NoteTick.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { namesOf, useByline } from './useNames.ts';
import { useWriters } from './useWriters.ts';

/** One note as a slip of paper; re-renders only when this note changes. */
export const NoteItem = memo(function NoteItem({ id }: { id: string }) {
  const note = useNote(id);
  const { mayEdit: mayWrite, mayEditBoard, editing, selection, focus, language } = useColumns();
  const isPrivate = useIsPrivate(id);
  const mayEdit = isPrivate ? mayWrite || mayEditBoard : mayEditBoard;
  const mine = useCell(editing, (current) => current === id) && mayEdit;
  const byline = useByline(note?.author ?? null);
  const writers = useWriters(id);
  const selecting = useCell(selection, (selected) => selected !== null);
  const here = useIsHere(id);
  const aside = useIsAside(note?.author ?? null);
  const item = useRef<HTMLLIElement>(null);
  useSeen(id, item);

  useLayoutEffect(() => {
    const element = item.current;
    return () => {
      if (element) focus.leaving(id, element);
    };
  }, [focus, id]);
  // When writing ends, the focus goes back to the button that began it.
  useLayoutEffect(() => focus.settle());

  if (!note) return null;
  return (
    <li className="note-slot" data-note={id} ref={item} tabIndex={-1} hidden={aside}>
      <div className={`note note-${note.color}`} data-writing={writers ? true : undefined} data-here={here || undefined}>
        <ReaderMarks id={id} />
        {isPrivate && <PrivateTag />}
        {note.late && <LateTag />}
        {mine ? (
          <NoteEditor id={id} language={note.language} />
        ) : (
          <p className="note-text" dir="auto" lang={note.language === language ? undefined : note.language}>
            {note.text || <EmptyText />}
          </p>
        )}
        <NoteMarks note={note} mayReact={mayEdit} />
        {!isPrivate && (
          <div className="note-votes">
            <VoteControl item={id} text={excerpt(note.text)} isVotedOn={(round) => isNoteVotedOn(round.terms, note)} />
          </div>
        )}
        <p className="note-byline">
          {writers ? <WritersLine ids={writers} /> : byline}
        </p>
        <div className="note-foot">
          {!selecting && !isPrivate && <TalkButtons note={note} mayReact={mayEditBoard} />}
          {mayEdit && !mine && (selecting && !isPrivate ? <NoteTick id={id} text={note.text} /> : <NoteControls note={note} />)}
        </div>
      </div>
    </li>
  );
});

/** A note that is unread has been seen when it was on the screen for a while, or when the focus comes to it. */
function useSeen(id: string, item: RefObject<HTMLLIElement | null>): void {
  const { inSight } = useColumns();
  const { unread } = useFinding();
  const isUnread = useIsUnread(id);
  useEffect(() => {
    const element = item.current;
    if (!isUnread || !element) return;
    const stop = inSight.watch(id, element);
    const see = () => unread.see([id]);
    element.addEventListener('focusin', see);
    return () => {
      stop();
      element.removeEventListener('focusin', see);
    };
  }, [id, item, isUnread, inSight, unread]);
}

function EmptyText() {
  const { t } = useTranslation('columns');
  return <span className="note-empty">{t('note.empty')}</span>;
}

function WritersLine({ ids }: { ids: string }) {
  const { t } = useTranslation('columns');
  const { language } = useColumns();
  const { participant } = useSession();
  const stage = useStage();
  const names = namesOf(stage, ids);
  const own = names.length === 1 && ids === participant;
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return (
    <span className="note-writers">
      <PenLine aria-hidden size={14} />
      {own ? t('note.writingElsewhere') : t('note.writing', { names: list || t('note.someone'), count: Math.max(1, names.length) })}
    </span>
  );
}
