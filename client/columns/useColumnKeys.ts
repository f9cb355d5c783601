import { useTranslation } from 'react-i18next';
import { shiftNote } from '../session/acts.ts';
import { useSession } from '../session/hooks.ts';
import { announce } from '../ui/announce.tsx';
import type { ColumnsScope } from './context.ts';
import type { Part } from './focus.ts';
import { useShortcut } from '../keys/useShortcut.ts';

/** Ways through the view by keyboard, from wherever the focus is: note by note, column by column. */
export function useColumnKeys({ mayEdit, sorted, focus }: Pick<ColumnsScope, 'mayEdit' | 'sorted' | 'focus'>): void {
  useShortcut('next-note', () => go('[data-note]:not([hidden])', 1, focusNote));
  useShortcut('previous-note', () => go('[data-note]:not([hidden])', -1, focusNote));
  useShortcut('next-column', () => go('[data-head]', 1, focusHead));
  useShortcut('previous-column', () => go('[data-head]', -1, focusHead));
  useShortcut('add-in-column', addHere, mayEdit);
  useShortcut('react', () => press('react'), mayEdit);
  useShortcut('comment', () => press('comments'), mayEdit);
  const { t } = useTranslation('columns');
  const session = useSession();
  const shift = (by: -1 | 1) => {
    const active = document.activeElement;
    const id = active?.closest<HTMLElement>('[data-note]')?.dataset.note;
    if (!id || sorted || !session.mayChange(id)) return;
    focus.want(id, (active as HTMLElement).dataset.part as Part);
    const now = shiftNote(session, id, by);
    if (now) announce(t('said.shifted', { position: now.index + 1, total: now.count }));
  };
  useShortcut('earlier', () => shift(-1), mayEdit);
  useShortcut('later', () => shift(1), mayEdit);
}

/** To the next or the previous of its kind, in the order of the page, seen from what has the focus. */
function go(kind: string, by: 1 | -1, focus: (element: HTMLElement) => void): void {
  const all = [...document.querySelectorAll<HTMLElement>(`.columns-view ${kind}`)];
  const active = document.activeElement === document.body ? null : document.activeElement;
  const here = active?.closest<HTMLElement>(kind) ?? active;
  const lies = (where: number) => (element: HTMLElement) => element !== here && (!here || Boolean(here.compareDocumentPosition(element) & where));
  const target = by > 0 ? all.find(lies(Node.DOCUMENT_POSITION_FOLLOWING)) : all.findLast(lies(Node.DOCUMENT_POSITION_PRECEDING));
  if (target) focus(target);
}

/** To what writes in the note; for who only reads to what else it offers, else to the note itself. */
function focusNote(note: HTMLElement): void {
  const part = (name: string) => note.querySelector<HTMLElement>(name);
  const target = part('[data-part="edit"]') ?? part('[data-part="text"]') ?? part('[data-part]') ?? note;
  target.focus();
  note.scrollIntoView({ block: 'nearest' });
}

/** Presses a button of the note that has the focus. */
function press(part: 'react' | 'comments'): void {
  document.activeElement?.closest('[data-note]')?.querySelector<HTMLElement>(`[data-part="${part}"]`)?.click();
}

function focusHead(head: HTMLElement): void {
  head.focus({ preventScroll: true });
  head.scrollIntoView({ block: 'start' });
}

/** Opens the place to write in the column that has the focus; else on a phone the one box at the bottom, elsewhere the first column's. */
function addHere(): void {
  const find = (place: ParentNode | null | undefined, selector: string) => place?.querySelector<HTMLElement>(selector);
  const view = document.querySelector('.columns-view');
  const way = find(document.activeElement?.closest('[data-list]'), '[data-add]') ?? find(view, '.columns-write-area') ?? find(view, '[data-add]');
  if (way instanceof HTMLButtonElement) way.click();
  else way?.focus();
}
