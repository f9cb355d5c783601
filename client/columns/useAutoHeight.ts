import { useLayoutEffect, type RefObject } from 'react';

/** Lets a text area be as high as what is written in it. */
export function useAutoHeight(area: RefObject<HTMLTextAreaElement | null>): void {
  // After every render: whatever changed may have changed the text or the width.
  useLayoutEffect(() => fit(area.current));
}

function fit(element: HTMLTextAreaElement | null): void {
  if (!element) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
}
