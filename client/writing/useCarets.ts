import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { findPlace, holdPlace, type TextRange } from '../../shared/board/index.ts';
import { usePresence, useSession } from '../session/hooks.ts';
import { readPeers, setPresence } from '../session/people.ts';

/** The least time between two caret states that are sent, so that a held key does not flood the room. */
const CARET_INTERVAL_MS = 50;

/** Somebody else's caret in a note that this person is writing in, too. */
export interface RemoteCaret extends TextRange {
  client: number;
  participant: string;
}

/**
 * Shows others where this person's caret is in a note, for as long as its text area is there.
 * Returns what to call whenever the caret may have moved.
 */
export function useOwnCaret(note: string, area: RefObject<HTMLTextAreaElement | null>): () => void {
  const { docOf, awareness } = useSession();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef('');

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      if (awareness.getLocalState()?.caret) setPresence(awareness, { caret: null });
    },
    [awareness],
  );

  const tell = () => {
    timer.current = undefined;
    const element = area.current;
    if (!element || document.activeElement !== element) return;
    const { selectionStart, selectionEnd, selectionDirection } = element;
    const [anchor, head] = (selectionDirection === 'backward' ? [selectionEnd, selectionStart] : [selectionStart, selectionEnd]).map(
      (index) => holdPlace(docOf(note), note, index),
    );
    if (!anchor || !head || told.current === anchor + head) return;
    told.current = anchor + head;
    setPresence(awareness, { caret: { anchor, head } });
  };
  return () => {
    timer.current ??= setTimeout(tell, CARET_INTERVAL_MS);
  };
}

/**
 * The carets of others in a note; re-renders when one of them moves.
 * @param text what the note says now, which moves carets, too
 */
export function useRemoteCarets(note: string, text: string): RemoteCaret[] {
  const { docOf, awareness } = useSession();
  const held = usePresence(() => JSON.stringify(heldCarets(awareness, note)));
  return useMemo(
    () =>
      (JSON.parse(held) as HeldCaret[]).flatMap(({ client, participant, ...caret }) => {
        const anchor = findPlace(docOf(note), note, caret.anchor);
        const head = findPlace(docOf(note), note, caret.head);
        return anchor === null || head === null ? [] : [{ client, participant, anchor, head }];
      }),
    // A place in the text is found anew when the text changes.
    // oxlint-disable-next-line react/exhaustive-deps
    [held, text, docOf, note],
  );
}

interface HeldCaret {
  client: number;
  participant: string;
  anchor: string;
  head: string;
}

function heldCarets(awareness: Awareness, note: string): HeldCaret[] {
  return readPeers(awareness).flatMap(({ client, participant, editing, caret }) =>
    participant !== null && editing === note && caret ? [{ client, participant, ...caret }] : [],
  );
}
