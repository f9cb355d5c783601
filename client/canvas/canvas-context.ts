import { createContext, useContext } from 'react';
import type { BoardLayout } from '../../shared/board/layout.ts';
import type { NoteColor } from '../../shared/board/index.ts';
import type { Target } from '../session/acts.ts';
import type { GroupsInHand } from './bind-notes.ts';
import type { Writers } from '../session/writers.ts';
import type { Mounting } from './far/mounting.ts';
import type { NotesInPage } from './far/notes-in-page.ts';

/** What the parts drawn on the canvas share. */
export interface CanvasContextValue {
  layout(): BoardLayout;
  onLayout(listener: () => void): () => void;
  /** Where notes lie, and which have elements; `null` until the editor is there. */
  notesInPage: NotesInPage | null;
  mounting: Mounting | null;
  /** Groups while something is dragged. */
  groups: GroupsInHand;
  /** Adds a note and opens it for writing. */
  startNote(target: Target | { x: number; y: number }): void;
  /** Adds what was pasted at a point of the page: a note for each line or cell. */
  paste(text: string, point: { x: number; y: number }): void;
  /** Shows a note's whole text. */
  read(note: string): void;
  /** Shows the whole board. */
  fit(): void;
  /** Shows one approach as large as it fits. */
  zoomToApproach(id: string): void;
  /** The paper of the next note. */
  paper: NoteColor;
  choosePaper(color: NoteColor): void;
  /** Who is writing in which note. */
  writers: Writers;
}

export const CanvasContext = createContext<CanvasContextValue | null>(null);

/** Throws outside the canvas. */
export function useCanvas(): CanvasContextValue {
  const value = useContext(CanvasContext);
  if (!value) throw new Error('useCanvas is only for what is drawn on the canvas');
  return value;
}
