import { react, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { isNoteShape } from './note-shape.tsx';

/** Below this zoom nobody can see what they write. */
const READABLE = 0.4;
const WRITING = 0.8;

/** Moves the view to a note that somebody begins to write in when it lies outside of it or too far away. Returns how to stop. */
export function comeNearToWrite(editor: Editor): () => void {
  return react('come near to write', () => {
    const id = editor.getEditingShapeId();
    const shape = id && editor.store.unsafeGetWithoutCapture(id);
    // Not within the reaction: the camera is one of the things that others react to.
    if (shape && isNoteShape(shape)) queueMicrotask(() => reveal(editor, shape.id));
  });
}

function reveal(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id);
  if (!bounds) return;
  const readable = editor.getZoomLevel() >= READABLE;
  if (readable && editor.getViewportPageBounds().contains(bounds)) return;
  const zoom = readable ? editor.getZoomLevel() : WRITING;
  const view = editor.getViewportScreenBounds();
  editor.setCamera({ x: view.w / zoom / 2 - bounds.center.x, y: view.h / zoom / 2 - bounds.center.y, z: zoom }, { animation: { duration: 220 } });
}
