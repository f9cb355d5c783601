import { locate, neighbour, type Lists } from './lists.ts';

/** The parts of a note that can hold the focus, as in `data-part`. */
export type Part = 'edit' | 'menu' | 'text' | 'gone' | 'react' | 'comments';

/**
 * Keeps the focus with its note. A note that changes its list is taken out of the page and built
 * anew elsewhere, and one that is deleted leaves nothing: without this the focus would fall back to
 * the beginning of the page.
 */
export interface FocusKeeper {
  /** The focus is to be on this note once the page has been built. */
  want(id: string, part: Part): void;
  /** The note leaves the page with this element in it that may hold the focus. */
  leaving(id: string, element: HTMLElement): void;
  /** Puts the focus on the wanted note if it is there. */
  settle(): void;
  /** The same after the lists have changed; where the note is gone, the focus goes to its neighbour. */
  settleIn(previous: Lists, next: Lists): void;
}

interface Wish {
  id: string;
  part: Part;
  selection?: [number, number];
}

export function createFocusKeeper(): FocusKeeper {
  let wish: Wish | null = null;

  const find = (selector: string) => document.querySelector<HTMLElement>(`.columns-view ${selector}`);
  const findNote = (id: string, part: Part) => {
    const note = `[data-note="${CSS.escape(id)}"]`;
    for (const candidate of [part, 'edit', 'text', 'gone']) {
      const element = find(`${note} [data-part="${candidate}"]`);
      if (element) return element;
    }
    // Whoever only reads has no buttons in a note, but the note itself.
    return find(note);
  };
  const settle = () => {
    const element = wish && findNote(wish.id, wish.part);
    if (!wish || !element) return;
    element.focus();
    if (wish.selection && element instanceof HTMLTextAreaElement) element.setSelectionRange(...wish.selection);
    wish = null;
  };

  return {
    want(id, part) {
      wish = { id, part };
    },
    leaving(id, element) {
      const active = holder(document.activeElement);
      if (!(active instanceof HTMLElement) || !element.contains(active)) return;
      wish = { id, part: (active.dataset.part as Part | undefined) ?? 'edit' };
      if (active instanceof HTMLTextAreaElement) wish.selection = [active.selectionStart, active.selectionEnd];
    },
    settle,
    settleIn(previous, next) {
      settle();
      if (!wish || locate(next, wish.id)) return;
      const other = neighbour(previous, next, wish.id);
      const key = locate(previous, wish.id)?.key;
      const part = wish.part === 'menu' ? 'menu' : 'edit';
      wish = null;
      const element = other
        ? findNote(other, part)
        : key
          ? (find(`[data-list="${CSS.escape(key)}"] [data-add]`) ?? find(`[data-list="${CSS.escape(key)}"] [data-head]`))
          : null;
      element?.focus();
    },
  };
}

/** What stands for the focus in the page: within a menu, the button that opened it. */
function holder(active: Element | null): Element | null {
  const opener = active?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  return opener ? document.getElementById(opener) : active;
}
