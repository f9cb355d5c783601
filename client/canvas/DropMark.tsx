import { useEditor, useValue, type Editor } from '@tldraw/tldraw';
import { useTranslation } from 'react-i18next';
import { dropPlace, dropTarget, NOTE_SIZE, type BoardLayout, type Box, type ColumnLayout } from '../../shared/board/layout.ts';
import { useStage } from '../session/hooks.ts';
import { useColumnName } from '../ui/useColumnName.ts';
import { ColumnIcon } from '../ui/ColumnIcon.tsx';
import { useCanvas } from './canvas-context.ts';
import { isNoteShape, noteId, type NoteShape } from './note-shape.tsx';

interface Mark {
  column: ColumnLayout;
  /** The column and the place in it, in pixels of the view. */
  frame: Box;
  slot: Box;
}

/** While notes are dragged: the column the one in the hand would fall into, framed and named, and its place there. */
export function DropMark() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const canvas = useCanvas();
  const columnName = useColumnName();
  const { approaches } = useStage();
  const mark = useValue('drop mark', () => markOf(editor, canvas.layout()), [editor, canvas]);
  if (!mark) return null;
  const { column, frame, slot } = mark;
  const named = approaches.find(({ id }) => id === column.approach)?.columns.find(({ id }) => id === column.column);
  const at = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height });
  return (
    <div className="canvas-drop" style={{ color: `var(--column-${column.kind})` }} aria-hidden>
      <div className="canvas-drop-column" data-testid="drop-column" data-drop={`${column.approach}/${column.column}`} style={at(frame)}>
        <span className="canvas-drop-name">
          <ColumnIcon kind={column.kind} size={16} />
          {t('drop', { column: columnName(named ?? column) })}
        </span>
      </div>
      <div className="canvas-drop-slot" data-testid="drop-slot" style={at(slot)} />
    </div>
  );
}

function markOf(editor: Editor, layout: BoardLayout): Mark | null {
  if (!editor.isIn('select.translating')) return null;
  const notes = editor.getSelectedShapes().filter(isNoteShape);
  const inHand = noteInHand(editor, notes);
  if (!inHand) return null;
  const moving = notes.map((note) => noteId(note.id));
  const target = dropTarget(layout, { x: inHand.x + NOTE_SIZE.width / 2, y: inHand.y + NOTE_SIZE.height / 2 }, moving);
  const place = target && dropPlace(layout, target, moving);
  if (!place) return null;
  const toView = (box: Box): Box => {
    const { x, y } = editor.pageToViewport(box);
    const zoom = editor.getZoomLevel();
    return { x, y, width: box.width * zoom, height: box.height * zoom };
  };
  return { column: place.column, frame: toView(place.column), slot: toView({ x: place.x, y: place.y, ...NOTE_SIZE }) };
}

/** Of several notes that are dragged, the one under the pointer. */
function noteInHand(editor: Editor, notes: readonly NoteShape[]): NoteShape | undefined {
  const { x, y } = editor.inputs.currentPagePoint;
  const distance = (note: NoteShape) => Math.hypot(note.x + NOTE_SIZE.width / 2 - x, note.y + NOTE_SIZE.height / 2 - y);
  return [...notes].sort((a, b) => distance(a) - distance(b))[0];
}
