import { memo } from 'react';
import { useCell } from './cell.ts';
import { useColumns, type Gone } from './context.ts';
import { GoneSlip } from './GoneSlip.tsx';
import { GroupItem } from './GroupItem.tsx';
import type { Lists } from './lists.ts';
import { NoteItem } from './NoteItem.tsx';

/** From this many notes on, those far from the screen are left unpainted. */
const LONG = 60;

interface NoteListProps {
  /** The name of the list, see `lists.ts`. */
  name: string;
  /** Ids of notes, and keys of groups. */
  ids: readonly string[];
  groups: Lists['groups'];
  /** The id of its heading. */
  labelledBy: string;
}

/** The notes and groups of one column as a list, and slips where notes have just gone. */
export const NoteList = memo(function NoteList({ name, ids, groups, labelledBy }: NoteListProps) {
  const { gone } = useColumns();
  const slips = useCell(gone, (all) => all).flatMap((slip) => {
    const place = placeIn(slip, name, groups);
    return place === null ? [] : [{ slip, place }];
  });
  if (ids.length === 0 && slips.length === 0) return null;
  const items = ids.map((id) => {
    const notes = groups.get(id);
    return notes ? <GroupItem key={id} name={id} notes={notes} /> : <NoteItem key={id} id={id} />;
  });
  for (const { slip, place } of slips) items.splice(Math.min(place, items.length), 0, <GoneSlip key={slipKey(slip)} slip={slip} />);
  return (
    <ul className={ids.length > LONG ? 'note-list note-list-long' : 'note-list'} aria-labelledby={labelledBy}>
      {items}
    </ul>
  );
});

/** Where in a list a slip is told: where the note was, or in the place of its group, if that is gone too. */
function placeIn(slip: Gone, name: string, groups: Lists['groups']): number | null {
  if (slip.key === name) return slip.index;
  return slip.outer?.key === name && !groups.has(slip.key) ? slip.outer.index : null;
}

function slipKey(slip: Gone): string {
  return `gone-${slip.note.id}`;
}
