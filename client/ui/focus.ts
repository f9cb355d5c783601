/** As a `ref`: the element takes the focus as it appears, because what had the focus has gone. */
export function focusNow(element: HTMLElement | null): void {
  element?.focus();
}
