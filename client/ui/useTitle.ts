import { useEffect } from 'react';

/** Names the tab after the screen that is shown (WCAG 2.2, 2.4.2). */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
