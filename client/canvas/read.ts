import type { Editor, TLShape } from '@tldraw/tldraw';
import { isNoteShape, noteId } from './note-shape.tsx';

/**
 * Lets those who may not write in a note read it in full, by what would open it for writing: a
 * double click, or Enter on the selected note. Returns how to stop.
 */
export function bindReading(editor: Editor, read: (note: string) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    const shape = editor.getOnlySelectedShape();
    if (event.key !== 'Enter' || !editor.getIsReadonly() || !shape || !isNoteShape(shape)) return;
    event.preventDefault();
    event.stopPropagation();
    read(noteId(shape.id));
  };
  const onEvent = (info: { name?: string; phase?: string; shape?: TLShape }) => {
    if (info.name !== 'double_click' || info.phase !== 'up' || !editor.getIsReadonly()) return;
    const shape = info.shape ?? editor.getShapeAtPoint(editor.inputs.currentPagePoint);
    if (shape && isNoteShape(shape)) read(noteId(shape.id));
  };
  const container = editor.getContainer();
  container.addEventListener('keydown', onKey, true);
  editor.on('event', onEvent as never);
  return () => {
    container.removeEventListener('keydown', onKey, true);
    editor.off('event', onEvent as never);
  };
}
