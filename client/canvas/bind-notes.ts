import { react, throttle, type Editor, type TLShape } from '@tldraw/tldraw';
import { createNote, noteText, type Note, type Placement } from '../../shared/board/index.ts';
import { columnKey, dropTarget, layOut, NOTE_SIZE, type BoardLayout, type DropTarget } from '../../shared/board/layout.ts';
import { DRAG_LIMIT } from '../../shared/protocol/presence.ts';
import { newNotes, remove, settlePlaced, settleRemoved } from '../session/acts.ts';
import { onPeers, setPresence } from '../session/people.ts';
import { placesFor } from '../session/places.ts';
import type { Session } from '../session/session.ts';
import { readDrags, type GroupDrag } from './drags.ts';
import { isNoteShape, noteId, shapeId, toShape, type NoteShape } from './note-shape.tsx';

/** How long others keep seeing a dragged note where it was dropped, until its place has arrived. */
const DRAG_LINGER_MS = 300;
const DRAG_INTERVAL_MS = 40;

export interface NotesBinding {
  layout(): BoardLayout;
  onLayout(listener: () => void): () => void;
  groups: GroupsInHand;
  stop(): void;
}

/** Groups while something is dragged: what moves, and what would take in what is dragged. */
export interface GroupsInHand {
  /** Shows a group elsewhere, here and to others; `null` puts it back. Nothing is written. */
  drag(drag: GroupDrag | null): void;
  /** How far a group is dragged, by whomever, in page units: 'x,y', or '' for not at all. */
  offset(id: string): string;
  /** The group over which notes are held here. */
  over(): string | null;
  onChange(listener: () => void): () => void;
}

/**
 * Keeps the notes of the canvas and of the board document the same.
 *
 * From the document to the canvas: where a note lies follows from the layout, except while it is
 * dragged here (the hand decides) or elsewhere (that person's presence decides).
 * From the canvas to the document: nothing while a note is dragged; one placement when it is let go.
 *
 * @param onTaken told of a note that somebody else has deleted while it was edited here
 * @param onRead told of a note that was to be edited and may only be read now
 */
export function bindNotes(editor: Editor, session: Session, onTaken: (note: Note) => void, onRead: (note: string) => void): NotesBinding {
  const { store, sideEffects } = editor;
  const layouts = cachedLayout(session);
  const layoutListeners = new Set<() => void>();
  /** Notes the hand has moved or made on this canvas since the last settling. */
  const held = new Set<NoteShape['id']>();
  /** The notes on the canvas that come from the document. */
  const drawn = new Map<NoteShape['id'], Note>();
  /** The layout that was drawn last. */
  let told = layouts.current();
  /** The group in this person's hand. */
  let ownDrag: GroupDrag | null = null;
  /** What is dragged by others, and groups by whomever. */
  let drags = readDrags(session, told, ownDrag);
  let over: string | null = null;
  const groupListeners = new Set<() => void>();

  /** Puts on the canvas what differs there: of these notes, or of all. */
  const draw = (ids: Iterable<string> = allNotes()) => {
    const layout = layouts.current();
    const put: NoteShape[] = [];
    const gone: NoteShape['id'][] = [];
    for (const noteId of ids) {
      const id = shapeId(noteId);
      const note = session.live.note(noteId);
      if (!note) {
        if (drawn.has(id) && !held.has(id)) gone.push(id);
        continue;
      }
      const existing = store.unsafeGetWithoutCapture(id) as NoteShape | undefined;
      const place = held.has(id) && existing ? existing : (drags.notes.get(noteId) ?? layout.notes.get(noteId));
      if (!place) continue;
      const next = toShape(editor, note, place, existing);
      if (next !== existing) put.push(next);
      drawn.set(id, note);
    }
    for (const id of gone) letGoOf(id);
    if (put.length === 0 && gone.length === 0) return;
    store.mergeRemoteChanges(() => {
      store.remove(gone);
      store.put(put);
    });
  };
  const allNotes = () => new Set([...session.live.notes().map(({ id }) => id), ...[...drawn.keys()].map(noteId)]);

  /** Before a note leaves the canvas: whoever writes in it is told, and tldraw stops editing it. */
  const letGoOf = (id: NoteShape['id']) => {
    const note = drawn.get(id);
    drawn.delete(id);
    if (editor.getEditingShapeId() !== id) return;
    editor.setEditingShape(null);
    editor.setCurrentTool('select.idle');
    // A private note that was shown meanwhile lies on the board.
    if (note && note.text !== '' && note.wave === undefined) onTaken(note);
  };

  /** Takes in what is dragged now, and how far that is from where it lies; returns the notes it concerns. */
  const followDrags = (): Set<string> => {
    const before = drags;
    drags = readDrags(session, layouts.current(), ownDrag);
    if (before.groups.size > 0 || drags.groups.size > 0) for (const listener of groupListeners) listener();
    return new Set([...before.notes.keys(), ...drags.notes.keys()]);
  };

  /** Draws the notes that have changed, and those that lie elsewhere because of it. */
  const redraw = (changed: Iterable<string> = []) => {
    const before = told;
    told = layouts.current();
    draw(new Set([...changed, ...movedBetween(before, told), ...followDrags()]));
    if (told !== before) for (const listener of layoutListeners) listener();
  };

  const settle = () => {
    if (held.size === 0) return;
    const shapes = [...held].flatMap((id) => (store.get(id) as NoteShape | undefined) ?? []);
    const places = placementsFor(session, layouts.current(), shapes);
    const moved = new Map<string, Placement>();
    const made = new Map<NoteShape, Placement>();
    for (const [shape, place] of places) {
      // A note that another deleted meanwhile is put back by the hand that holds it.
      if (noteText(session.docOf(noteId(shape.id)), noteId(shape.id))) moved.set(noteId(shape.id), place);
      else made.set(shape, place);
    }
    if (places.size > 0) session.history.gesture();
    settlePlaced(session, moved);
    copyNotes(session, made);
    const settled = [...held].map(noteId);
    held.clear();
    setOver(null);
    draw(settled);
    setTimeout(() => held.size === 0 && stopShowing(), DRAG_LINGER_MS);
  };
  const settleSoon = () => queueMicrotask(() => !isDragging(editor) && settle());

  const showDrag = throttle(() => {
    const shapes = [...held].slice(0, DRAG_LIMIT).flatMap((id) => (store.get(id) as NoteShape | undefined) ?? []);
    if (shapes.length === 0) return;
    const layout = layouts.current();
    setOver(dropTarget(layout, centreOf(shapes[0]!), shapes.map((shape) => noteId(shape.id)))?.group ?? null);
    setPresence(session.awareness, {
      drag: shapes.map((shape) => ({ id: noteId(shape.id), x: Math.round(shape.x), y: Math.round(shape.y) })),
    });
  }, DRAG_INTERVAL_MS);
  const stopShowing = () => {
    showDrag.cancel();
    if (session.awareness.getLocalState()?.drag) setPresence(session.awareness, { drag: undefined });
  };
  const setOver = (group: string | null) => {
    if (over === group) return;
    over = group;
    for (const listener of groupListeners) listener();
  };
  const showGroupDrag = throttle(() => setPresence(session.awareness, { dragGroup: ownDrag ?? undefined }), DRAG_INTERVAL_MS);
  const dragGroup = (drag: GroupDrag | null) => {
    ownDrag = drag;
    draw(followDrags());
    if (drag) showGroupDrag();
    else {
      showGroupDrag.cancel();
      setTimeout(() => ownDrag === null && setPresence(session.awareness, { dragGroup: undefined }), DRAG_LINGER_MS);
    }
  };

  /** Called at once with what tools and pastes do, so that no redraw can come between. */
  const onHand = (shape: TLShape) => {
    held.add(shape.id as NoteShape['id']);
    // The store is still busy with this change; presence makes others' cursors be drawn in it.
    if (isDragging(editor)) queueMicrotask(showDrag);
    else settleSoon();
  };
  const mayDelete = ({ id }: NoteShape) => session.live.note(noteId(id)) === undefined || session.mayChange(noteId(id));
  const onRemoved = (shape: NoteShape) => {
    held.delete(shape.id);
    drawn.delete(shape.id);
    removed.push(noteId(shape.id));
    if (removed.length === 1) queueMicrotask(deleteRemoved);
  };
  const removed: string[] = [];
  const deleteRemoved = () => {
    const ids = removed.splice(0).filter((id) => session.live.note(id));
    if (ids.length === 0) return;
    session.history.gesture();
    settleRemoved(session, ids);
  };

  let edited: string | null = null;
  const onEditing = () => {
    const editing = editor.getEditingShapeId();
    if (edited !== null && editing !== edited) dropIfEmpty(session, noteId(edited));
    edited = editing;
    if (editing === null || session.mayChange(noteId(editing))) return;
    // tldraw asks only whether the canvas as a whole may be changed.
    queueMicrotask(() => {
      editor.setEditingShape(null);
      editor.setCurrentTool('select.idle');
      onRead(noteId(editing));
    });
  };

  draw();
  const stops = [
    session.live.onNotes(redraw),
    session.live.onGroups(() => redraw()),
    session.stage.onChange(() => redraw()),
    // Cursors move all the time; only drags concern the notes.
    onPeers(session.awareness, () => draw(followDrags())),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (source === 'user' && isNoteShape(shape)) onHand(shape);
    }),
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' && isNoteShape(after) && isNoteShape(before) ? keepNote(before, after, session.mayChange(noteId(before.id))) : after,
    ),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && !(isNoteShape(shape) ? mayDelete(shape) : session.mayEditBoard()) ? false : undefined,
    ),
    sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      if (source === 'user' && isNoteShape(after) && (before.x !== after.x || before.y !== after.y)) onHand(after);
    }),
    sideEffects.registerAfterDeleteHandler('shape', (shape, source) => {
      if (source === 'user' && isNoteShape(shape)) onRemoved(shape);
    }),
    react('settle notes when the hand lets go', () => {
      if (!isDragging(editor)) settleSoon();
    }),
    react('leave no empty note behind', onEditing),
  ];
  return {
    layout: layouts.current,
    onLayout(listener) {
      layoutListeners.add(listener);
      return () => void layoutListeners.delete(listener);
    },
    groups: {
      drag: dragGroup,
      offset(id) {
        const by = drags.groups.get(id);
        return by ? `${by.x},${by.y}` : '';
      },
      over: () => over,
      onChange(listener) {
        groupListeners.add(listener);
        return () => void groupListeners.delete(listener);
      },
    },
    stop() {
      settle();
      stopShowing();
      for (const stop of stops) stop();
    },
  };
}

/** The layout, computed anew only when a note was placed or the structure has changed. */
function cachedLayout(session: Session) {
  let basis: readonly unknown[] = [];
  let layout: BoardLayout = layOut([], [], []);
  return {
    current() {
      const { approaches } = session.stage.current();
      const places = session.live.places();
      if (basis[0] !== approaches || basis[1] !== places) {
        layout = layOut(approaches, session.live.notes(), session.live.groups());
        basis = [approaches, places];
      }
      return layout;
    },
  };
}

/** The notes that lie in one layout elsewhere than in another. */
function movedBetween(before: BoardLayout, after: BoardLayout): string[] {
  if (before === after) return [];
  const moved: string[] = [];
  for (const [id, { x, y }] of after.notes) {
    const old = before.notes.get(id);
    if (old?.x !== x || old.y !== y) moved.push(id);
  }
  return moved;
}

function isDragging(editor: Editor): boolean {
  return editor.isInAny('select.translating', 'select.pointing_shape', 'select.pointing_selection');
}

function centreOf({ x, y }: NoteShape): { x: number; y: number } {
  return { x: x + NOTE_SIZE.width / 2, y: y + NOTE_SIZE.height / 2 };
}

/** A person's tools may move a note they may change; turning, locking, fading or nesting it is not theirs to do. */
function keepNote(before: NoteShape, after: NoteShape, mayMove: boolean): NoteShape {
  if (!mayMove) return before;
  const { rotation, parentId, opacity, isLocked, index } = before;
  return { ...after, rotation, parentId, opacity, isLocked, index };
}

/**
 * Where notes belong that lie there: in the group or column under their centre, else free. Those
 * dropped together into one keep the order in which they lie; one that lies where it lay has not moved.
 */
function placementsFor(session: Session, layout: BoardLayout, shapes: readonly NoteShape[]): Map<NoteShape, Placement> {
  const moving = shapes.filter((shape) => !isAtRest(session, layout, shape)).sort((a, b) => a.y - b.y || a.x - b.x);
  const ids = moving.map((shape) => noteId(shape.id));
  const places = new Map<NoteShape, Placement>();
  const byColumn = new Map<string, { target: DropTarget; shapes: NoteShape[] }>();
  for (const shape of moving) {
    const target = dropTarget(layout, centreOf(shape), ids);
    if (!target) {
      places.set(shape, { x: Math.round(shape.x), y: Math.round(shape.y) });
      continue;
    }
    const key = `${columnKey(target.approach, target.column)}/${target.group ?? ''}`;
    const group = byColumn.get(key) ?? { target, shapes: [] };
    byColumn.set(key, group);
    group.shapes.push(shape);
  }
  for (const { target, shapes: group } of byColumn.values()) {
    const inOrder = placesFor(session, target, group.length, ids);
    group.forEach((shape, index) => places.set(shape, inOrder[index]!));
  }
  return places;
}

/** Whether a known note lies just where the layout has it, as after a drag that was given up. */
function isAtRest(session: Session, layout: BoardLayout, shape: NoteShape): boolean {
  const id = noteId(shape.id);
  const place = session.live.note(id) && layout.notes.get(id);
  return place !== undefined && Math.abs(place.x - shape.x) < 0.5 && Math.abs(place.y - shape.y) < 0.5;
}

/** A note of one's own that is left without a word was a slip of the hand. */
function dropIfEmpty(session: Session, id: string): void {
  const note = session.live.note(id);
  if (!note || note.text.trim() !== '' || !session.mayChange(id) || (note.author !== session.participant && !session.isAnonymous())) return;
  // Not within the reaction of the editor that told of it.
  queueMicrotask(() => session.live.note(id) && remove(session, [id]));
}

/** Notes that tldraw copied or pasted become this person's own. */
function copyNotes(session: Session, made: ReadonlyMap<NoteShape, Placement>): void {
  for (const [shape, placement] of made) {
    const { text, color, language } = shape.props;
    const { doc, fields } = newNotes(session);
    createNote(doc, { id: noteId(shape.id), text, color, language, placement, ...fields });
  }
}

