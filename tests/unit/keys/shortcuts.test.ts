import { describe, expect, it } from 'vitest';
import { activeKeys, isSingleKey, keyCaps, pressed, SHORTCUTS, type KeyPress, type Place, type Shortcut, type ShortcutId } from '../../../client/keys/shortcuts.ts';
import { resources } from '../../../client/i18n/resources.ts';

const ALL = Object.entries(SHORTCUTS) as [ShortcutId, Shortcut][];
const ON_THE_BOARD: ReadonlySet<Place> = new Set(['board', 'canvas', 'columns']);
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('the shortcuts', () => {
  it('share no key with one that works in the same place', () => {
    const meets = (a: Shortcut, b: Shortcut) => a.place === b.place || (a.place === 'board' && ON_THE_BOARD.has(b.place)) || (b.place === 'board' && ON_THE_BOARD.has(a.place));
    const clashes = ALL.flatMap(([id, one], index) =>
      ALL.slice(index + 1)
        .filter(([, other]) => meets(one, other) && one.keys.some((keys) => other.keys.includes(keys)))
        .map(([other]) => `${id} and ${other}`),
    );
    expect(clashes).toEqual([]);
  });

  it.each(['en', 'pt'] as const)('have a name each in %s, and no name is left over', (language) => {
    expect(Object.keys(resources[language].keys.names).sort()).toEqual(Object.keys(SHORTCUTS).sort());
  });

  it('leave those of a single character aside where these are switched off', () => {
    expect(activeKeys('zoom-in', true)).toEqual(['=', 'Ctrl+=']);
    expect(activeKeys('zoom-in', false)).toEqual(['Ctrl+=']);
    expect(ALL.flatMap(([id]) => activeKeys(id, false)).filter(isSingleKey)).toEqual([]);
  });
});

describe('a key press', () => {
  it('is a letter only without other keys, and with Shift where Shift is meant', () => {
    expect(pressed('N', press('n'))).toBe(true);
    expect(pressed('N', press('n', { ctrlKey: true }))).toBe(false);
    expect(pressed('J', press('J', { shiftKey: true }))).toBe(false);
    expect(pressed('Shift+J', press('J', { shiftKey: true }))).toBe(true);
  });

  it('is a sign however the keyboard makes it: with Shift, with AltGr, or alone', () => {
    expect(pressed('?', press('?', { shiftKey: true }))).toBe(true);
    expect(pressed('/', press('/', { shiftKey: true }))).toBe(true);
    expect(pressed('/', press('/', { ctrlKey: true, altKey: true }))).toBe(true);
    expect(pressed('/', press('/', { ctrlKey: true }))).toBe(false);
  });

  it('is Ctrl by the command key, too', () => {
    expect(pressed('Ctrl+Z', press('z', { metaKey: true }))).toBe(true);
    expect(pressed('Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(pressed('Ctrl+Z', press('Z', { ctrlKey: true, shiftKey: true }))).toBe(false);
  });
});

it('shows keys as they are printed', () => {
  expect(keyCaps('Ctrl+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyCaps('Ctrl+Enter', true)).toEqual(['⌘', 'Enter']);
  expect(keyCaps('Ctrl++', false)).toEqual(['Ctrl', '+']);
  expect(keyCaps('Alt+ArrowUp', false)).toEqual(['Alt', '↑']);
});
