import { NOTE_SIZE, type BoardLayout, type Box } from '../../shared/board/layout.ts';
import type { Note } from '../../shared/board/index.ts';
import { onMap, type MapFrame } from './mini-map.ts';

export interface MapContent {
  layout: BoardLayout;
  notes: readonly Note[];
  drawn: readonly Box[];
  isUnread(id: string): boolean;
}

/** Smaller than this, in pixels, nothing could be seen. */
const LEAST = 1.5;
const UNREAD_DOT = 3;

/** Paints the board small: approaches, columns, groups, notes by their paper, drawings, and dots where something is new. */
export function paintMap(canvas: HTMLCanvasElement, frame: MapFrame, { layout, notes, drawn, isUnread }: MapContent): void {
  const ink = canvas.getContext('2d');
  if (!ink) return;
  const density = devicePixelRatio;
  canvas.width = Math.round(frame.width * density);
  canvas.height = Math.round(frame.height * density);
  ink.scale(density, density);
  const style = getComputedStyle(canvas);
  const color = (name: string) => style.getPropertyValue(name);
  const fill = (box: Box, name: string) => {
    const { x, y, width, height } = onMap(frame, box);
    ink.fillStyle = color(name);
    ink.fillRect(x, y, Math.max(LEAST, width), Math.max(LEAST, height));
  };
  const outline = (box: Box, name: string) => {
    const { x, y, width, height } = onMap(frame, box);
    ink.strokeStyle = color(name);
    ink.strokeRect(x + 0.5, y + 0.5, Math.max(LEAST, width - 1), Math.max(LEAST, height - 1));
  };

  for (const approach of layout.approaches) {
    fill(approach, '--surface');
    outline(approach, '--line-strong');
    for (const column of approach.columns) {
      fill(column, `--column-${column.kind}-tint`);
      fill({ ...column, height: 24 }, `--column-${column.kind}`);
      for (const block of column.blocks) if (block.group !== null) outline(block, '--line-strong');
    }
  }
  const papers = new Map<string, string>();
  const paper = (name: string) => papers.get(name) ?? papers.set(name, color(`--paper-${name}`)).get(name)!;
  const fresh: { x: number; y: number }[] = [];
  for (const note of notes) {
    const place = layout.notes.get(note.id);
    if (!place) continue;
    const { x, y, width, height } = onMap(frame, { ...place, ...NOTE_SIZE });
    ink.fillStyle = paper(note.color);
    ink.fillRect(x, y, Math.max(LEAST, width), Math.max(LEAST, height));
    if (isUnread(note.id)) fresh.push({ x: x + width, y });
  }
  for (const box of drawn) outline(box, '--ink-soft');
  for (const { x, y } of fresh) {
    ink.beginPath();
    ink.arc(x, y, UNREAD_DOT, 0, 2 * Math.PI);
    ink.fillStyle = color('--accent');
    ink.fill();
    ink.strokeStyle = color('--surface');
    ink.stroke();
  }
}
