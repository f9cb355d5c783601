import { stopEventPropagation, useEditor, useValue } from '@tldraw/tldraw';
import { memo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { fitText } from '../../shared/board/text-fit.ts';
import { NOTE_TEXT_BOX, NOTE_TEXT_SIZES } from '../../shared/board/layout.ts';
import { DeskMarks } from '../desk/Tags.tsx';
import { useIsHere } from '../finding/finding.ts';
import { ReaderMarks } from '../finding/ReaderMarks.tsx';
import { useIsAside } from '../sites/only-site.ts';
import { useIsPrivate } from '../desk/hooks.ts';
import { useNote, useStage } from '../session/hooks.ts';
import { excerpt } from '../ui/excerpt.ts';
import { personColor } from '../ui/person-color.ts';
import { isNoteVotedOn } from '../votes/items.ts';
import { VoteControl } from '../votes/VoteControl.tsx';
import { FaceMarks } from './FaceMarks.tsx';
import { useCanvas } from './canvas-context.ts';
import { noteId, type NoteShape } from './note-shape.tsx';

/** Who wrote a note, as its foot tells it: 'Ana · Évora'. */
export function useByline(author: string | null): { name: string; site: string } {
  const stage = useStage();
  const person = author === null ? undefined : stage.participants.get(author);
  return { name: person?.name ?? '', site: stage.sites.get(person?.site ?? '')?.name ?? '' };
}

/** A note as paper: its text as large as it fits, its author and site below. */
export const NoteFace = memo(function NoteFace({ shape }: { shape: NoteShape }) {
  const { text, color, author, language } = shape.props;
  const editor = useEditor();
  const dragged = useValue('dragged', () => editor.isIn('select.translating') && editor.getSelectedShapeIds().includes(shape.id), [editor, shape.id]);
  const fitted = fitText(text, NOTE_TEXT_BOX, NOTE_TEXT_SIZES);
  const aside = useIsAside(author);
  const here = useIsHere(noteId(shape.id));
  return (
    <div data-here={here || undefined} data-aside={aside || undefined} className={dragged ? 'canvas-note canvas-note-dragged' : 'canvas-note'} style={{ background: `var(--paper-${color})` }} data-note={shape.id}>
      <p className="canvas-note-text" lang={language} style={{ fontSize: fitted.size }}>
        {fitted.lines.join('\n')}
      </p>
      <NoteFoot author={author} />
      <DeskMarks id={noteId(shape.id)} />
      <FaceMarks id={noteId(shape.id)} />
      <NoteVotes id={noteId(shape.id)} />
      {fitted.cut && <ReadAll note={noteId(shape.id)} text={text} />}
      <Writing note={noteId(shape.id)} />
      <ReaderMarks id={noteId(shape.id)} />
    </div>
  );
});

/** On the lower edge of a note: one's votes while a round is open, then how many it was given. */
function NoteVotes({ id }: { id: string }) {
  const note = useNote(id);
  const isPrivate = useIsPrivate(id);
  if (!note || isPrivate) return null;
  return (
    <div className="canvas-note-votes" onPointerDown={stopEventPropagation} onDoubleClick={stopEventPropagation}>
      <VoteControl item={id} text={excerpt(note.text)} isVotedOn={(round) => isNoteVotedOn(round.terms, note)} />
    </div>
  );
}

/** On a note whose text does not fit even small: a way to all of it. By keyboard, Enter on the note leads there. */
function ReadAll({ note, text }: { note: string; text: string }) {
  const { t } = useTranslation('writing');
  const { read } = useCanvas();
  return (
    <button
      type="button"
      className="canvas-note-read"
      tabIndex={-1}
      aria-label={t('read.named', { text: excerpt(text) })}
      onPointerDown={stopEventPropagation}
      onTouchStart={stopEventPropagation}
      onTouchEnd={stopEventPropagation}
      onClick={() => read(note)}
    >
      {t('read.open')}
    </button>
  );
}

/** Who is writing in a note at the moment. */
function Writing({ note }: { note: string }) {
  const { t } = useTranslation('canvas');
  const { writers } = useCanvas();
  const stage = useStage();
  const ids = useSyncExternalStore(writers.subscribe, () => writers.of(note));
  if (ids === '') return null;
  const names = ids.split(' ').flatMap((id) => stage.participants.get(id)?.name ?? []);
  return (
    <p className="canvas-note-writing" style={{ background: personColor(stage.participants, ids.split(' ')[0]!) }}>
      {t('writing', { count: names.length, names: names.join(', ') })}
    </p>
  );
}

export function NoteFoot({ author }: { author: string | null }) {
  const { name, site } = useByline(author);
  return (
    <p className="canvas-note-foot">
      <span className="canvas-note-author">{name}</span>
      {site && <span className="canvas-note-site">{site}</span>}
    </p>
  );
}
