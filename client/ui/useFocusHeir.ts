import { useLayoutEffect, type RefObject } from 'react';

/**
 * Where the focus goes when a part of the page that has it is taken away by others, by the lock of
 * the board for one: else it would fall back to the beginning of the page.
 * @param part the part that may go
 * @param heir what takes the focus then, where nothing else has taken it
 */
export function useFocusHeir(part: RefObject<HTMLElement | null>, heir: (part: HTMLElement) => HTMLElement | null | undefined): void {
  useLayoutEffect(() => {
    const element = part.current;
    if (!element) return;
    return () => {
      if (!element.contains(document.activeElement)) return;
      const next = heir(element);
      queueMicrotask(() => {
        const lost = document.activeElement === null || document.activeElement === document.body;
        if (lost && next?.isConnected) next.focus();
      });
    };
    // Only when the part itself goes; who inherits is asked then.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [part]);
}
