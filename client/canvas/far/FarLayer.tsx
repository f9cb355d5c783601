import { react, useEditor, type Editor, type TLShapeId } from '@tldraw/tldraw';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NOTE_SIZE } from '../../../shared/board/layout.ts';
import type { Cell } from '../../columns/cell.ts';
import { useFinding } from '../../finding/finding.ts';
import type { Unread } from '../../finding/unread.ts';
import { useSession } from '../../session/hooks.ts';
import type { Session } from '../../session/session.ts';
import type { Writers } from '../../session/writers.ts';
import { isAside } from '../../sites/only-site.ts';
import { personColor } from '../../ui/person-color.ts';
import { useTheme } from '../../ui/theme.ts';
import { useCanvas } from '../canvas-context.ts';
import { noteId, shapeId, type NoteShape } from '../note-shape.tsx';
import type { Mounting } from './mounting.ts';
import { expand, isWithin, type Area, type NotesInPage } from './notes-in-page.ts';
import { MARKS_FROM, markRadius, paintAside, paintNote, paintUnread, paintWriting, showsFeet, WRITING_ROOM, type Look } from './paint-note.ts';
import { joined, serves, sheetAround, uncovered, type Sheet } from './sheet.ts';

/** With more places to paint than this at once all is painted anew. */
const MOST_PATCHES = 24;
/** So often at most others' changes are painted while something moves under the hand: each hands the whole sheet to the screen again. */
const PATCH_INTERVAL_MS = 150;

/**
 * The notes in view that have no element, painted on one canvas that lies on the page: above the
 * structure, below all shapes. It moves and grows with the page by itself and is painted anew when
 * the view has left it, when a zoom has come to rest, and in parts where notes change.
 */
export function FarLayer({ notes, mounting }: { notes: NotesInPage; mounting: Mounting }) {
  const editor = useEditor();
  const session = useSession();
  const { unread, onlySite } = useFinding();
  const { writers } = useCanvas();
  const { shown } = useTheme();
  const { t } = useTranslation('canvas');
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const sayWriting = (names: readonly string[]) => t('writing', { count: names.length, names: names.join(', ') });
    return startPainting(ref.current!, editor, { session, unread, onlySite, writers, sayWriting, notes, mounting });
  }, [editor, session, unread, onlySite, writers, notes, mounting, shown, t]);
  return <canvas ref={ref} className="canvas-far" aria-hidden hidden />;
}

interface Content {
  session: Session;
  unread: Unread;
  onlySite: Cell<string | null>;
  writers: Writers;
  /** That people of these names are writing. */
  sayWriting(names: readonly string[]): string;
  notes: NotesInPage;
  mounting: Mounting;
}

function startPainting(canvas: HTMLCanvasElement, editor: Editor, { session, unread, onlySite, writers, sayWriting, notes, mounting }: Content): () => void {
  const context = canvas.getContext('2d')!;
  const look = readLook(canvas);
  let sheet: Sheet | null = null;
  /** Where each note on the sheet was painted. */
  const painted = new Map<TLShapeId, { x: number; y: number }>();
  const stale = new Set<TLShapeId>();
  /** Whether something stale cannot wait: its element comes or goes now. */
  let urgent = false;
  let patchedAt = 0;
  let selected: ReadonlySet<TLShapeId> = new Set();
  let mounted: ReadonlySet<TLShapeId> = new Set();
  let fresh: ReadonlySet<TLShapeId> = new Set();
  let freshIds: readonly string[] = [];
  /** The notes somebody writes in. */
  let written: ReadonlySet<TLShapeId> = new Set();
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const paint = (found: NoteShape[]) => {
    const stage = session.stage.current();
    const { participants, sites } = stage;
    const site = onlySite.get();
    const { zoom } = sheet!;
    const inOrder = found.length > 1 ? found.sort((a, b) => (a.index < b.index ? -1 : 1)) : found;
    for (const shape of inOrder) {
      const person = shape.props.author === null ? undefined : participants.get(shape.props.author);
      const byline = { name: person?.name ?? '', site: sites.get(person?.site ?? '')?.name ?? '' };
      const note = zoom >= MARKS_FROM ? session.live.note(noteId(shape.id)) : undefined;
      paintNote(context, { shape, selected: selected.has(shape.id), byline, note }, zoom, look);
      if (isAside(stage, site, shape.props.author)) paintAside(context, shape, look);
      painted.set(shape.id, { x: shape.x, y: shape.y });
    }
    // Marks reach over their neighbours.
    if (fresh.size > 0) for (const shape of inOrder) if (fresh.has(shape.id)) paintUnread(context, shape, zoom);
    if (written.size === 0) return;
    for (const shape of inOrder) {
      const people = written.has(shape.id) ? writers.of(noteId(shape.id)).split(' ') : [];
      const names = people.flatMap((id) => participants.get(id)?.name ?? []);
      if (names.length === 0) continue;
      paintWriting(context, shape, { names: sayWriting(names), color: personColor(participants, people[0]!) }, zoom, look);
    }
  };
  const bare = (area: Area) => notes.within(area).filter(({ id }) => !mounted.has(id));

  const paintAll = (view: Area) => {
    const before = sheet;
    const next = sheetAround(view, editor.getZoomLevel(), devicePixelRatio);
    sheet = next;
    const { area, scale, width, height } = next;
    const patches = before ? stalePlaces() : [];
    const strips = before && patches.length <= MOST_PATCHES ? uncovered(next, before) : null;
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (strips) {
      context.globalCompositeOperation = 'copy';
      context.drawImage(canvas, Math.round((before!.area.minX - area.minX) * scale), Math.round((before!.area.minY - area.minY) * scale));
      context.globalCompositeOperation = 'source-over';
    } else if (canvas.width !== width || canvas.height !== height) {
      // Empties it, too.
      Object.assign(canvas, { width, height });
    } else context.clearRect(0, 0, width, height);
    canvas.style.width = `${width / scale}px`;
    canvas.style.height = `${height / scale}px`;
    canvas.style.transform = `translate(${area.minX}px, ${area.minY}px)`;
    context.setTransform(scale, 0, 0, scale, -area.minX * scale, -area.minY * scale);
    if (strips) {
      for (const [id, place] of painted) if (!isWithin(place, area)) painted.delete(id);
      for (const strip of strips) repaint(strip);
      patch(patches);
      return;
    }
    painted.clear();
    settled();
    paint(bare(area));
  };

  /** The places where notes came, changed or went: of each, as it was painted and as it is. */
  const stalePlaces = (): Area[] => {
    const rim = 3 / sheet!.zoom + reach();
    const places: Area[] = [];
    for (const id of stale) {
      for (const place of [painted.get(id), mounted.has(id) ? undefined : notes.get(id)]) {
        if (!place || !isWithin(place, sheet!.area)) continue;
        const { x, y } = place;
        places.push(expand({ minX: x, minY: y, maxX: x + NOTE_SIZE.width, maxY: y + NOTE_SIZE.height }, rim));
      }
    }
    return joined(places);
  };
  const patch = (places: Area[]) => {
    for (const id of stale) painted.delete(id);
    for (const place of places) repaint(place);
    settled();
  };
  const settled = () => {
    stale.clear();
    urgent = false;
    patchedAt = performance.now();
  };
  /** How far the marks of a note reach beyond its paper, in page units. */
  const reach = () => Math.max(markRadius(sheet!.zoom), WRITING_ROOM);
  const repaint = (area: Area) => {
    const { minX, minY, maxX, maxY } = area;
    context.save();
    context.beginPath();
    context.rect(minX, minY, maxX - minX, maxY - minY);
    context.clip();
    context.clearRect(minX, minY, maxX - minX, maxY - minY);
    // The mark of a note beside it may reach in.
    paint(bare(fresh.size + written.size > 0 ? expand(area, reach()) : area));
    context.restore();
  };

  const show = () => {
    frame = 0;
    clearTimeout(timer);
    timer = undefined;
    const view: Area = editor.getViewportPageBounds();
    selected = differing(selected, new Set(editor.getSelectedShapeIds()), stale);
    if (mounted !== mounting.mounted.get()) urgent = true;
    mounted = differing(mounted, mounting.mounted.get(), stale);
    if (freshIds !== unread.ids()) {
      freshIds = unread.ids();
      fresh = differing(fresh, new Set(freshIds.map(shapeId)), stale);
    }
    const isNeeded = mounting.far.get() || bare(view).length > 0;
    if (!isNeeded) {
      hide();
      return;
    }
    const isMoving = editor.getCameraState() === 'moving';
    if (!sheet || !serves(sheet, view, editor.getZoomLevel(), isMoving)) paintAll(view);
    else if (stale.size > 0) {
      const wait = urgent || !(isMoving || editor.inputs.isDragging) ? 0 : patchedAt + PATCH_INTERVAL_MS - performance.now();
      const patches = wait > 0 ? [] : stalePlaces();
      if (wait > 0) timer ??= setTimeout(soon, wait);
      else if (patches.length > MOST_PATCHES) paintAll(view);
      else patch(patches);
    }
    canvas.hidden = false;
    tell();
  };
  const hide = () => {
    if (!canvas.hidden) canvas.hidden = true;
    sheet = null;
    painted.clear();
    settled();
    tell();
  };
  /** How many notes are painted, for whoever looks from outside. */
  const tell = () => {
    const count = String(painted.size);
    if (canvas.dataset.notes !== count) canvas.dataset.notes = count;
  };
  const soon = () => void (frame ||= requestAnimationFrame(show));

  const readWritten = () => {
    const next = new Set([...writers.notes()].map(shapeId));
    // Also where somebody else writes now.
    for (const id of new Set([...written, ...next])) stale.add(id);
    written = next;
  };
  const anew = () => {
    sheet = null;
    soon();
  };

  let bylines = bylinesOf(session);
  /** Paints the notes anew of whom the stage calls or places differently now. */
  const readPeople = () => {
    const before = bylines;
    bylines = bylinesOf(session);
    for (const id of written) stale.add(id);
    if (!sheet || (!showsFeet(sheet.zoom) && onlySite.get() === null)) return soon();
    const changed = new Set([...before.keys(), ...bylines.keys()].filter((id) => before.get(id) !== bylines.get(id)));
    if (changed.size > 0) for (const { id, props } of notes.all()) if (props.author !== null && changed.has(props.author)) stale.add(id);
    soon();
  };

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
    unread.onChange(soon),
    writers.subscribe(() => {
      readWritten();
      soon();
    }),
    session.stage.onChange(readPeople),
    onlySite.subscribe(anew),
  ];
  readWritten();
  // Letters painted before the font was there are in another one.
  void document.fonts.ready.then(anew);
  show();
  return () => {
    for (const stop of stops) stop();
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** By participant, what is painted of them on their notes: name and site. */
function bylinesOf(session: Session): Map<string, string> {
  const { participants, sites } = session.stage.current();
  return new Map([...participants.values()].map(({ id, name, site }) => [id, [name, site, sites.get(site)?.name].join('\n')]));
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
    ground: style.getPropertyValue('--ground'),
  };
}
