import { useShortcut } from '../keys/useShortcut.ts';

/** Ways through the view by keyboard, from wherever the focus is: note by note, column by column. */
export function useColumnKeys(mayEdit: boolean): void {
  useShortcut('next-note', () => go('[data-note]', 1, focusNote));
  useShortcut('previous-note', () => go('[data-note]', -1, focusNote));
  useShortcut('next-column', () => go('[data-head]', 1, focusHead));
  useShortcut('previous-column', () => go('[data-head]', -1, focusHead));
  useShortcut('add-in-column', addHere, mayEdit);
}

/** To the next or the previous of its kind, in the order of the page, seen from what has the focus. */
function go(kind: string, by: 1 | -1, focus: (element: HTMLElement) => void): void {
  const all = [...document.querySelectorAll<HTMLElement>(`.columns-view ${kind}`)];
  const active = document.activeElement;
  const here = active?.closest<HTMLElement>(kind) ?? active;
  const after = (element: HTMLElement) => !here || here === document.body || Boolean(here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  const target = by > 0 ? all.find((element) => element !== here && after(element)) : all.findLast((element) => element !== here && !after(element));
  if (target) focus(target);
}

function focusNote(note: HTMLElement): void {
  const part = note.querySelector<HTMLElement>('[data-part]') ?? note;
  part.focus();
  note.scrollIntoView({ block: 'nearest' });
}

function focusHead(head: HTMLElement): void {
  head.focus({ preventScroll: true });
  head.scrollIntoView({ block: 'start' });
}

/** Opens the place to write in the column that has the focus, else in the first; on a phone the one box at the bottom. */
function addHere(): void {
  const view = document.querySelector('.columns-view');
  const list = document.activeElement?.closest('[data-list]');
  const way = [list, view].flatMap((place) => place?.querySelector<HTMLElement>('[data-add]') ?? [])[0];
  if (way instanceof HTMLButtonElement) way.click();
  else way?.focus();
}
