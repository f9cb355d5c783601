import { useEffect, useEffectEvent } from 'react';
import { preferences } from '../settings/preferences.ts';
import { TYPED_IN } from './typed-in.ts';
import { activeKeys, pressed, type ShortcutId } from './shortcuts.ts';

/**
 * Does something when a shortcut is pressed, for as long as the component is there. Never while
 * somebody types, in a dialog or in a menu, and not by a single key where those are switched off.
 * @param active whether it works at the moment
 * @param first whether the canvas, which does something of its own with that key, is not to see it
 */
export function useShortcut(id: ShortcutId, act: () => void, active = true, first = false): void {
  const run = useEffectEvent(act);
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isTaken(event.target)) return;
      if (!activeKeys(id, preferences.get().singleKeys).some((keys) => pressed(keys, event))) return;
      event.preventDefault();
      if (first) event.stopPropagation();
      if (!event.repeat || REPEATING.has(id)) run();
    };
    document.addEventListener('keydown', onKeyDown, first);
    return () => document.removeEventListener('keydown', onKeyDown, first);
  }, [id, active, first]);
}

/**
 * The same wherever the focus is, also while somebody types: with the keys that cannot be typed.
 * Before the canvas and the notes that are written in, which keep their keys to themselves.
 */
export function useShortcutAnywhere(id: ShortcutId, act: () => void, active = true): void {
  const run = useEffectEvent(act);
  useEffect(() => {
    if (!active) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || (event.target instanceof Element && event.target.closest(SHUTS_OUT_THE_REST))) return;
      if (!activeKeys(id, false).some((keys) => pressed(keys, event))) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [id, active]);
}

/** Held down, these go on; all others act once. */
const REPEATING: ReadonlySet<ShortcutId> = new Set(['next-note', 'previous-note', 'next-column', 'previous-column', 'earlier', 'later']);

const SHUTS_OUT_THE_REST = '[role=dialog], [role=alertdialog], [role=menu]';
const HAS_KEYS_OF_ITS_OWN = `${SHUTS_OUT_THE_REST}, [role=listbox]`;

/** Whether keys pressed there mean something else: what is typed, or what a menu or a dialog does with them. */
export function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${TYPED_IN}, ${HAS_KEYS_OF_ITS_OWN}`) !== null;
}
