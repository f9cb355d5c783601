import { memo } from 'react';
import { useCell } from './cell.ts';
import { useColumns, type Gone } from './context.ts';
import { GoneSlip } from './GoneSlip.tsx';
import { NoteItem } from './NoteItem.tsx';

/** From this many notes on, those far from the screen are left unpainted. */
const LONG = 60;

interface NoteListProps {
  /** The name of the list, see `lists.ts`. */
  name: string;
  ids: readonly string[];
  /** The id of its heading. */
  labelledBy: string;
}

/** The notes of one column as a list, and slips where notes have just gone. */
export const NoteList = memo(function NoteList({ name, ids, labelledBy }: NoteListProps) {
  const { gone } = useColumns();
  const slips = useCell(gone, (all) => all).filter((slip) => slip.key === name);
  if (ids.length === 0 && slips.length === 0) return null;
  const items = ids.map((id) => <NoteItem key={id} id={id} />);
  for (const slip of slips) items.splice(Math.min(slip.index, items.length), 0, <GoneSlip key={slipKey(slip)} slip={slip} />);
  return (
    <ul className={ids.length > LONG ? 'note-list note-list-long' : 'note-list'} aria-labelledby={labelledBy}>
      {items}
    </ul>
  );
});

function slipKey(slip: Gone): string {
  return `gone-${slip.note.id}`;
}
