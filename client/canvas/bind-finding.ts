import { atom, Box, react, type Editor, type Signal, type TLShapeId } from '@tldraw/tldraw';
import { NOTE_SIZE } from '../../shared/board/layout.ts';
import type { Finding } from '../finding/finding.ts';
import { followSight } from '../finding/follow-sight.ts';
import type { NotesBinding } from './bind-notes.ts';
import type { NotesInPage } from './far/notes-in-page.ts';
import { noteId, shapeId } from './note-shape.tsx';
import { isReadable, reveal, type Covered } from './reveal.ts';

/** Leads to notes on the canvas, and counts as seen what one has had before one's eyes or selected. */
export function bindFinding(editor: Editor, notes: NotesBinding, notesInPage: NotesInPage, { setGuide, unread }: Finding): () => void {
  const boxOf = (id: string) => {
    const place = notes.layout().notes.get(id);
    return place && new Box(place.x, place.y, NOTE_SIZE.width, NOTE_SIZE.height);
  };
  const stops = [
    setGuide({
      show(id, focus) {
        const box = boxOf(id);
        if (!box) return;
        reveal(editor, box, covered(editor));
        if (!focus) {
          // The bar of a note one was led to before would lie over what is shown now.
          if (editor.getOnlySelectedShapeId() !== shapeId(id)) editor.selectNone();
          return;
        }
        editor.select(shapeId(id));
        editor.getContainer().focus();
      },
      sight() {
        const { x, y, w, h } = editor.getViewportPageBounds();
        const note = nearestNote(editor, notes);
        return { box: { x: Math.round(x), y: Math.round(y), w: Math.max(1, Math.round(w)), h: Math.max(1, Math.round(h)) }, ...(note && { note }) };
      },
      look({ box, note }) {
        const shown = box ? Box.From(box) : note === undefined ? undefined : boxOf(note);
        if (!shown) return;
        if (box) editor.zoomToBounds(shown, { inset: 0, animation: { duration: 220 } });
        else reveal(editor, shown, covered(editor));
      },
      goToApproach(id) {
        const place = notes.layout().approaches.find(({ approach }) => approach === id);
        if (place) editor.zoomToBounds(new Box(place.x, place.y, place.width, place.height), { inset: 32, animation: { duration: 220 } });
      },
      onMove: (listener) =>
        react('what is in sight', () => {
          editor.getViewportPageBounds();
          listener();
        }),
    }),
    followSight(unread, () => {
      if (!isReadable(editor)) return [];
      const view = editor.getViewportPageBounds();
      return unread.ids().filter((id) => {
        const centre = boxOf(id)?.center;
        return centre !== undefined && view.containsPoint(centre) && !notesInPage.isHidden(shapeId(id));
      });
    }),
    react('a note that is selected has been seen', () => {
      const selected = editor.getOnlySelectedShapeId();
      if (selected) queueMicrotask(() => unread.see([noteId(selected)]));
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

/** The note nearest to the middle of the view, of those in it. */
function nearestNote(editor: Editor, notes: NotesBinding): string | undefined {
  const view = editor.getViewportPageBounds();
  let nearest: string | undefined;
  let least = Infinity;
  for (const [id, place] of notes.layout().notes) {
    const { center } = new Box(place.x, place.y, NOTE_SIZE.width, NOTE_SIZE.height);
    if (!view.containsPoint(center)) continue;
    const distance = center.dist(view.center);
    if (distance >= least) continue;
    least = distance;
    nearest = id;
  }
  return nearest;
}

/** The note one was led to, as the canvas follows what changes. */
export function followHere({ here }: Finding): { here: Signal<TLShapeId | null>; stop(): void } {
  const read = () => {
    const id = here.get();
    return id === null ? null : shapeId(id);
  };
  const signal = atom<TLShapeId | null>('the note one was led to', read());
  return { here: signal, stop: here.subscribe(() => signal.set(read())) };
}

/** Room for the tools at the bottom. */
const TOOLS = 80;
/** Room for the search where it lies over the canvas, folded as it will be when a note is shown. */
const SEARCH = 100;

function covered(editor: Editor): Covered {
  const canvas = editor.getContainer().getBoundingClientRect();
  const panel = document.querySelector('.find')?.getBoundingClientRect();
  const over = panel !== undefined && panel.left < canvas.right - 1 && panel.bottom > canvas.top;
  return { top: over ? SEARCH : 0, bottom: TOOLS };
}
