import { react, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { inColumn } from '../../shared/board/index.ts';
import { foldedGroups } from '../groups/folded.ts';
import type { Session } from '../session/session.ts';
import type { NotesInPage } from './far/notes-in-page.ts';
import { shapeId } from './note-shape.tsx';

/**
 * Takes the notes of groups that this reader has folded out of their sight and reach. Their frame stays
 * where and as large as it is, so that everything else lies at the same place for everybody; a note
 * one is writing in stays in hand. Returns how to stop.
 */
export function hideFolded(editor: Editor, { board, live }: Session, notes: NotesInPage): () => void {
  const folded = foldedGroups(board);
  let editing: TLShapeId | null = null;
  const update = () => {
    const hidden = new Set<TLShapeId>();
    const groups = folded.get();
    for (const { id, placement } of groups.size > 0 ? live.notes() : []) {
      if (inColumn(placement) && placement.group !== undefined && groups.has(placement.group)) hidden.add(shapeId(id));
    }
    if (editing) hidden.delete(editing);
    notes.hide(hidden);
    letGo();
  };
  const letGo = () => {
    const selected = editor.getSelectedShapeIds();
    const shown = selected.filter((id) => !notes.isHidden(id));
    if (shown.length < selected.length) editor.setSelectedShapes(shown);
  };
  update();
  const stops = [
    folded.subscribe(update),
    live.onNotes(update),
    react('keep hold of the note one writes in', () => {
      const now = editor.getEditingShapeId();
      if (now === editing) return;
      editing = now;
      queueMicrotask(update);
    }),
    react('nothing is selected that is folded away', () => {
      editor.getSelectedShapeIds();
      queueMicrotask(letGo);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
