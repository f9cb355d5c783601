import { useEffect, useLayoutEffect, useRef, useState, type ChangeEvent } from 'react';
import { flushSync } from 'react-dom';
import type * as Y from 'yjs';
import { diffText, limitText, noteText, spliceNote } from '../../shared/board/index.ts';
import { useSession } from '../session/hooks.ts';
import { shiftRange, type TextChange } from './shift-range.ts';

/**
 * Binds a text area to a note's shared text: each keystroke is written at once, what others type
 * appears at once, and the caret stays at its place in the text.
 *
 * Invariant: what the area shows is the shared text, except while letters are composed (an accent,
 * an input method): then others' changes wait in `missed`, because touching the area would end the
 * composition, and what is typed is written at the place those changes have pushed it to.
 */
export function useNoteText(id: string) {
  const session = useSession();
  const area = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => noteText(session.docOf(id), id)?.toString() ?? '');
  const shown = useRef(value);
  const missed = useRef<TextChange[][]>([]);
  const composing = useRef(false);
  const writing = useRef(false);
  const selection = useRef<[number, number] | null>(null);

  const show = (text: string) => {
    shown.current = text;
    setValue(text);
  };

  useEffect(() => {
    const text = noteText(session.docOf(id), id);
    if (!text) return;
    show(text.toString());
    const observe = (event: Y.YTextEvent) => {
      if (writing.current) return;
      const now = text.toString();
      const delta = event.delta as TextChange[];
      if (composing.current) {
        missed.current.push(delta);
        return;
      }
      const { selectionStart, selectionEnd } = area.current ?? { selectionStart: 0, selectionEnd: 0 };
      selection.current = shiftRange([selectionStart, selectionEnd], delta);
      // At once: the next keystroke must find in the area what the shared text says.
      flushSync(() => show(now));
    };
    text.observe(observe);
    return () => text.unobserve(observe);
  }, [session, id]);

  useLayoutEffect(() => {
    if (!selection.current || document.activeElement !== area.current) return;
    area.current?.setSelectionRange(...selection.current);
    selection.current = null;
  }, [value]);

  return {
    ref: area,
    value,
    onChange(event: ChangeEvent<HTMLTextAreaElement>) {
      const typed = limitText(event.target.value);
      const { index, remove, insert } = diffText(shown.current, typed);
      const [start] = missed.current.reduce((range, delta) => shiftRange(range, delta), [index, index + remove]);
      writing.current = true;
      spliceNote(session.docOf(id), id, { index: start, remove, insert });
      writing.current = false;
      show(typed);
    },
    onCompositionStart() {
      composing.current = true;
    },
    onCompositionEnd() {
      composing.current = false;
      const [start, end] = missed.current.reduce(
        (range, delta) => shiftRange(range, delta),
        [area.current?.selectionStart ?? 0, area.current?.selectionEnd ?? 0],
      );
      if (missed.current.length === 0) return;
      missed.current = [];
      selection.current = [start, end];
      show(noteText(session.docOf(id), id)?.toString() ?? '');
    },
  };
}
