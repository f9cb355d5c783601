import { atom, type Editor, type Signal, type TLShape } from '@tldraw/tldraw';
import { NOTE_SIZE } from '../../../shared/board/layout.ts';
import { isNoteShape, type NoteShape } from '../note-shape.tsx';

/** A rectangle of the page, in page units. */
export interface Area {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/**
 * The notes of the canvas with their places in plain memory, so that thousands can be looked through
 * in each frame. tldraw's own answers cost a signal for each shape.
 */
export interface NotesInPage {
  /** Counts up whenever a note came, changed, moved or went. */
  version: Signal<number>;
  all(): Iterable<NoteShape>;
  get(id: TLShape['id']): NoteShape | undefined;
  within(area: Area): NoteShape[];
  /** Treats these notes, and none but these, as if they were not there; their records stay. */
  hide(ids: ReadonlySet<TLShape['id']>): void;
  isHidden(id: TLShape['id']): boolean;
  /** Those of the shapes that are not hidden. */
  shown(shapes: TLShape[]): TLShape[];
  /** Calls with every note that came, changed, moved or went, as it was before and as it is. */
  onChange(listener: (id: NoteShape['id']) => void): () => void;
  stop(): void;
}

export function watchNotes(editor: Editor): NotesInPage {
  const notes = new Map<TLShape['id'], NoteShape>();
  let hidden: ReadonlySet<TLShape['id']> = new Set();
  const version = atom('notes in page', 0);
  const listeners = new Set<(id: NoteShape['id']) => void>();
  for (const shape of editor.getCurrentPageShapes()) if (isNoteShape(shape)) notes.set(shape.id, shape);

  const changed = (id: NoteShape['id']) => {
    for (const listener of listeners) listener(id);
    version.update((count) => count + 1);
  };
  const keep = (shape: TLShape) => {
    if (!isNoteShape(shape) || hidden.has(shape.id)) return;
    notes.set(shape.id, shape);
    changed(shape.id);
  };
  const stops = [
    editor.sideEffects.registerAfterCreateHandler('shape', keep),
    editor.sideEffects.registerAfterChangeHandler('shape', (_before, after) => keep(after)),
    editor.sideEffects.registerAfterDeleteHandler('shape', (shape) => {
      if (notes.delete(shape.id)) changed(shape.id as NoteShape['id']);
    }),
  ];

  return {
    version,
    all: () => notes.values(),
    get: (id) => notes.get(id),
    within(area) {
      const found: NoteShape[] = [];
      for (const note of notes.values()) if (isWithin(note, area)) found.push(note);
      return found;
    },
    hide(ids) {
      const before = hidden;
      hidden = ids;
      for (const id of ids) if (notes.delete(id)) changed(id as NoteShape['id']);
      for (const id of before) {
        const shape = ids.has(id) ? undefined : editor.getShape(id);
        if (shape) keep(shape);
      }
    },
    isHidden: (id) => hidden.has(id),
    shown: (shapes) => (hidden.size === 0 ? shapes : shapes.filter(({ id }) => !hidden.has(id))),
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** Whether a note lies in an area, be it in part. */
export function isWithin({ x, y }: { x: number; y: number }, { minX, minY, maxX, maxY }: Area): boolean {
  return x < maxX && x + NOTE_SIZE.width > minX && y < maxY && y + NOTE_SIZE.height > minY;
}

/** An area with so much more on every side. */
export function expand({ minX, minY, maxX, maxY }: Area, by: number): Area {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by };
}
