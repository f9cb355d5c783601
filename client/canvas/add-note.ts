import { StateNode, type Editor } from '@tldraw/tldraw';
import { columnAt, dropTarget, NOTE_SIZE, type BoardLayout } from '../../shared/board/layout.ts';
import type { NoteColor } from '../../shared/board/index.ts';
import type { Language } from '../../shared/languages.ts';
import { addNote, type Target } from '../session/acts.ts';
import type { Session } from '../session/session.ts';
import { shapeId } from './note-shape.tsx';

export const NOTE_TOOL = 'add-note';

/** Adds an empty note and opens it for writing. */
export function startNote(editor: Editor, session: Session, target: Target | { x: number; y: number }, language: Language, color: NoteColor): void {
  const id = shapeId(addNote(session, target, '', language, color));
  editor.setCurrentTool('select');
  editor.select(id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(id) });
}

/** What a point on the canvas means for a new note: its place in the column there, or free with its centre there. */
export function targetAt(layout: BoardLayout, point: { x: number; y: number }): Target | { x: number; y: number } {
  const column = columnAt(layout, point);
  const target = dropTarget(layout, point);
  if (!column || !target) return { x: Math.round(point.x - NOTE_SIZE.width / 2), y: Math.round(point.y - NOTE_SIZE.height / 2) };
  // Pointing at the heading or the prompts of a column means the column, not the place before its first note.
  return point.y < column.notesTop ? { approach: target.approach, column: target.column } : target;
}

/** Makes the tool with which one points at the place of a new note. */
export function noteTool(onPoint: (point: { x: number; y: number }) => void) {
  return class NoteTool extends StateNode {
    static override id = NOTE_TOOL;

    override onEnter() {
      this.editor.setCursor({ type: 'cross', rotation: 0 });
    }

    override onPointerUp() {
      const { x, y } = this.editor.inputs.currentPagePoint;
      onPoint({ x, y });
    }

    override onCancel() {
      this.editor.setCurrentTool('select');
    }
  };
}
