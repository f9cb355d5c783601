import { MessageCircle } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { inColumn, type Note } from '../../shared/board/index.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { useSession, useStage } from '../session/hooks.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { bylineOf, commentFound, markHits, snippet, type Piece } from './search.ts';

interface FoundNoteProps {
  note: Note;
  words: readonly string[];
  /** The id of the element, for `aria-activedescendant`. */
  id: string;
  position: number;
  count: number;
  current: boolean;
  onChoose: (note: string) => void;
}

/** One result: what the note says, who wrote it, and where it lies. */
export const FoundNote = memo(function FoundNote({ note, words, id, position, count, current, onChoose }: FoundNoteProps) {
  const { t } = useTranslation('finding');
  const stage = useStage();
  const { name, site } = bylineOf(stage, note.author);
  const comment = commentFound(note, words);
  return (
    // The keyboard stays in the field, which leads through the list; see FindPanel.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      className={`found note-${note.color}`}
      role="option"
      aria-selected={current}
      aria-posinset={position}
      aria-setsize={count}
      data-found={note.id}
      onClick={() => onChoose(note.id)}
    >
      <p className="found-text" dir="auto" lang={note.language}>
        {note.text.trim() === '' ? <em>{t('emptyNote')}</em> : <Pieces pieces={snippet(note.text, words)} />}
      </p>
      {comment && (
        <p className="found-comment" dir="auto">
          <MessageCircle role="img" aria-label={t('inComment')} size={15} />
          <span>
            <Pieces pieces={snippet(comment.text, words)} />
          </span>
        </p>
      )}
      {name && (
        <p className="found-byline">
          <Pieces pieces={markHits(name, words)} />
          {site && <Pieces pieces={[{ text: ' · ', hit: false }, ...markHits(site, words)]} />}
        </p>
      )}
      <FoundPlace note={note} words={words} />
    </div>
  );
});

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  // A piece has no name but its place.
  // oxlint-disable-next-line react/no-array-index-key
  return pieces.map((piece, index) => (piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>));
}

function FoundPlace({ note, words }: { note: Note; words: readonly string[] }) {
  const { t } = useTranslation('finding');
  const { stage, live } = useSession();
  const placeName = usePlaceName();
  if (!inColumn(note.placement)) return <p className="found-place">{t('outside')}</p>;
  const { approach, column, group } = note.placement;
  const title = group === undefined ? '' : (live.group(group)?.title.trim() ?? '');
  const kind = stage
    .current()
    .approaches.find(({ id }) => id === approach)
    ?.columns.find(({ id }) => id === column)?.kind;
  return (
    <p className="found-place">
      {kind && (
        <span className={`columns-${kind} columns-ink`}>
          <ColumnIcon kind={kind} size={15} />
        </span>
      )}
      <span>
        {placeName(approach, column)}
        {title && <Pieces pieces={[{ text: ' · ', hit: false }, ...markHits(title, words)]} />}
      </span>
    </p>
  );
}
