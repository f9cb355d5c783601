import { atom, computed, react, type Editor, type Signal, type TLRenderingShape, type TLShape, type TLShapeId, type VecLike } from '@tldraw/tldraw';
import { NOTE_SIZE } from '../../../shared/board/layout.ts';
import { isNoteShape, type NoteShape } from '../note-shape.tsx';
import { expand, isWithin, type Area, type NotesInPage } from './notes-in-page.ts';

/** Below this zoom no note can be read, and none has an element. */
export const FAR_ZOOM = 0.25;
/** With more notes than this in view none has an element either. */
const MOST_IN_VIEW = 160;
/** As many of those selected have an element however far away. */
export const MOST_HELD = 40;
/** Notes get their elements so many pixels before they come into view, and lose them so many after. */
const AHEAD = 240;
const BEHIND = 700;
/** How many elements come in one frame, while the view moves and while it rests. */
const COME_MOVING = 6;
const COME_RESTING = 24;
const GO = 40;

/** Which notes have elements at the moment. All others in view are painted; see `FarLayer`. */
export interface Mounting {
  mounted: Signal<ReadonlySet<TLShapeId>>;
  /** Whether notes are too far away for elements. */
  far: Signal<boolean>;
  stop(): void;
}

/**
 * Decides which notes have elements, in the place of tldraw, which gives one to every shape of the
 * page and hides those out of view. Its lists of shapes are replaced by ones that look at what is in
 * view alone; everything else about shapes (selecting, dragging, hit-testing) goes by their records.
 * @param here the note one was led to, which is marked on its element
 */
export function manageMounting(editor: Editor, notes: NotesInPage, here: Signal<TLShapeId | null>): Mounting {
  const mounted = atom<ReadonlySet<TLShapeId>>('mounted notes', new Set());
  const view = computed('view', () => editor.getViewportPageBounds() as Area);
  const far = computed<boolean>('far', (before) => {
    if (editor.getZoomLevel() < FAR_ZOOM) return true;
    notes.version.get();
    const inView = notes.within(view.get()).length;
    // Not to and fro at the limit.
    return inView > (before === true ? MOST_IN_VIEW * 0.8 : MOST_IN_VIEW);
  });
  /** Notes that have an element wherever they are: what is in hand. */
  const held = computed('held notes', () => {
    const ids = new Set<TLShapeId>();
    const editing = editor.getEditingShapeId();
    if (editing) ids.add(editing);
    const found = here.get();
    if (found) ids.add(found);
    const selected = editor.getSelectedShapeIds();
    if (selected.length <= MOST_HELD) for (const id of selected) ids.add(id);
    return ids;
  });

  /** The notes that should have elements, and those that may keep theirs. */
  const wishes = () => {
    notes.version.get();
    const inHand = held.get();
    const seen = view.get();
    const zoom = editor.getZoomLevel();
    const isFar = far.get();
    const ahead = expand(seen, AHEAD / zoom);
    const behind = expand(seen, BEHIND / zoom);
    const wanted: NoteShape[] = [];
    const kept = new Set<TLShapeId>();
    for (const note of notes.all()) {
      if (inHand.has(note.id)) {
        wanted.push(note);
        kept.add(note.id);
      } else if (!isFar && isWithin(note, behind)) {
        kept.add(note.id);
        if (isWithin(note, ahead)) wanted.push(note);
      }
    }
    return { wanted, kept, inHand, seen };
  };

  let frame = 0;
  const step = () => {
    frame = 0;
    const { wanted, kept, inHand, seen } = wishes();
    const now = mounted.get();
    const next = new Set(now);
    let going = 0;
    for (const id of now) {
      if (kept.has(id)) continue;
      // A note that is gone has no element to wait for.
      if (notes.get(id) && going >= GO) continue;
      next.delete(id);
      going += 1;
    }
    const missing = wanted.filter(({ id }) => !now.has(id));
    const most = editor.getCameraState() === 'idle' ? COME_RESTING : COME_MOVING;
    if (missing.length > most) missing.sort((a, b) => distance(a, seen) - distance(b, seen));
    let coming = 0;
    for (const { id } of missing) {
      if (coming >= most && !inHand.has(id)) continue;
      next.add(id);
      coming += 1;
    }
    if (coming > 0 || going > 0) mounted.set(next);
    if (coming < missing.length || going >= GO) frame = requestAnimationFrame(step);
  };

  const stopWatching = react('give notes their elements', () => {
    const { wanted, kept, inHand } = wishes();
    editor.getCameraState();
    const now = mounted.get();
    const isShort = wanted.some(({ id }) => !now.has(id)) || [...now].some((id) => !kept.has(id));
    if (!isShort) return;
    // What is in hand cannot wait for the next frame.
    if ([...inHand].some((id) => notes.get(id) && !now.has(id))) queueMicrotask(step);
    else frame ||= requestAnimationFrame(step);
  });
  const restore = replaceLists(editor, notes, mounted, view);

  return {
    mounted,
    far,
    stop() {
      stopWatching();
      cancelAnimationFrame(frame);
      restore();
    },
  };
}

/** How far a note lies from the middle of an area. */
function distance({ x, y }: NoteShape, { minX, minY, maxX, maxY }: Area): number {
  return Math.hypot(x + NOTE_SIZE.width / 2 - (minX + maxX) / 2, y + NOTE_SIZE.height / 2 - (minY + maxY) / 2);
}

/** Makes the editor's lists of shapes to render and to point at ones of what is in view. Returns how to undo it. */
function replaceLists(editor: Editor, notes: NotesInPage, mounted: Signal<ReadonlySet<TLShapeId>>, view: Signal<Area>): () => void {
  const original = {
    getRenderingShapes: editor.getRenderingShapes,
    getCulledShapes: editor.getCulledShapes,
    getCurrentPageRenderingShapesSorted: editor.getCurrentPageRenderingShapesSorted,
    getCurrentPageShapesSorted: editor.getCurrentPageShapesSorted,
    getCurrentPageShapesInReadingOrder: editor.getCurrentPageShapesInReadingOrder,
    getShapeAtPoint: editor.getShapeAtPoint,
    getShapesAtPoint: editor.getShapesAtPoint,
  };
  const own = new Set(Object.keys(original).filter((key) => Object.hasOwn(editor, key)));

  const order = computed('order of shapes', () => new Map(editor.getSortedChildIdsForParent(editor.getCurrentPageId()).map((id, index) => [id, index])));
  const others = computed('shapes beside the notes', () =>
    [...order.get().keys()].flatMap((id) => (isNote(editor, id) ? [] : (editor.getShape(id) ?? []))),
  );
  const rendering = computed('rendering shapes', () => renderingShapes(editor, order.get(), [...mounted.get(), ...others.get().map(({ id }) => id)]));
  const inView = computed('shapes in view', () => {
    notes.version.get();
    return inOrder([...notes.within(view.get()), ...others.get().filter((shape) => touches(editor, shape.id, view.get()))], order.get());
  });
  const culled = computed<Set<TLShapeId>>('culled shapes', (before) => {
    const inHand = new Set(editor.getSelectedShapeIds());
    const now = new Set<TLShapeId>();
    for (const { id } of others.get()) {
      if (!inHand.has(id) && !touches(editor, id, view.get())) now.add(id);
    }
    return before instanceof Set && before.size === now.size && [...now].every((id) => before.has(id)) ? before : now;
  });

  /** While something is pointed at: the shapes there. */
  let there: TLShape[] | null = null;
  editor.getRenderingShapes = () => rendering.get();
  editor.getCulledShapes = () => culled.get();
  editor.getCurrentPageRenderingShapesSorted = () => there ?? inView.get();
  editor.getCurrentPageShapesSorted = () => there ?? notes.shown(original.getCurrentPageShapesSorted.call(editor));
  editor.getCurrentPageShapesInReadingOrder = () => notes.shown(original.getCurrentPageShapesInReadingOrder.call(editor));
  const lookAround = <T>(point: VecLike, margin = 0, look: () => T): T => {
    const around = margin + editor.options.hitTestMargin / editor.getZoomLevel();
    const area = expand({ minX: point.x, minY: point.y, maxX: point.x, maxY: point.y }, around);
    there = inOrder([...notes.within(area), ...others.get().filter((shape) => touches(editor, shape.id, area))], order.get());
    try {
      return look();
    } finally {
      there = null;
    }
  };
  editor.getShapeAtPoint = (point, options) => lookAround(point, options?.margin, () => original.getShapeAtPoint.call(editor, point, options));
  editor.getShapesAtPoint = (point, options) => lookAround(point, options?.margin, () => original.getShapesAtPoint.call(editor, point, options));
  return () => {
    for (const key of Object.keys(original) as (keyof typeof original)[]) {
      if (own.has(key)) Object.assign(editor, { [key]: original[key] });
      else delete (editor as Partial<Editor>)[key];
    }
  };
}

/** What tldraw is to render, sorted by id, as it must be for elements to stay where they are. */
function renderingShapes(editor: Editor, order: ReadonlyMap<TLShapeId, number>, ids: Iterable<TLShapeId>): TLRenderingShape[] {
  const erasing = new Set(editor.getErasingShapeIds());
  const first = editor.options.maxShapesPerPage;
  const shapes: TLRenderingShape[] = [];
  for (const id of ids) {
    const index = order.get(id);
    const shape = editor.getShape(id);
    if (index === undefined || !shape) continue;
    const opacity = shape.opacity * (erasing.has(id) ? 0.32 : 1);
    shapes.push({ id, shape, util: editor.getShapeUtil(shape), index: first * 2 + index, backgroundIndex: first + index, opacity });
  }
  return shapes.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether a shape is a note, which it is for good: nothing is told when it changes. */
function isNote(editor: Editor, id: TLShapeId): boolean {
  const shape = editor.store.unsafeGetWithoutCapture(id);
  return shape !== undefined && isNoteShape(shape);
}

function inOrder(shapes: TLShape[], order: ReadonlyMap<TLShapeId, number>): TLShape[] {
  return shapes.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function touches(editor: Editor, id: TLShapeId, area: Area): boolean {
  const bounds = editor.getShapePageBounds(id);
  return bounds !== undefined && overlaps(bounds, area);
}

function overlaps(a: Area, b: Area): boolean {
  return a.minX <= b.maxX && a.maxX >= b.minX && a.minY <= b.maxY && a.maxY >= b.minY;
}
