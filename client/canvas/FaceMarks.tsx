import { stopEventPropagation } from '@tldraw/tldraw';
import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { knownReactions } from '../../shared/board/index.ts';
import { ReactionSign } from '../../shared/report/ReactionSign.tsx';
import { ActionTag } from '../note/ActionTag.tsx';
import { RoomTag } from '../note/RoomTag.tsx';
import { usePersonNames } from '../note/names.ts';
import { useOpenNote } from '../note/open-note.ts';
import { useNote, useStage } from '../session/hooks.ts';
import { excerpt } from '../ui/excerpt.ts';

/**
 * What stands on the edges of a note, half off its paper: that it is an action, its reactions and
 * its comments. They take no room from the text, which is broken into lines on the server, too.
 */
export function FaceMarks({ id }: { id: string }) {
  const { t } = useTranslation('note');
  const note = useNote(id);
  const openNote = useOpenNote();
  if (!note || (!note.saidInRoom && !note.action && note.comments.length === 0 && note.reactions.length === 0)) return null;
  const text = excerpt(note.text) || t('empty');
  const label = t('comments.button', { count: note.comments.length, text });
  return (
    <>
      {note.action && (
        <p className="canvas-note-action">
          <ActionTag action={note.action} />
        </p>
      )}
      <div className="canvas-note-marks">
        {note.saidInRoom && (
          <span className="canvas-note-mark">
            <RoomTag />
          </span>
        )}
        {note.reactions.length > 0 && <Reactions id={id} />}
        {note.comments.length > 0 && (
          <button type="button" className="canvas-note-mark" aria-label={label} title={label} onPointerDown={stopEventPropagation} onClick={() => openNote(id, 'comments')}>
            <MessageCircle aria-hidden size={14} />
            {note.comments.length}
          </button>
        )}
      </div>
    </>
  );
}

function Reactions({ id }: { id: string }) {
  const { t } = useTranslation('note');
  const openNote = useOpenNote();
  const { participants } = useStage();
  const { listOf } = usePersonNames();
  const reactions = knownReactions(useNote(id)?.reactions ?? [], participants);
  if (reactions.length === 0) return null;
  const count = reactions.reduce((sum, { participants: ids }) => sum + ids.length, 0);
  const each = reactions.map(({ kind, participants: ids }) => t('react.by', { kind: t(`kinds.${kind}`), number: ids.length, names: listOf(ids) }));
  const label = [t('react.total', { count }), ...each].join('\n');
  return (
    <button type="button" className="canvas-note-mark" aria-label={label} title={label} onPointerDown={stopEventPropagation} onClick={() => openNote(id)}>
      {reactions.map(({ kind }) => (
        <ReactionSign key={kind} kind={kind} size={14} />
      ))}
      {count}
    </button>
  );
}
