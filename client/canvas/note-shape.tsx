import { HTMLContainer, Rectangle2d, ShapeUtil, T, useEditor, useValue, type Editor, type RecordProps, type TLBaseShape } from '@tldraw/tldraw';
import { NOTE_COLORS, NOTE_SHAPE_PREFIX, type Note, type NoteColor } from '../../shared/board/index.ts';
import { NOTE_SIZE } from '../../shared/board/layout.ts';
import { LANGUAGES, type Language } from '../../shared/languages.ts';
import { useSession } from '../session/hooks.ts';
import { excerpt } from '../ui/excerpt.ts';
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

/**
 * A level of its own for each note, the same for everybody and below all drawings: a fractional
 * index between 'a1' and 'a2' made of the note's id. tldraw cannot put a copy between equal ones.
 */
function noteIndex(note: string): NoteShape['index'] {
  let high = 0x811c9dc5;
  let low = 0x1000193;
  for (let i = 0; i < note.length; i += 1) {
    high = Math.imul(high ^ note.charCodeAt(i), 0x01000193) >>> 0;
    low = (Math.imul(low, 31) + note.charCodeAt(i)) >>> 0;
  }
  return `a1${high.toString(36)}${low.toString(36)}V` as NoteShape['index'];
}

/** The record the canvas should have for a note; the one it has, when nothing differs. */
export function toShape(editor: Editor, note: Note, place: { x: number; y: number }, existing: NoteShape | undefined): NoteShape {
  const props = noteProps(note);
  if (existing && existing.x === place.x && existing.y === place.y && sameProps(existing.props, props)) return existing;
  const shape: NoteShape = {
    id: shapeId(note.id),
    typeName: 'shape',
    type: NOTE,
    parentId: editor.getCurrentPageId(),
    rotation: 0,
    opacity: 1,
    isLocked: false,
    meta: {},
    ...existing,
    index: noteIndex(note.id),
    x: place.x,
    y: place.y,
    props,
  };
  fromBoard.add(shape);
  return shape;
}

const fromBoard = new WeakSet<object>();

/** Whether a record was made by `toShape`, and nothing has touched it since. */
export function isFromBoard(shape: object): boolean {
  return fromBoard.has(shape);
}

function sameProps(a: NoteShape['props'], b: NoteShape['props']): boolean {
  return a.text === b.text && a.color === b.color && a.author === b.author && a.language === b.language && a.createdAt === b.createdAt;
}

function noteProps(note: Note): NoteShape['props'] {
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
    return excerpt(shape.props.text);
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
  const { mayChange } = useSession();
  return editing && mayChange(noteId(shape.id)) ? <NoteEditor shape={shape} /> : <NoteFace shape={shape} />;
}
