import { Vec, type Editor, type TLEventInfo, type VecLike } from '@tldraw/tldraw';
import { isNoteShape, noteId } from './note-shape.tsx';

/** A finger that stays within so many pixels, and goes within so many milliseconds, has tapped. */
const TAP = { pixels: 10, ms: 500 };

/**
 * On a phone a finger has the hand, which moves the view. A tap on a note selects it all the same, with
 * all that can be done with it above, and the finger then moves it; who may not write reads it in full.
 * What is pressed next beside it is for the hand again. Returns how to stop.
 */
export function bindTaps(editor: Editor, read: (note: string) => void): () => void {
  let down: { at: Vec; time: number } | null = null;
  /** Whether the finger has let go of the hand for a note. */
  let lent = false;

  const noteAt = (point: VecLike) => editor.getShapeAtPoint(editor.screenToPage(point), { hitInside: true, filter: isNoteShape })?.id ?? null;

  const takeBack = () => {
    lent = false;
    editor.selectNone();
    editor.setCurrentTool('hand');
  };

  const before = (info: TLEventInfo) => {
    if (info.type === 'pinch') down = null;
    if (info.type !== 'pointer' || info.name !== 'pointer_down') return;
    if (lent && !editor.isIn('select')) lent = false;
    if (lent && editor.isIn('select.idle')) {
      const note = noteAt(info.point);
      if (!note || !editor.getSelectedShapeIds().includes(note)) takeBack();
    }
    const isFinger = editor.getInstanceState().isCoarsePointer && editor.isIn('hand.idle');
    down = isFinger ? { at: Vec.From(info.point), time: performance.now() } : null;
  };

  const after = (info: TLEventInfo) => {
    if (!down || info.type !== 'pointer' || info.name !== 'pointer_up') return;
    const tapped = Vec.Dist(down.at, info.point) < TAP.pixels && performance.now() - down.time < TAP.ms;
    down = null;
    const note = tapped ? noteAt(info.point) : null;
    if (!note) return;
    if (editor.getIsReadonly()) {
      read(noteId(note));
      return;
    }
    editor.setCurrentTool('select');
    editor.select(note);
    lent = true;
  };

  editor.on('before-event', before);
  editor.on('event', after);
  return () => {
    editor.off('before-event', before);
    editor.off('event', after);
  };
}
