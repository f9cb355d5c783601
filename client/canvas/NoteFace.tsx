import { useEditor, useValue } from '@tldraw/tldraw';
import { memo } from 'react';
import { fitText } from '../../shared/board/text-fit.ts';
import { NOTE_TEXT_BOX, NOTE_TEXT_SIZES } from '../../shared/board/layout.ts';
import { useStage } from '../session/hooks.ts';
import type { NoteShape } from './note-shape.tsx';

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
  return (
    <div className={dragged ? 'canvas-note canvas-note-dragged' : 'canvas-note'} style={{ background: `var(--paper-${color})` }} data-note={shape.id}>
      <p className="canvas-note-text" lang={language} style={{ fontSize: fitted.size }}>
        {fitted.lines.join('\n')}
      </p>
      <NoteFoot author={author} />
    </div>
  );
});

export function NoteFoot({ author }: { author: string | null }) {
  const { name, site } = useByline(author);
  return (
    <p className="canvas-note-foot">
      <span className="canvas-note-author">{name}</span>
      {site && <span className="canvas-note-site">{site}</span>}
    </p>
  );
}
