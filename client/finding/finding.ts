import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import { createCell, useCell, type Cell } from '../columns/cell.ts';
import { foldGroup } from '../groups/folded.ts';
import type { Sight } from '../../shared/stage/lead.ts';
import type { Session } from '../session/session.ts';
import { isAside } from '../sites/only-site.ts';
import { inReadingOrder, nextAfter } from './reading-order.ts';
import { NO_QUERY, type Query } from './search.ts';
import { seenOnDevice } from './seen-memory.ts';
import { createUnread, type Unread } from './unread.ts';

/** What a view does to lead somebody to a note. */
export interface Guide {
  /**
   * Brings a note into sight, at a size at which it can be read.
   * @param focus whether the keyboard goes there, too
   */
  show(id: string, focus: boolean): void;
  /** What is in sight, for others to be led there; `null` where that cannot be said. */
  sight(): Sight | null;
  /** Shows what somebody else has in sight, as far as this view can. */
  look(sight: Sight): void;
  /** Brings an approach into sight. */
  goToApproach(id: string): void;
  /** Called when what is in sight changes; returns how to stop. */
  onMove(listener: () => void): () => void;
}

/** How one finds one's way on the open board, the same in every view. */
export interface Finding {
  unread: Unread;
  /** Whether the search is open, and what is looked for; kept when the view changes. */
  open: Cell<boolean>;
  query: Cell<Query>;
  /** Whether the focus is in its field. */
  inField: Cell<boolean>;
  /** How often the search was asked for: each time the focus goes to its field. */
  asked: Cell<number>;
  /** Opens the search; with `change`, for something else than last time. */
  ask(change?: Partial<Query>): void;
  /** The site whose notes are shown alone; `null` for all. */
  onlySite: Cell<string | null>;
  /** The note one was led to last; from there it goes on. */
  at: Cell<string | null>;
  /** The same, marked on the board until one does something there. */
  here: Cell<string | null>;
  /** The view that is shown, as what leads to notes. */
  guide: Cell<Guide | null>;
  /** Called by the view that is shown; returns how to withdraw. */
  setGuide(guide: Guide): () => void;
  /** Leads to a note: in sight, marked, and with `focus` under the keyboard. */
  goTo(id: string, focus: boolean): void;
  /** Leads to the next unread note in reading order, which counts as seen then; its id, or `null` where there is none. */
  goToUnread(): string | null;
  close(): void;
}

export function createFinding(session: Session): Finding {
  const unread = createUnread({
    live: session.live,
    participant: session.participant,
    memory: seenOnDevice(session.board, session.participant),
    ...wholeBoard(session),
  });
  const open = createCell(false);
  const query = createCell<Query>(NO_QUERY);
  const asked = createCell(0);
  const inField = createCell(false);
  const onlySite = createCell<string | null>(null);
  const at = createCell<string | null>(null);
  const here = createCell<string | null>(null);
  const guide = createCell<Guide | null>(null);

  const unfold = (id: string) => {
    const place = session.live.note(id)?.placement;
    if (place && 'group' in place && place.group) foldGroup(session.board, place.group, false);
  };
  const goTo = (id: string, focus: boolean) => {
    // Whoever is led to a note sees it.
    if (isAside(session.stage.current(), onlySite.get(), session.live.note(id)?.author ?? null)) onlySite.set(null);
    unfold(id);
    at.set(id);
    here.set(id);
    guide.get()?.show(id, focus);
  };
  // What one does on the board itself ends being led.
  const onPress = (event: Event) => {
    if (event.target instanceof Element && event.target.closest('#content')) here.set(null);
  };
  document.addEventListener('pointerdown', onPress, true);
  addEventListener('pagehide', unread.keep);

  return {
    unread,
    open,
    query,
    inField,
    asked,
    onlySite,
    ask(change) {
      if (change) query.set({ ...query.get(), ...change });
      open.set(true);
      asked.set(asked.get() + 1);
    },
    at,
    here,
    guide,
    setGuide(next) {
      guide.set(next);
      // Whoever changes the view in the middle of a search finds the same note there.
      const id = here.get();
      if (id !== null) next.show(id, false);
      return () => {
        if (guide.get() === next) guide.set(null);
      };
    },
    goTo,
    goToUnread() {
      const order = inReadingOrder(session.stage.current().approaches, session.live.notes(), session.live.groups());
      const id = nextAfter(order, unread.has, at.get());
      if (id === null) return null;
      goTo(id, true);
      unread.see([id]);
      return id;
    },
    close() {
      document.removeEventListener('pointerdown', onPress, true);
      removeEventListener('pagehide', unread.keep);
      unread.close();
    },
  };
}

/** Whether the board has come from the server since the page was opened. */
function wholeBoard(session: Session) {
  let whole = session.connection().state === 'connected';
  return {
    isWhole: () => whole,
    onWhole: (listener: () => void) =>
      session.onConnection(() => {
        if (whole || session.connection().state !== 'connected') return;
        whole = true;
        listener();
      }),
  };
}

export const FindingContext = createContext<Finding | null>(null);

/** How one finds one's way on the board that is open. Throws outside a board. */
export function useFinding(): Finding {
  const finding = useContext(FindingContext);
  if (!finding) throw new Error('useFinding is only for components of an open board');
  return finding;
}

/** Whether a note is unread; re-renders only when that changes. */
export function useIsUnread(id: string): boolean {
  const { unread } = useFinding();
  const subscribe = useCallback((listener: () => void) => unread.onNote(id, listener), [unread, id]);
  return useSyncExternalStore(subscribe, () => unread.has(id));
}

/** Whether one was led to this note last. */
export function useIsHere(id: string): boolean {
  const { here } = useFinding();
  return useCell(here, (current) => current === id);
}
