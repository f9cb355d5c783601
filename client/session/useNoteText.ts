import { useEffect, useLayoutEffect, useRef, useState, type ChangeEvent } from 'react';
import type * as Y from 'yjs';
import { limitText, noteText } from '../../shared/board/index.ts';
import { writeNote } from './acts.ts';
import { useSession } from './hooks.ts';

/**
 * Binds a text area to a note's shared text: each keystroke is written at once, what others type
 * appears at once, and the caret stays at its place in the text.
 */
export function useNoteText(id: string) {
  const session = useSession();
  const area = useRef<HTMLTextAreaElement>(null);
  const [value, setValue] = useState(() => noteText(session.boardDoc, id)?.toString() ?? '');
  const selection = useRef<[number, number] | null>(null);

  useEffect(() => {
    const text = noteText(session.boardDoc, id);
    if (!text) return;
    setValue(text.toString());
    const observe = (event: Y.YTextEvent, transaction: Y.Transaction) => {
      if (!typing.current && area.current) {
        selection.current = shift([area.current.selectionStart, area.current.selectionEnd], event.delta as Change[]);
      }
      if (!transaction.local || !typing.current) setValue(text.toString());
    };
    text.observe(observe);
    return () => text.unobserve(observe);
  }, [session, id]);

  const typing = useRef(false);

  useLayoutEffect(() => {
    if (!selection.current || document.activeElement !== area.current) return;
    area.current?.setSelectionRange(...selection.current);
    selection.current = null;
  }, [value]);

  return {
    ref: area,
    value,
    onChange(event: ChangeEvent<HTMLTextAreaElement>) {
      typing.current = true;
      writeNote(session, id, event.target.value);
      typing.current = false;
      setValue(limitText(event.target.value));
    },
  };
}

interface Change {
  retain?: number;
  insert?: string | object;
  delete?: number;
}

/** Where a selection lies after a change by somebody else: text inserted before it pushes it on. */
export function shift([start, end]: [number, number], delta: readonly Change[]): [number, number] {
  const moved = (position: number) => {
    let at = 0;
    let result = position;
    for (const change of delta) {
      if (change.retain) at += change.retain;
      else if (change.delete) result -= Math.max(0, Math.min(change.delete, result - at));
      else {
        const length = typeof change.insert === 'string' ? change.insert.length : 1;
        if (at < result) result += length;
        at += length;
      }
      if (at > result) break;
    }
    return result;
  };
  return [moved(start), moved(end)];
}
