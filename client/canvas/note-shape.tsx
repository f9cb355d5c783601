import { HTMLContainer, Rectangle2d, ShapeUtil, T, useEditor, useValue, type RecordProps, type TLBaseShape } from '@tldraw/tldraw';
import { NOTE_COLORS, NOTE_SHAPE_PREFIX, type Note, type NoteColor } from '../../shared/board/index.ts';
import { NOTE_SIZE } from '../../shared/board/layout.ts';
import { LANGUAGES, type Language } from '../../shared/languages.ts';
import { NoteFace } from './NoteFace.tsx';
import { NoteEditor } from './NoteEditor.tsx';

export const NOTE = 'plenary-note';

/** A note as the canvas holds it: a mirror of the board document, made by `bindNotes`. */
export type NoteShape = TLBaseShape<
  typeof NOTE,
  { text: string; color: NoteColor; author: string | null; language: Language; createdAt: number }
>;

export function isNoteShape(record: { typeName: string; type?: unknown }): record is NoteShape {
  return record.typeName === 'shape' && record.type === NOTE;
}

/** Shape ids and note ids differ by tldraw's prefix alone, so that what tldraw copies is a note at once. */
export function shapeId(note: string): NoteShape['id'] {
  return `${NOTE_SHAPE_PREFIX}${note}` as NoteShape['id'];
}

export function noteId(shape: string): string {
  return shape.slice(NOTE_SHAPE_PREFIX.length);
}

export function noteProps(note: Note): NoteShape['props'] {
  return { text: note.text, color: note.color, author: note.author, language: note.language, createdAt: note.createdAt };
}

/** Tells tldraw how a note looks and what can be done with it: moved, edited, pointed at, nothing else. */
export class NoteShapeUtil extends ShapeUtil<NoteShape> {
  static override type = NOTE;
  static override props: RecordProps<NoteShape> = {
    text: T.string,
    color: T.literalEnum(...NOTE_COLORS),
    author: T.string.nullable(),
    language: T.literalEnum(...LANGUAGES),
    createdAt: T.number,
  };

  override getDefaultProps(): NoteShape['props'] {
    return { text: '', color: 'sun', author: null, language: 'en', createdAt: 0 };
  }

  override getGeometry() {
    return new Rectangle2d({ ...NOTE_SIZE, isFilled: true });
  }

  override canEdit() {
    return true;
  }

  override canResize() {
    return false;
  }

  override hideRotateHandle() {
    return true;
  }

  override hideResizeHandles() {
    return true;
  }

  override hideSelectionBoundsFg() {
    return true;
  }

  override getText(shape: NoteShape) {
    return shape.props.text;
  }

  override component(shape: NoteShape) {
    return (
      <HTMLContainer className="canvas-note-box">
        <NoteBody shape={shape} />
      </HTMLContainer>
    );
  }

  override indicator() {
    return <rect width={NOTE_SIZE.width} height={NOTE_SIZE.height} rx={4} />;
  }
}

function NoteBody({ shape }: { shape: NoteShape }) {
  const editor = useEditor();
  const editing = useValue('editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id]);
  return editing ? <NoteEditor shape={shape} /> : <NoteFace shape={shape} />;
}
