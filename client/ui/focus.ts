/** As a `ref`: the element takes the focus as it appears, because what had the focus has gone. */
export function focusNow(element: HTMLElement | null): void {
  element?.focus();
}

/** What stands under all bars: the last to take a focus that has nowhere else to go. */
export function theBoard(): HTMLElement | null {
  return document.querySelector<HTMLElement>('#content');
}
