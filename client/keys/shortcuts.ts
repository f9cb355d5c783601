/**
 * Where a shortcut works: `board` in both views; `writing` while a note's text is open; `new` in a
 * box for a new note or a comment; `map` on the map of the canvas.
 */
export const PLACES = ['board', 'canvas', 'columns', 'writing', 'new', 'map'] as const;

export type Place = (typeof PLACES)[number];

export interface Shortcut {
  /**
   * Any of these does it: names of keys as `KeyboardEvent.key` has them, after `Ctrl+`, `Shift+`,
   * `Alt+`. `Ctrl` is the command key on a Mac. Signs such as `?` stand for themselves, however
   * they are typed.
   */
  keys: readonly string[];
  place: Place;
  /** Only for those who may change notes. */
  edits?: boolean;
}

/**
 * All shortcuts of the board: the one place where keys are given out, read by whoever listens for
 * them (`useShortcut`, the canvas) and by the keyboard map. Each has its name in `keys.json` of every language
 * under `names`. No two of one place share a key; a test checks.
 */
export const SHORTCUTS = {
  help: { place: 'board', keys: ['?'] },
  'other-view': { place: 'board', keys: ['O'] },
  search: { place: 'board', keys: ['Ctrl+F', '/'] },
  'next-found': { place: 'board', keys: ['F3'] },
  'previous-found': { place: 'board', keys: ['Shift+F3'] },
  'my-notes': { place: 'board', keys: ['M'] },
  'next-unread': { place: 'board', keys: ['U'] },
  undo: { place: 'board', keys: ['Ctrl+Z'], edits: true },
  redo: { place: 'board', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'], edits: true },

  group: { place: 'board', keys: ['Ctrl+G'], edits: true },
  react: { place: 'board', keys: ['R'], edits: true },
  comment: { place: 'board', keys: ['C'], edits: true },
  earlier: { place: 'board', keys: ['Alt+ArrowUp'], edits: true },
  later: { place: 'board', keys: ['Alt+ArrowDown'], edits: true },
  'select-notes': { place: 'columns', keys: ['S'], edits: true },
  'add-in-column': { place: 'columns', keys: ['N'], edits: true },
  'next-note': { place: 'columns', keys: ['J'] },
  'previous-note': { place: 'columns', keys: ['K'] },
  'next-column': { place: 'columns', keys: ['Shift+J'] },
  'previous-column': { place: 'columns', keys: ['Shift+K'] },

  'tool-select': { place: 'canvas', keys: ['V'] },
  'tool-hand': { place: 'canvas', keys: ['H'] },
  'tool-note': { place: 'canvas', keys: ['N'], edits: true },
  'tool-draw': { place: 'canvas', keys: ['D'], edits: true },
  'tool-arrow': { place: 'canvas', keys: ['A'], edits: true },
  'tool-text': { place: 'canvas', keys: ['T'], edits: true },
  'tool-eraser': { place: 'canvas', keys: ['E'], edits: true },
  'next-thing': { place: 'canvas', keys: ['Tab'] },
  'previous-thing': { place: 'canvas', keys: ['Shift+Tab'] },
  'thing-beside': { place: 'canvas', keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown', 'Ctrl+ArrowLeft', 'Ctrl+ArrowRight'] },
  'say-again': { place: 'canvas', keys: ['Alt+R'] },
  open: { place: 'canvas', keys: ['Enter'] },
  'select-none': { place: 'canvas', keys: ['Escape'] },
  nudge: { place: 'canvas', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], edits: true },
  'nudge-far': { place: 'canvas', keys: ['Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowLeft', 'Shift+ArrowRight'], edits: true },
  'select-all': { place: 'canvas', keys: ['Ctrl+A'] },
  duplicate: { place: 'canvas', keys: ['Ctrl+D'], edits: true },
  copy: { place: 'canvas', keys: ['Ctrl+C'] },
  cut: { place: 'canvas', keys: ['Ctrl+X'], edits: true },
  paste: { place: 'canvas', keys: ['Ctrl+V'], edits: true },
  'one-note': { place: 'canvas', keys: ['Ctrl+J'], edits: true },
  delete: { place: 'canvas', keys: ['Delete', 'Backspace'], edits: true },
  'align-left': { place: 'canvas', keys: ['Alt+A'], edits: true },
  'align-center-horizontal': { place: 'canvas', keys: ['Alt+H'], edits: true },
  'align-right': { place: 'canvas', keys: ['Alt+D'], edits: true },
  'align-top': { place: 'canvas', keys: ['Alt+W'], edits: true },
  'align-center-vertical': { place: 'canvas', keys: ['Alt+V'], edits: true },
  'align-bottom': { place: 'canvas', keys: ['Alt+S'], edits: true },
  'distribute-horizontal': { place: 'canvas', keys: ['Alt+Shift+H'], edits: true },
  'distribute-vertical': { place: 'canvas', keys: ['Alt+Shift+V'], edits: true },
  'zoom-in': { place: 'canvas', keys: ['=', 'Ctrl+='] },
  'zoom-out': { place: 'canvas', keys: ['-', 'Ctrl+-'] },
  'zoom-to-100': { place: 'canvas', keys: ['Shift+0'] },
  'zoom-to-fit': { place: 'canvas', keys: ['Shift+1'] },
  'zoom-to-selection': { place: 'canvas', keys: ['Shift+2'] },

  finish: { place: 'writing', keys: ['Escape', 'Ctrl+Enter'], edits: true },
  send: { place: 'new', keys: ['Ctrl+Enter'], edits: true },

  'map-move': { place: 'map', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] },
  'map-open': { place: 'map', keys: ['Enter'] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof SHORTCUTS;

/** A shortcut of that name, with the type they all share. */
export function shortcut(id: ShortcutId): Shortcut {
  return SHORTCUTS[id];
}

/** One way to press a shortcut, taken apart. */
interface Chord {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

function readChord(text: string): Chord {
  const parts = text.split(/\+(?=.)/);
  const key = parts.at(-1)!;
  const modifiers = new Set(parts.slice(0, -1));
  return { key, ctrl: modifiers.has('Ctrl'), shift: modifiers.has('Shift'), alt: modifiers.has('Alt') };
}

/**
 * Whether a chord is a single character without Ctrl or Alt, as one types it by accident or says it
 * to a voice control; such ones can be switched off (WCAG 2.2, 2.1.4).
 */
export function isSingleKey(text: string): boolean {
  const { key, ctrl, alt } = readChord(text);
  return key.length === 1 && !ctrl && !alt;
}

/** The keys of a shortcut that are in force. */
export function activeKeys(id: ShortcutId, singleKeys: boolean): readonly string[] {
  return shortcut(id).keys.filter((keys) => singleKeys || !isSingleKey(keys));
}

/** What `pressed` needs to know of a key press. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether a key press is this chord. */
export function pressed(text: string, event: KeyPress): boolean {
  const chord = readChord(text);
  if (chord.key.toLowerCase() !== event.key.toLowerCase()) return false;
  // On many keyboards a sign needs Shift or AltGr; only for letters and named keys do they mean something.
  const isSign = chord.key.length === 1 && !/\p{L}/u.test(chord.key);
  const modified = chord.ctrl === (event.ctrlKey || event.metaKey) && chord.alt === event.altKey && chord.shift === event.shiftKey;
  if (!isSign || chord.ctrl || chord.alt || chord.shift) return modified;
  return !event.metaKey && event.ctrlKey === event.altKey;
}

/** Keys that are printed otherwise than `KeyboardEvent.key` calls them. */
const PRINTED: Record<string, string> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' };

/** The keys of a chord one by one, as they are printed on the keyboard in front of the reader. */
export function keyCaps(text: string, mac: boolean): string[] {
  const { key, ctrl, shift, alt } = readChord(text);
  const name = PRINTED[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [...(ctrl ? [mac ? '⌘' : 'Ctrl'] : []), ...(alt ? [mac ? '⌥' : 'Alt'] : []), ...(shift ? [mac ? '⇧' : 'Shift'] : []), name];
}
