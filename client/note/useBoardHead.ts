import { useLayoutEffect, useState } from 'react';

/** Where the bar over the board ends, in pixels: what stands beside the board begins there. */
export function useBoardHead(): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const head = document.querySelector<HTMLElement>('.board-top');
    if (!head) return;
    const measure = () => setHeight(head.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(head);
    return () => observer.disconnect();
  }, []);
  return height;
}
