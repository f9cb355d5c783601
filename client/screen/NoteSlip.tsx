import type { Note } from '../../shared/board/index.ts';
import { inColumn } from '../../shared/board/index.ts';
import { usePlaceName } from '../columns/useNames.ts';
import { RoomTag } from '../note/RoomTag.tsx';
import { useStage } from '../session/hooks.ts';
import { SiteMark } from '../sites/SiteMark.tsx';

/** One note as the room reads it from afar: where it lies, its words, who wrote it and where. */
export function NoteSlip({ note }: { note: Note }) {
  const placeName = usePlaceName();
  const { participants, sites } = useStage();
  const person = note.author === null ? undefined : participants.get(note.author);
  const site = sites.get(person?.site ?? '');
  const { placement } = note;
  return (
    <article className={`screen-note note-${note.color}`} data-long={note.text.length > 90 || undefined}>
      {inColumn(placement) && <p className="screen-note-place">{placeName(placement.approach, placement.column)}</p>}
      <p className="screen-note-text" dir="auto" lang={note.language}>
        {note.text}
      </p>
      <p className="screen-note-foot">
        {site && <SiteMark site={site} size={18} />}
        <span>{[person?.name, site?.name].filter(Boolean).join(' · ')}</span>
        {note.saidInRoom && <RoomTag />}
      </p>
    </article>
  );
}
