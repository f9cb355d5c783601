import { react, useEditor, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useEffect, useRef } from 'react';
import { NOTE_SIZE } from '../../../shared/board/layout.ts';
import { useSession } from '../../session/hooks.ts';
import type { Session } from '../../session/session.ts';
import { useTheme } from '../../ui/theme.ts';
import { noteId, shapeId, type NoteShape } from '../note-shape.tsx';
import type { Mounting } from './mounting.ts';
import { isWithin, type Area, type NotesInPage } from './notes-in-page.ts';
import { paintNote, type Look } from './paint-note.ts';
import { serves, sheetAround, type Sheet } from './sheet.ts';

/** With more changes than this at once all is painted anew. */
const MOST_PATCHES = 60;

/**
 * The notes in view that have no element, painted on one canvas that lies on the page: above the
 * structure, below all shapes. It moves and grows with the page by itself and is painted anew when
 * the view has left it, when a zoom has come to rest, and in parts where notes change.
 */
export function FarLayer({ notes, mounting }: { notes: NotesInPage; mounting: Mounting }) {
  const editor = useEditor();
  const session = useSession();
  const { shown } = useTheme();
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => startPainting(ref.current!, editor, session, notes, mounting), [editor, session, notes, mounting, shown]);
  return <canvas ref={ref} className="canvas-far" aria-hidden hidden />;
}

function startPainting(canvas: HTMLCanvasElement, editor: Editor, session: Session, notes: NotesInPage, mounting: Mounting): () => void {
  const context = canvas.getContext('2d')!;
  const look = readLook(canvas);
  let sheet: Sheet | null = null;
  /** Where each note on the sheet was painted. */
  const painted = new Map<TLShapeId, { x: number; y: number }>();
  const stale = new Set<TLShapeId>();
  let selected: ReadonlySet<TLShapeId> = new Set();
  let mounted: ReadonlySet<TLShapeId> = new Set();
  let frame = 0;

  const paint = (found: NoteShape[]) => {
    const { participants, sites } = session.stage.current();
    const inOrder = found.length > 1 ? found.sort((a, b) => (a.index < b.index ? -1 : 1)) : found;
    for (const shape of inOrder) {
      const person = shape.props.author === null ? undefined : participants.get(shape.props.author);
      const byline = { name: person?.name ?? '', site: sites.get(person?.site ?? '')?.name ?? '' };
      paintNote(context, { shape, selected: selected.has(shape.id), byline, note: session.live.note(noteId(shape.id)) }, sheet!.zoom, look);
      painted.set(shape.id, { x: shape.x, y: shape.y });
    }
  };
  const bare = (area: Area) => notes.within(area).filter(({ id }) => !mounted.has(id));

  const paintAll = (view: Area) => {
    const zoom = editor.getZoomLevel();
    sheet = sheetAround(view, zoom, devicePixelRatio);
    const { area, scale } = sheet;
    const width = Math.round((area.maxX - area.minX) * scale);
    const height = Math.round((area.maxY - area.minY) * scale);
    // Setting either empties the canvas, and costs more than to clear it.
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    else {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
    }
    canvas.style.width = `${width / scale}px`;
    canvas.style.height = `${height / scale}px`;
    canvas.style.transform = `translate(${area.minX}px, ${area.minY}px)`;
    context.setTransform(scale, 0, 0, scale, -area.minX * scale, -area.minY * scale);
    painted.clear();
    stale.clear();
    paint(bare(area));
  };

  /** Paints the places anew where notes came, changed or went. */
  const patch = () => {
    for (const id of stale) {
      const before = painted.get(id);
      const now = mounted.has(id) ? undefined : notes.get(id);
      painted.delete(id);
      for (const place of [before, now]) if (place) repaint(place);
    }
    stale.clear();
  };
  const repaint = ({ x, y }: { x: number; y: number }) => {
    const rim = 3 / sheet!.zoom;
    const area = { minX: x - rim, minY: y - rim, maxX: x + NOTE_SIZE.width + rim, maxY: y + NOTE_SIZE.height + rim };
    if (!isWithin({ x, y }, sheet!.area)) return;
    context.save();
    context.beginPath();
    context.rect(area.minX, area.minY, area.maxX - area.minX, area.maxY - area.minY);
    context.clip();
    context.clearRect(area.minX, area.minY, area.maxX - area.minX, area.maxY - area.minY);
    paint(bare(area));
    context.restore();
  };

  const show = () => {
    frame = 0;
    const view: Area = editor.getViewportPageBounds();
    selected = differing(selected, new Set(editor.getSelectedShapeIds()), stale);
    mounted = differing(mounted, mounting.mounted.get(), stale);
    const isNeeded = mounting.far.get() || bare(view).length > 0;
    if (!isNeeded) {
      if (sheet) hide();
      return;
    }
    const isMoving = editor.getCameraState() === 'moving';
    if (!sheet || !serves(sheet, view, editor.getZoomLevel(), isMoving) || stale.size > MOST_PATCHES) paintAll(view);
    else patch();
    canvas.hidden = false;
    tell();
  };
  const hide = () => {
    canvas.hidden = true;
    sheet = null;
    painted.clear();
    stale.clear();
    tell();
  };
  /** How many notes are painted, for whoever looks from outside. */
  const tell = () => {
    const count = String(painted.size);
    if (canvas.dataset.notes !== count) canvas.dataset.notes = count;
  };
  const soon = () => void (frame ||= requestAnimationFrame(show));

  const stops = [
    notes.onChange((id) => {
      stale.add(id);
      soon();
    }),
    // What people say about a note is no part of its shape.
    session.live.onNotes((changed) => {
      for (const id of changed) stale.add(shapeId(id));
      soon();
    }),
    react('paint what is far away', () => {
      editor.getCamera();
      editor.getCameraState();
      editor.getViewportScreenBounds();
      editor.getSelectedShapeIds();
      mounting.mounted.get();
      mounting.far.get();
      soon();
    }),
    session.stage.onChange(() => {
      sheet = null;
      soon();
    }),
  ];
  // Letters painted before the font was there are in another one.
  void document.fonts.ready.then(() => {
    sheet = null;
    soon();
  });
  show();
  return () => {
    for (const stop of stops) stop();
    cancelAnimationFrame(frame);
  };
}

/** The next of two sets; what is in one of them only is added to `changed`. */
function differing(before: ReadonlySet<TLShapeId>, next: ReadonlySet<TLShapeId>, changed: Set<TLShapeId>): ReadonlySet<TLShapeId> {
  if (before === next) return before;
  for (const id of before) if (!next.has(id)) changed.add(id);
  for (const id of next) if (!before.has(id)) changed.add(id);
  return next;
}

function readLook(element: HTMLElement): Look {
  const style = getComputedStyle(element);
  return {
    font: style.getPropertyValue('--font'),
    shadow: style.getPropertyValue('--far-shadow'),
    selected: style.getPropertyValue('--accent'),
  };
}
