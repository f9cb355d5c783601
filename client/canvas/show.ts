import { react, type Editor } from '@tldraw/tldraw';
import type { BoardLayout, Box } from '../../shared/board/layout.ts';
import { extentOf } from './extent.ts';
import { cameraToFit, type Camera, type FreeView } from './fit.ts';
import { isNoteShape } from './note-shape.tsx';

/** Below this many pixels the whole board would be too small to read, and its first column is shown. */
const NARROW = 700;
/** Around what is shown; more below, where the tools are. */
const INSETS = { left: 28, top: 28, right: 28, bottom: 80 };
const ANIMATION_MS = 220;

/** Shows parts of the board as large as they fit. */
export interface Fitting {
  /** What somebody sees who comes to the board. */
  first(): void;
  /** The whole board. */
  all(): void;
  /** One approach. */
  approach(id: string): void;
  stop(): void;
}

/**
 * What was fitted stays fitted while the view grows and shrinks, as when a bar comes above it, until the
 * reader moves it or writes in a note.
 */
export function bindFitting(editor: Editor, layout: () => BoardLayout): Fitting {
  let fitted: { box: Box; camera: Camera } | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;

  const fit = (box: Box | null | undefined, animated: boolean) => {
    if (!box) return;
    const camera = cameraToFit(box, freeView(editor));
    fitted = { box, camera };
    editor.setCamera(camera, animated ? { animation: { duration: ANIMATION_MS } } : {});
  };
  const all = (animated: boolean) => fit(extentOf(layout(), drawnOn(editor)), animated);
  const refit = () => {
    if (!fitted || editor.getEditingShapeId() !== null) return;
    if (isAt(editor.getCamera(), fitted.camera)) fit(fitted.box, false);
    else fitted = null;
  };
  /** The screen the view had when it was looked at last. */
  let size = '';
  const stopWatching = react('keep fitted what was fitted', () => {
    const { w, h } = editor.getViewportScreenBounds();
    const before = size;
    size = `${w} ${h}`;
    if (before === '' || before === size) return;
    clearTimeout(again);
    // Once a movement of our own is over: until then the camera is not where it is to stand.
    again = setTimeout(refit, editor.getCameraState() === 'moving' ? ANIMATION_MS + 80 : 0);
  });

  return {
    first() {
      const column = layout().approaches[0]?.columns[0];
      const view = editor.getViewportScreenBounds();
      if (!column || view.w >= NARROW) {
        all(false);
        return;
      }
      const zoom = (view.w - 24) / column.width;
      editor.setCamera({ x: 12 / zoom - column.x, y: 12 / zoom - column.y, z: zoom });
    },
    all: () => all(true),
    approach: (id) => fit(layout().approaches.find(({ approach }) => approach === id), true),
    stop() {
      stopWatching();
      clearTimeout(again);
    },
  };
}

/** What lies on the canvas beside the notes. */
export function drawnOn(editor: Editor): Box[] {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const bounds = isNoteShape(shape) ? undefined : editor.getShapePageBounds(shape);
    return bounds ? [{ x: bounds.x, y: bounds.y, width: bounds.w, height: bounds.h }] : [];
  });
}

function isAt(a: Camera, b: Camera): boolean {
  const within = 0.5 / b.z;
  return Math.abs(a.x - b.x) < within && Math.abs(a.y - b.y) < within && Math.abs(a.z / b.z - 1) < 0.001;
}

function freeView(editor: Editor): FreeView {
  const container = editor.getContainer();
  const view = container.getBoundingClientRect();
  const map = container.querySelector('.canvas-map')?.getBoundingClientRect();
  return {
    width: view.width,
    height: view.height,
    insets: INSETS,
    map: map ? { x: map.x - view.x, y: map.y - view.y, width: map.width, height: map.height } : null,
    least: editor.getCameraOptions().zoomSteps[0]!,
  };
}
