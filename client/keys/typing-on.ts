import { useEffect } from 'react';
import { TYPED_IN } from './typed-in.ts';

/** Who types looks at the words, not at the board: so long after the last key the next is more of them, in milliseconds. */
const PAUSE_MS = 1_000;

/** The field that was typed in last, and when. */
export interface Typing {
  field: object;
  at: number;
}

/** A key that was pressed, and the field it goes to. */
export interface TypedKey {
  key: string;
  /** Held with Ctrl or the command key: it means something else than a letter. */
  isCommand: boolean;
  field: object | null;
  at: number;
}

const HELD: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);
const LEADS_OUT: ReadonlySet<string> = new Set(['Escape', 'Tab']);

/**
 * Follows what is typed, key by key. When a field goes while somebody types in it, because the board
 * was locked or its note was deleted, the keys that still come are meant for it: as shortcuts they
 * would delete notes, take other tools or press the button that has the focus now.
 * @param isThere whether that field can still be typed in
 * @returns what to remember, and whether this key was meant for a field that has gone
 */
export function typeOn(typing: Typing | null, press: TypedKey, isThere: (field: object) => boolean): { typing: Typing | null; isLost: boolean } {
  const { key, isCommand, field, at } = press;
  if (HELD.has(key)) return { typing, isLost: false };
  const ends = isCommand || LEADS_OUT.has(key);
  // Enter may close its field: that was no accident.
  if (field) return { typing: ends || key === 'Enter' ? null : { field, at }, isLost: false };
  if (!typing || ends || isThere(typing.field) || at - typing.at > PAUSE_MS) return { typing: null, isLost: false };
  return { typing: { field: typing.field, at }, isLost: true };
}

/** Keys for a field that went while somebody typed in it do nothing, on the whole page, until there is a pause or something else is pressed. */
export function useTypingOn(): void {
  useEffect(() => {
    let typing: Typing | null = null;
    const isThere = (field: object) => (field as Element).isConnected && !(field as HTMLTextAreaElement).disabled;
    const onKeyDown = (event: KeyboardEvent) => {
      const field = event.target instanceof Element ? event.target.closest(TYPED_IN) : null;
      // Letters typed with AltGr come with both Ctrl and Alt.
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      const next = typeOn(typing, { key: event.key, isCommand, field, at: event.timeStamp }, isThere);
      typing = next.typing;
      if (!next.isLost) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const forget = () => {
      typing = null;
    };
    addEventListener('keydown', onKeyDown, true);
    addEventListener('pointerdown', forget, true);
    return () => {
      removeEventListener('keydown', onKeyDown, true);
      removeEventListener('pointerdown', forget, true);
    };
  }, []);
}
