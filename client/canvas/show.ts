import { Box, type Editor } from '@tldraw/tldraw';
import type { BoardLayout } from '../../shared/board/layout.ts';
import { cameraToFit, type FreeView } from './fit.ts';

/** Below this many pixels the whole board would be too small to read, and its first column is shown. */
const NARROW = 700;
/** Around what is shown; more below, where the tools are. */
const INSETS = { left: 28, top: 28, right: 28, bottom: 80 };

/** What somebody sees who comes to the board. */
export function showAtFirst(editor: Editor, layout: BoardLayout): void {
  const column = layout.approaches[0]?.columns[0];
  const view = editor.getViewportScreenBounds();
  if (!column || view.w >= NARROW) {
    showAll(editor, layout, false);
    return;
  }
  const zoom = (view.w - 24) / column.width;
  editor.setCamera({ x: 12 / zoom - column.x, y: 12 / zoom - column.y, z: zoom });
}

/** Shows the whole board. */
export function showAll(editor: Editor, layout: BoardLayout, animated: boolean): void {
  const boxes = layout.approaches.map(({ x, y, width, height }) => new Box(x, y, width, height));
  const drawn = editor.getCurrentPageBounds();
  if (drawn) boxes.push(drawn);
  if (boxes.length > 0) fit(editor, Box.Common(boxes), animated);
}

/** Shows one approach as large as it fits. */
export function showApproach(editor: Editor, layout: BoardLayout, id: string): void {
  const box = layout.approaches.find(({ approach }) => approach === id);
  if (box) fit(editor, new Box(box.x, box.y, box.width, box.height), true);
}

function fit(editor: Editor, { x, y, w, h }: Box, animated: boolean): void {
  const camera = cameraToFit({ x, y, width: w, height: h }, freeView(editor));
  editor.setCamera(camera, animated ? { animation: { duration: 220 } } : {});
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
