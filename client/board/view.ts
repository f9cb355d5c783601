import { useState } from 'react';

export const VIEWS = ['canvas', 'columns'] as const;

export type View = (typeof VIEWS)[number];

const STORED = 'plenary.view';

/** The view of the board, remembered on this device; at first a phone shows columns, a desk the canvas. */
export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState<View>(() => {
    const stored = VIEWS.find((candidate) => candidate === localStorage.getItem(STORED));
    return stored ?? (matchMedia('(max-width: 700px)').matches ? 'columns' : 'canvas');
  });
  return [
    view,
    (next) => {
      localStorage.setItem(STORED, next);
      setView(next);
    },
  ];
}
