import type * as Y from 'yjs';
import { createNote, readNotes } from '../../shared/board/index.ts';

/** Writes a note into the first column of the partnership approach. */
export function writeNote(doc: Y.Doc, text: string, author: string | null = null): string {
  return createNote(doc, {
    text,
    color: 'sun',
    author,
    createdAt: 0,
    language: 'en',
    placement: { approach: 'partnership', column: 'opportunities', order: 'a0' },
  });
}

/** What the notes of a board say, sorted. */
export function noteTexts(doc: Y.Doc): string[] {
  return readNotes(doc)
    .notes.map((note) => note.text)
    .sort();
}
