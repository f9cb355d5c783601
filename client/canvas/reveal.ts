import { Box, type Editor } from '@tldraw/tldraw';

/** From this much on, the text of a note can be read. */
const READABLE_ZOOM = 0.4;
/** Where it could not, it is shown at this. */
const READING_ZOOM = 0.8;

/** Whether notes are shown large enough to be read. */
export function isReadable(editor: Editor): boolean {
  return editor.getZoomLevel() >= READABLE_ZOOM;
}

/** What lies over the edges of the canvas, in pixels of the screen. */
export interface Covered {
  top: number;
  bottom: number;
}

const NOTHING: Covered = { top: 0, bottom: 0 };

/** Moves the view when something lies outside of it, is covered, or is too small to read. */
export function reveal(editor: Editor, box: Box, covered: Covered = NOTHING): void {
  const readable = isReadable(editor);
  const zoom = readable ? editor.getZoomLevel() : READING_ZOOM;
  if (readable && open(editor, covered).contains(box)) return;
  const view = editor.getViewportScreenBounds();
  const middle = covered.top + (view.h - covered.top - covered.bottom) / 2;
  editor.setCamera({ x: view.w / zoom / 2 - box.center.x, y: middle / zoom - box.center.y, z: zoom }, { animation: { duration: 220 } });
}

/** The part of the page that is shown and not covered. */
function open(editor: Editor, { top, bottom }: Covered): Box {
  const page = editor.getViewportPageBounds();
  const zoom = editor.getZoomLevel();
  return new Box(page.x, page.y + top / zoom, page.w, page.h - (top + bottom) / zoom);
}
