import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { noteText } from './notes.ts';

/** Where somebody's caret or selection is in a text, in code units; `head` is the end that moves. */
export interface TextRange {
  anchor: number;
  head: number;
}

/**
 * A place in a note's text that keeps its meaning whatever others type meanwhile: behind the
 * character it followed when it was taken. Short enough to be sent at every keystroke.
 */
export function holdPlace(doc: Y.Doc, note: string, index: number): string | null {
  const text = noteText(doc, note);
  if (!text) return null;
  const place = Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length), -1);
  return toBase64(Y.encodeRelativePosition(place));
}

/** Where such a place is in the text now; `null` when it is none, of another text, or not known here yet. */
export function findPlace(doc: Y.Doc, note: string, place: string): number | null {
  const text = noteText(doc, note);
  if (!text) return null;
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(place)), doc);
    return found?.type === text ? found.index : null;
  } catch {
    // Another page can send anything as its caret.
    return null;
  }
}
