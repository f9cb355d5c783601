import { createContext, useContext } from 'react';

/** The part of a note's details that somebody wants to see. */
export type DetailsPart = 'head' | 'comments' | 'action';

/** Shows the details of a note beside the board, or over it on a phone. */
export type OpenNote = (id: string, part?: DetailsPart) => void;

export const OpenNoteContext = createContext<OpenNote | null>(null);

/** Throws outside of an open board. */
export function useOpenNote(): OpenNote {
  const open = useContext(OpenNoteContext);
  if (!open) throw new Error('useOpenNote is only for components of an open board');
  return open;
}
