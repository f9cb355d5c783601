import { react, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { isNoteShape } from './note-shape.tsx';
import { reveal } from './reveal.ts';

/** Moves the view to a note that somebody begins to write in when it lies outside of it or too far away. Returns how to stop. */
export function comeNearToWrite(editor: Editor): () => void {
  return react('come near to write', () => {
    const id = editor.getEditingShapeId();
    const shape = id && editor.store.unsafeGetWithoutCapture(id);
    // Not within the reaction: the camera is one of the things that others react to.
    if (shape && isNoteShape(shape)) queueMicrotask(() => comeNear(editor, shape.id));
  });
}

function comeNear(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id);
  if (bounds) reveal(editor, bounds);
}
