import { AddNote } from './AddNote.tsx';
import type { Spot } from './spot.ts';
import { PHONE, useMediaQuery } from './useMediaQuery.ts';
import { WriteHere } from './WriteHere.tsx';

/** The way to write a note at the end of a list: there, or on a phone in the one box at the bottom of the screen. */
export function WriteNote({ spot }: { spot: Spot }) {
  return useMediaQuery(PHONE) ? <WriteHere spot={spot} /> : <AddNote spot={spot} />;
}
