import { react, type Editor, type TLRecord } from '@tldraw/tldraw';
import { createNote, deleteNotes, placeInColumn, type Note, type Placement } from '../../shared/board/index.ts';
import { dropTarget, layOut, NOTE_SIZE, type BoardLayout } from '../../shared/board/layout.ts';
import { movePlaced } from '../session/acts.ts';
import { readPeers, show } from '../session/people.ts';
import type { Session } from '../session/session.ts';
import { isNoteShape, NOTE, noteId, noteProps, shapeId, type NoteShape } from './note-shape.tsx';

/** How long others keep seeing a dragged note where it was dropped, until its place has arrived. */
const DRAG_LINGER_MS = 300;

export interface NotesBinding {
  layout(): BoardLayout;
  onLayout(listener: () => void): () => void;
  stop(): void;
}

/**
 * Keeps the notes of the canvas and of the board document the same.
 *
 * From the document to the canvas: where a note lies follows from the layout, except while it is
 * dragged here (the hand decides) or elsewhere (that person's presence decides).
 * From the canvas to the document: nothing while a note is dragged; one placement when it is let go.
 */
export function bindNotes(editor: Editor, session: Session): NotesBinding {
  const { store } = editor;
  let layout = computeLayout(session);
  const layoutListeners = new Set<() => void>();
  /** Notes the hand has moved or made on this canvas since the last settling. */
  const touched = new Set<NoteShape['id']>();

  const isHeld = (id: NoteShape['id']) => touched.has(id);

  const draw = () => {
    const dragged = draggedByOthers(session);
    const wanted = new Map(session.live.notes().map((note) => [shapeId(note.id), note]));
    const put: NoteShape[] = [];
    const gone: NoteShape['id'][] = [];
    for (const record of store.allRecords()) {
      if (isNoteShape(record) && !wanted.has(record.id) && !isHeld(record.id)) gone.push(record.id);
    }
    for (const [id, note] of wanted) {
      const existing = store.get(id) as NoteShape | undefined;
      const place = isHeld(id) && existing ? existing : (dragged.get(note.id) ?? layout.notes.get(note.id));
      if (!place) continue;
      const next = toShape(editor, note, place, existing);
      if (next !== existing) put.push(next);
    }
    if (put.length === 0 && gone.length === 0) return;
    store.mergeRemoteChanges(() => {
      if (gone.length > 0) store.remove(gone);
      if (put.length > 0) store.put(put);
    });
  };

  const redraw = () => {
    layout = computeLayout(session);
    draw();
    for (const listener of layoutListeners) listener();
  };

  const settle = () => {
    if (touched.size === 0) return;
    const shapes = [...touched].flatMap((id) => (store.get(id) as NoteShape | undefined) ?? []);
    touched.clear();
    const moved = new Map<string, Placement>();
    for (const shape of shapes) {
      const id = noteId(shape.id);
      const place = placementFor(session, layout, shape);
      if (session.live.note(id)) moved.set(id, place);
      else copyNote(session, shape, place);
    }
    if (moved.size > 0) movePlaced(session, moved);
    redraw();
    setTimeout(() => touched.size === 0 && show(session.awareness, { drag: undefined }), DRAG_LINGER_MS);
  };

  const onUserChange = (changes: { added: Record<string, TLRecord>; updated: Record<string, [TLRecord, TLRecord]>; removed: Record<string, TLRecord> }) => {
    for (const record of Object.values(changes.added)) if (isNoteShape(record)) touched.add(record.id);
    for (const [before, after] of Object.values(changes.updated)) {
      if (isNoteShape(before) && isNoteShape(after) && (before.x !== after.x || before.y !== after.y)) touched.add(after.id);
    }
    const removed = Object.values(changes.removed).filter(isNoteShape);
    for (const shape of removed) touched.delete(shape.id);
    const known = removed.map((shape) => noteId(shape.id)).filter((id) => session.live.note(id));
    if (known.length > 0) {
      session.history.mark();
      deleteNotes(session.boardDoc, known);
    }
    if (touched.size === 0) return;
    if (isDragging(editor)) showDrag(session, store.allRecords().filter(isNoteShape).filter((shape) => touched.has(shape.id)));
    else queueMicrotask(() => !isDragging(editor) && settle());
  };

  draw();
  const stops = [
    session.live.onNotes(redraw),
    session.stage.onChange(redraw),
    store.listen(({ changes }) => onUserChange(changes as never), { source: 'user', scope: 'document' }),
    react('settle notes when the hand lets go', () => {
      if (!isDragging(editor)) queueMicrotask(() => !isDragging(editor) && settle());
    }),
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' && isNoteShape(after) && isNoteShape(before) ? keepNote(before, after) : after,
    ),
  ];
  const onPresence = () => draw();
  session.awareness.on('change', onPresence);

  return {
    layout: () => layout,
    onLayout(listener) {
      layoutListeners.add(listener);
      return () => void layoutListeners.delete(listener);
    },
    stop() {
      for (const stop of stops) stop();
      session.awareness.off('change', onPresence);
    },
  };
}

function computeLayout(session: Session): BoardLayout {
  return layOut(session.stage.current().approaches, session.live.notes());
}

function isDragging(editor: Editor): boolean {
  return editor.isInAny('select.translating', 'select.pointing_shape', 'select.pointing_selection');
}

function draggedByOthers(session: Session): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  for (const peer of readPeers(session.awareness)) for (const { id, x, y } of peer.drag ?? []) places.set(id, { x, y });
  return places;
}

function showDrag(session: Session, shapes: NoteShape[]): void {
  show(session.awareness, { drag: shapes.map((shape) => ({ id: noteId(shape.id), x: Math.round(shape.x), y: Math.round(shape.y) })) });
}

/** The record the canvas should have for a note; the one it has, when nothing differs. */
function toShape(editor: Editor, note: Note, place: { x: number; y: number }, existing: NoteShape | undefined): NoteShape {
  const props = noteProps(note);
  if (existing && existing.x === place.x && existing.y === place.y && sameProps(existing.props, props)) return existing;
  return {
    id: shapeId(note.id),
    typeName: 'shape',
    type: NOTE,
    parentId: editor.getCurrentPageId(),
    // All notes lie on one level, below drawings; tldraw raises none of them.
    index: 'a1' as NoteShape['index'],
    rotation: 0,
    opacity: 1,
    isLocked: false,
    meta: {},
    ...existing,
    x: place.x,
    y: place.y,
    props,
  };
}

function sameProps(a: NoteShape['props'], b: NoteShape['props']): boolean {
  return a.text === b.text && a.color === b.color && a.author === b.author && a.language === b.language && a.createdAt === b.createdAt;
}

/** A person's tools may move a note; turning, locking, fading or nesting it is not theirs to do. */
function keepNote(before: NoteShape, after: NoteShape): NoteShape {
  const { rotation, parentId, opacity, isLocked, index } = before;
  return { ...after, rotation, parentId, opacity, isLocked, index };
}

/** Where a note belongs that lies there: in the column under its centre, else free. */
function placementFor(session: Session, layout: BoardLayout, shape: NoteShape): Placement {
  const id = noteId(shape.id);
  const centre = { x: shape.x + NOTE_SIZE.width / 2, y: shape.y + NOTE_SIZE.height / 2 };
  const target = dropTarget(layout, centre, id);
  if (!target) return { x: Math.round(shape.x), y: Math.round(shape.y) };
  return placeInColumn(session.boardDoc, target.approach, target.column, target.index, id);
}

/** A note that tldraw copied or pasted becomes one of this person's own. */
function copyNote(session: Session, shape: NoteShape, placement: Placement): void {
  const { text, color, language } = shape.props;
  session.history.mark();
  createNote(session.boardDoc, {
    id: noteId(shape.id),
    text,
    color,
    language,
    author: session.participant,
    createdAt: Date.now(),
    placement,
  });
}
