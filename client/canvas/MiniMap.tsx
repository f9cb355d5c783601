import { react, stopEventPropagation, useEditor } from '@tldraw/tldraw';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useFinding } from '../finding/finding.ts';
import { useSession } from '../session/hooks.ts';
import { useTheme } from '../ui/theme.ts';
import { useCanvas } from './canvas-context.ts';
import { frameMap, onMap, onPage, type MapFrame } from './mini-map.ts';
import { paintMap } from './paint-map.ts';
import { drawnOn } from './show.ts';

/** How often at most the map is painted anew while others write. */
const EVERY_MS = 300;

/**
 * The whole board small, with a frame around what is on the screen. Whoever points there goes there;
 * by keyboard, the arrows move the view, and Enter shows everything.
 */
export function MiniMap() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const canvas = useCanvas();
  const picture = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLSpanElement>(null);
  const frame = usePicture(picture);
  const hold = useRef<{ x: number; y: number } | null>(null);
  useViewFrame(view, frame);

  const pointAt = (event: PointerEvent) => {
    const { left, top } = picture.current!.getBoundingClientRect();
    return onPage(frame, { x: event.clientX - left, y: event.clientY - top });
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointAt(event);
    const shown = editor.getViewportPageBounds();
    // Taken by its frame, the view follows the hand; elsewhere it jumps to it first.
    hold.current = shown.containsPoint(point) ? { x: point.x - shown.center.x, y: point.y - shown.center.y } : { x: 0, y: 0 };
    if (!shown.containsPoint(point)) editor.centerOnPoint(point);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!hold.current) return;
    const { x, y } = pointAt(event);
    editor.centerOnPoint({ x: x - hold.current.x, y: y - hold.current.y });
  };
  const letGo = () => {
    hold.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const { center, w, h } = editor.getViewportPageBounds();
    editor.centerOnPoint({ x: center.x + way.x * w * STEP, y: center.y + way.y * h * STEP });
  };

  return (
    <button
      type="button"
      className="canvas-map"
      aria-label={t('map.label')}
      title={t('map.label')}
      style={{ width: frame.width, height: frame.height }}
      // Pressed by keyboard; a pointer has had its answer before.
      onClick={(event) => event.detail === 0 && canvas.fit()}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onWheelCapture={stopEventPropagation}
      onKeyDown={onKeyDown}
    >
      <canvas ref={picture} aria-hidden style={{ width: frame.width, height: frame.height }} />
      <span ref={view} className="canvas-map-view" />
    </button>
  );
}

/** By how much of the screen an arrow key moves the view. */
const STEP = 0.3;

const WAYS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Keeps the picture as the board is, and says how it is framed. */
function usePicture(picture: RefObject<HTMLCanvasElement | null>): MapFrame {
  const editor = useEditor();
  const canvas = useCanvas();
  const session = useSession();
  const { unread } = useFinding();
  const { shown: theme } = useTheme();
  const [frame, setFrame] = useState<MapFrame>(() => frameMap(canvas.layout(), drawnOn(editor)));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paint = () => {
      timer = undefined;
      const layout = canvas.layout();
      const drawn = drawnOn(editor);
      const next = frameMap(layout, drawn);
      setFrame((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      if (picture.current) paintMap(picture.current, next, { layout, drawn, notes: session.live.notes(), isUnread: unread.has });
    };
    const soon = () => {
      timer ??= setTimeout(paint, EVERY_MS);
    };
    paint();
    const stops = [canvas.onLayout(soon), session.live.onNotes(soon), session.live.onDrawings(soon), unread.onChange(soon)];
    return () => {
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
    // The colours are the theme's.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [picture, editor, canvas, session, unread, theme]);
  return frame;
}

/** Moves the frame with the view, past React: it follows every frame of a pan. */
function useViewFrame(view: RefObject<HTMLElement | null>, frame: MapFrame): void {
  const editor = useEditor();
  useEffect(
    () =>
      react('the view on the map', () => {
        const { x, y, w, h } = editor.getViewportPageBounds();
        const box = onMap(frame, { x, y, width: w, height: h });
        if (!view.current) return;
        view.current.style.transform = `translate(${box.x}px, ${box.y}px)`;
        view.current.style.width = `${Math.max(6, box.width)}px`;
        view.current.style.height = `${Math.max(6, box.height)}px`;
      }),
    [editor, view, frame],
  );
}
