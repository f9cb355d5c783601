import { createContext, useContext } from 'react';
import type { Note } from '../../shared/board/index.ts';
import type { Language } from '../../shared/languages.ts';
import type { Cell } from './cell.ts';
import type { FocusKeeper } from './focus.ts';
import type { InSight } from './in-sight.ts';
import type { Writers } from '../session/writers.ts';

/** A note that has just left the board: what is told in its place. */
export interface Gone {
  note: Note;
  /** The list it was in, and its place there. */
  key: string;
  index: number;
  /** Where the group was that it was in: there it is told when that is gone too. */
  outer: { key: string; index: number } | null;
  /** `other`: somebody else took it away while this person was writing in it. */
  by: 'me' | 'other';
}

/** What the parts of the view share. None of it is on the board. */
export interface ColumnsScope {
  /** Whether one may write anything, be it privately. */
  mayEdit: boolean;
  /** Whether one may change what is on the board. */
  mayEditBoard: boolean;
  /** Whether the notes stand in the order of a vote, so that none is earlier or later than another. */
  sorted: boolean;
  /** The reader's language; here, because a look-up for each of a thousand notes takes its time. */
  language: Language;
  /** The id of the note this person is writing in. */
  editing: Cell<string | null>;
  gone: Cell<readonly Gone[]>;
  /** The ids of the notes that are ticked; `null` while none are being selected. */
  selection: Cell<ReadonlySet<string> | null>;
  focus: FocusKeeper;
  /** On phones: the `columnKey` of the column one writes to; `null` before one was chosen. */
  writingTo: Cell<string | null>;
  /** Which of the unread notes are on the screen. */
  inSight: InSight;
  writers: Writers;
}

export const ColumnsContext = createContext<ColumnsScope | null>(null);

export function useColumns(): ColumnsScope {
  const scope = useContext(ColumnsContext);
  if (!scope) throw new Error('useColumns is only for parts of the columns view');
  return scope;
}
