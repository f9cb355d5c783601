import type { Editor } from '@tldraw/tldraw';
import type { NoteColor } from '../../shared/board/index.ts';
import { columnAt, LAYOUT, NOTE_SIZE, type BoardLayout } from '../../shared/board/layout.ts';
import type { Language } from '../../shared/languages.ts';
import { addNote, addNotes } from '../session/acts.ts';
import type { Session } from '../session/session.ts';
import { pastedTexts, readPasted, type Pasted } from '../writing/pasted.ts';
import { targetAt } from './add-note.ts';
import { shapeId } from './note-shape.tsx';

/** What a paste has made. */
export interface Made {
  count: number;
  /** How many texts were too many. */
  left: number;
  /** Takes it back and makes one note of it all. */
  asOne: () => void;
}

interface Paste {
  text: string;
  point: { x: number; y: number };
  language: Language;
  color: NoteColor;
}

/** Puts a pasted text on the board: a note for each line or cell, selected; returns what was made where it is several. */
export function pasteNotes(editor: Editor, session: Session, layout: BoardLayout, { text, point, language, color }: Paste): Made | null {
  const target = targetAt(layout, point);
  const found = readPasted(text);
  const texts = pastedTexts(found);
  const one = () => {
    editor.select(shapeId(addNote(session, target, text.trim(), language, color)));
  };
  if (texts.length < 2) {
    one();
    return null;
  }
  const ids = addNotes(session, 'column' in target ? target : freePlaces(layout, found, point), texts, language, color);
  editor.select(...ids.map(shapeId));
  const instead = () => {
    session.history.undo();
    one();
  };
  return { count: ids.length, left: found.left, asOne: instead };
}

/**
 * Takes pasted texts before tldraw does, which would see only the picture that some spreadsheets
 * put beside the cells, and the words of a table without its cells. What was copied on a canvas
 * stays tldraw's. Returns how to stop.
 * @param onPaste told of the text and where it goes: under the pointer, or into the middle of what is seen
 */
export function bindPaste(editor: Editor, onPaste: (text: string, point: { x: number; y: number }) => void): () => void {
  // The pointer as it is, not as tldraw takes it in with its next frame.
  let pointer: { x: number; y: number } | null = null;
  const onPointer = (event: PointerEvent) => {
    const isOver = event.type === 'pointermove' && event.target instanceof Element && event.target.closest('.tl-canvas') !== null;
    pointer = isOver ? { x: event.clientX, y: event.clientY } : null;
  };
  const point = () => {
    const { x, y } = pointer ? editor.screenToPage(pointer) : editor.getViewportPageBounds().center;
    return { x, y };
  };
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const copiedHere = /<div data-tldraw/.test(event.clipboardData?.getData('text/html') ?? '') || text.startsWith('<div data-tldraw');
    if (text.trim() === '' || copiedHere || !listens(editor)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    onPaste(text, point());
  };
  const container = editor.getContainer();
  container.addEventListener('pointermove', onPointer);
  container.addEventListener('pointerleave', onPointer);
  document.addEventListener('paste', paste, true);
  return () => {
    container.removeEventListener('pointermove', onPointer);
    container.removeEventListener('pointerleave', onPointer);
    document.removeEventListener('paste', paste, true);
  };
}

/** Whether a paste is meant for the canvas, and not for a field or a dialog over it. */
function listens(editor: Editor): boolean {
  if (editor.getIsReadonly() || editor.getEditingShapeId() !== null) return false;
  const active = document.activeElement ?? document.body;
  const onCanvas = active === document.body || editor.getContainer().contains(active);
  return onCanvas && !active.closest('input, textarea, select, [contenteditable="true"], [role=dialog], [role=menu]');
}

/**
 * Where pasted texts lie as free notes, beginning at a point: a table as a table, a list as a block
 * about as wide as high, narrower where it would lie over a column.
 */
function freePlaces(layout: BoardLayout, { rows }: Pasted, point: { x: number; y: number }): { x: number; y: number }[] {
  const columns = Math.max(...rows.map((row) => row.length));
  const place = (across: number, down: number) => ({
    x: Math.round(point.x + across * (NOTE_SIZE.width + LAYOUT.noteGap) - NOTE_SIZE.width / 2),
    y: Math.round(point.y + down * (NOTE_SIZE.height + LAYOUT.noteGap) - NOTE_SIZE.height / 2),
  });
  const isFree = ({ x, y }: { x: number; y: number }) => columnAt(layout, { x: x + NOTE_SIZE.width / 2, y: y + NOTE_SIZE.height / 2 }) === null;
  const table = rows.flatMap((row, down) => row.map((_, across) => place(across, down)));
  if (columns > 1 && table.every(isFree)) return table;
  const count = pastedTexts({ rows, left: 0 }).length;
  const block = (width: number) => Array.from({ length: count }, (_, i) => place(i % width, Math.floor(i / width)));
  for (let width = Math.min(6, Math.ceil(Math.sqrt(count))); width > 1; width -= 1) {
    const places = block(width);
    if (places.every(isFree)) return places;
  }
  return block(1);
}
