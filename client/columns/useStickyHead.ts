import { useLayoutEffect, useState, type RefObject } from 'react';

/**
 * How high what the page keeps in sight above this view is, in pixels: what the view itself keeps
 * in sight has to stand below it, and what has the focus must not come to lie under it.
 */
export function useStickyHead(view: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const head = view.current?.closest('.board')?.querySelector<HTMLElement>(':scope > header');
    if (!head) return;
    const measure = () => setHeight(getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(head);
    return () => observer.disconnect();
  }, [view]);
  return height;
}
