import { useLayoutEffect, useState, type RefObject } from 'react';

/** How high the board's head is, in pixels: what stays in sight of the panel stands below it. */
export function useHeadHeight(panel: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const head = panel.current?.closest('.board')?.querySelector<HTMLElement>(':scope > header');
    if (!head) return;
    const observer = new ResizeObserver(() => setHeight(head.offsetHeight));
    observer.observe(head);
    return () => observer.disconnect();
  }, [panel]);
  return height;
}
