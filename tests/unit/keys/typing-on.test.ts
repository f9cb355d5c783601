import { expect, test } from 'vitest';
import { typeOn, type TypedKey, type Typing } from '../../../client/keys/typing-on.ts';

/** Presses keys one after another, a tenth of a second apart unless told, and returns those that were meant for a field that had gone. */
function lost(keys: readonly (string | Partial<TypedKey>)[], field: { there: boolean }): string[] {
  let typing: Typing | null = null;
  let at = 0;
  const found: string[] = [];
  for (const one of keys) {
    const press: TypedKey = { key: '', isCommand: false, field: field.there ? field : null, at: (at += 100), ...(typeof one === 'string' ? { key: one } : one) };
    at = press.at;
    if (press.key === 'locked') {
      field.there = false;
      continue;
    }
    const next = typeOn(typing, press, () => field.there);
    typing = next.typing;
    if (next.isLost) found.push(press.key);
  }
  return found;
}

test('keys meant for a field that goes while somebody types in it do nothing', () => {
  expect(lost(['a', 'b', 'locked', 'o', 'Shift', 'E', ' ', 'Backspace', 'Enter', 'ArrowUp'], { there: true })).toEqual(['o', 'E', ' ', 'Backspace', 'Enter', 'ArrowUp']);
});

test('whoever pauses, leads out of it or gives a command means the board', () => {
  expect(lost(['a', 'locked', { key: 'o', at: 5_000 }, 'e'], { there: true })).toEqual([]);
  expect(lost(['a', 'locked', 'Tab', 'o'], { there: true })).toEqual([]);
  expect(lost(['a', 'locked', 'Escape', 'o'], { there: true })).toEqual([]);
  expect(lost(['a', 'locked', { key: 'z', isCommand: true }, 'o'], { there: true })).toEqual([]);
});

test('whoever ends what they typed themselves can press a shortcut at once', () => {
  for (const end of ['Escape', 'Enter', 'Tab']) expect(lost(['a', end, 'locked', 'o'], { there: true })).toEqual([]);
  expect(lost(['a', { key: 'Enter', isCommand: true }, 'locked', 'o'], { there: true })).toEqual([]);
});

test('keys go through where the field is still there, and where nobody typed', () => {
  expect(lost(['a', { key: 'o', field: null }], { there: true })).toEqual([]);
  expect(lost(['o', 'e', ' '], { there: false })).toEqual([]);
});
