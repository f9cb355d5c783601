import type { ColumnKind } from '../stage/columns.ts';

/** The papers a note can be written on. */
export const NOTE_COLORS = ['sun', 'peach', 'rose', 'leaf', 'sky', 'lilac', 'stone'] as const;

export type NoteColor = (typeof NOTE_COLORS)[number];

/** Paper colours. Ink `#22201c` has a contrast of at least 7:1 on each (WCAG 2.2, 1.4.6). */
export const PAPER: Record<NoteColor, string> = {
  sun: '#ffe69a',
  peach: '#ffd2b0',
  rose: '#ffcfd6',
  leaf: '#cdeabf',
  sky: '#c6e2f7',
  lilac: '#e0d4f7',
  stone: '#e9e4da',
};

/** The colour of writing on any paper. */
export const INK = '#22201c';

/** A column's accent on a light and on a dark ground, AA against the ground and its own tint. */
export const COLUMN_ACCENT: Record<ColumnKind, { light: string; lightTint: string; dark: string; darkTint: string }> = {
  opportunities: { light: '#1d6b47', lightTint: '#e9f4ec', dark: '#7fd3a6', darkTint: '#1d2c25' },
  challenges: { light: '#855200', lightTint: '#fbf1dd', dark: '#eebd68', darkTint: '#2e2719' },
  obstacles: { light: '#a3392c', lightTint: '#fbeae6', dark: '#f5a396', darkTint: '#33211e' },
  ideas: { light: '#1d5a94', lightTint: '#e8f0f9', dark: '#8fc1f2', darkTint: '#1c2733' },
  questions: { light: '#6a3fa0', lightTint: '#f0eafa', dark: '#c5a8f0', darkTint: '#282034' },
  steps: { light: '#4a5860', lightTint: '#edf0f1', dark: '#b4c0c8', darkTint: '#23282b' },
};
