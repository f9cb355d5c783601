import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createSight, SEEN_AFTER_MS } from '../../../client/finding/sight.ts';
import { decodeSeen, encodeSeen } from '../../../client/finding/seen-memory.ts';
import { createUnread, versionOf, type SeenMemory } from '../../../client/finding/unread.ts';
import { createLiveBoard, createNote, deleteNotes, editNote, placeNote, readNotes, recolorNotes } from '../../../shared/board/index.ts';
import { seededBoard } from '../../support/board.ts';

/** What a device keeps between two visits. */
function device(): SeenMemory & { kept: Set<number> | null } {
  return {
    kept: null,
    load() {
      return this.kept && new Set(this.kept);
    },
    save(seen) {
      this.kept = new Set(seen);
    },
    onSaved: () => () => {},
  };
}

/** The board as somebody else has it, whose changes reach `doc` as they do over the network. */
function another(doc: Y.Doc) {
  const other = new Y.Doc();
  const send = (act: (doc: Y.Doc) => void) => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    act(other);
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote');
  };
  const write = (text: string, author: string | null = 'bela') => {
    let id = '';
    send((target) => {
      id = createNote(target, { text, color: 'sun', author, createdAt: 0, language: 'en', placement: { x: 0, y: 0 } });
    });
    return id;
  };
  return { send, write };
}

/** Ana's visit to a board. */
function visit(doc: Y.Doc, memory: SeenMemory, whole = true) {
  const live = createLiveBoard(doc);
  let arrived = whole;
  let tell = () => {};
  const unread = createUnread({
    live,
    participant: 'ana',
    memory,
    isWhole: () => arrived,
    onWhole: (listener) => {
      tell = listener;
      return () => {};
    },
  });
  return {
    unread,
    live,
    arrive() {
      arrived = true;
      tell();
    },
  };
}

describe('what is unread', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('on the first visit nothing is; then what others write, until it is seen', () => {
    const doc = seededBoard();
    const bela = another(doc);
    bela.write('before');
    const { unread } = visit(doc, device());
    expect(unread.count()).toBe(0);
    const id = bela.write('after');
    expect(unread.ids()).toEqual([id]);
    unread.see([id]);
    expect(unread.has(id)).toBe(false);
  });

  test('on the first visit, what comes before the whole board has come counts as seen', () => {
    const doc = seededBoard();
    const bela = another(doc);
    const ana = visit(doc, device(), false);
    bela.write('part of what was there');
    ana.arrive();
    expect(ana.unread.count()).toBe(0);
    bela.write('new');
    expect(ana.unread.count()).toBe(1);
  });

  test('a note counts again when somebody changes its text, not when it is moved or recoloured', () => {
    const doc = seededBoard();
    const bela = another(doc);
    const id = bela.write('text');
    const { unread } = visit(doc, device());
    bela.send((other) => placeNote(other, id, { x: 9, y: 9 }));
    bela.send((other) => recolorNotes(other, [id], 'sky'));
    expect(unread.count()).toBe(0);
    bela.send((other) => editNote(other, id, 'other text'));
    expect(unread.ids()).toEqual([id]);
    bela.send((other) => editNote(other, id, 'text'));
    expect(unread.count()).toBe(0);
  });

  test("one's own notes never count, wherever they were written, nor what one changes oneself, nor empty ones", () => {
    const doc = seededBoard();
    const bela = another(doc);
    const { unread } = visit(doc, device());
    bela.write('by Ana on another device', 'ana');
    bela.write('  ');
    createNote(doc, { text: 'mine, without a name', color: 'sun', author: null, createdAt: 0, language: 'en', placement: { x: 0, y: 0 } });
    expect(unread.count()).toBe(0);
    const id = bela.write('theirs');
    editNote(doc, id, 'theirs and mine');
    expect(unread.count()).toBe(0);
  });

  test('a note that is deleted counts no more, and one that is put back unseen counts again', () => {
    const doc = seededBoard();
    const bela = another(doc);
    const { unread } = visit(doc, device());
    const id = bela.write('fleeting');
    bela.send((other) => deleteNotes(other, [id]));
    expect(unread.count()).toBe(0);
    bela.send((other) => placeNote(other, id, { x: 1, y: 1 }));
    expect(unread.ids()).toEqual([id]);
  });

  test('the next visit knows what was seen, and marks what came meanwhile', () => {
    const doc = seededBoard();
    const bela = another(doc);
    const memory = device();
    bela.write('known from the beginning');
    const first = visit(doc, memory);
    const read = bela.write('read');
    const left = bela.write('left unread');
    first.unread.see([read]);
    first.unread.close();
    first.live.destroy();
    const meanwhile = bela.write('came meanwhile');
    expect([...visit(doc, memory).unread.ids()].sort()).toEqual([left, meanwhile].sort());
  });

  test('what is kept is no more than the board, and nothing is forgotten while the board has not come', () => {
    const doc = seededBoard();
    const bela = another(doc);
    const memory = device();
    const { unread } = visit(doc, memory);
    const id = bela.write('0');
    for (let i = 1; i <= 50; i += 1) {
      bela.send((other) => editNote(other, id, String(i)));
      unread.see([id]);
      vi.advanceTimersByTime(2_000);
    }
    expect(memory.kept?.size).toBe(1);

    const empty = visit(seededBoard(), memory, false);
    empty.unread.see([id]);
    empty.unread.close();
    expect(memory.kept?.has(versionOf(readNotes(doc).notes[0]!))).toBe(true);
  });

  test('what was seen is kept a moment later, at once when the page is left, and typing in one’s own notes keeps nothing', () => {
    const doc = seededBoard();
    const bela = another(doc);
    const memory = device();
    const { unread } = visit(doc, memory);
    vi.advanceTimersByTime(5_000);
    const id = bela.write('words');
    unread.see([id]);
    expect(memory.kept?.size).toBe(0);
    unread.keep();
    expect(memory.kept?.size).toBe(1);
    const save = vi.spyOn(memory, 'save');
    const own = createNote(doc, { text: 'a', color: 'sun', author: 'ana', createdAt: 0, language: 'en', placement: { x: 0, y: 0 } });
    editNote(doc, own, 'ab');
    vi.advanceTimersByTime(5_000);
    expect(save).not.toHaveBeenCalled();
  });

  test('only the listeners of notes that become unread or seen are called', () => {
    const doc = seededBoard();
    const bela = another(doc);
    const quiet = bela.write('quiet');
    const { unread } = visit(doc, device());
    const onQuiet = vi.fn<() => void>();
    unread.onNote(quiet, onQuiet);
    const id = bela.write('loud');
    const onLoud = vi.fn<() => void>();
    unread.onNote(id, onLoud);
    bela.send((other) => editNote(other, id, 'louder'));
    expect(onLoud).not.toHaveBeenCalled();
    unread.see([id]);
    expect(onLoud).toHaveBeenCalledTimes(1);
    expect(onQuiet).not.toHaveBeenCalled();
  });
});

describe('a note is seen', () => {
  const half = SEEN_AFTER_MS / 2;

  function watching() {
    const versions = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    const sight = createSight({
      version: (id) => versions.get(id),
      see: (ids) => [...ids].forEach((id) => versions.delete(id)),
    });
    return { versions, sight };
  }

  test('after a second in sight, not sooner, and not by pieces of it', () => {
    const { versions, sight } = watching();
    sight.look(['a'], 0);
    sight.look(['a', 'b'], half);
    expect([...versions.keys()]).toEqual(['a', 'b']);
    sight.look(['a'], half * 2);
    expect([...versions.keys()]).toEqual(['b']);
    sight.look(['b'], half * 3);
    sight.look([], half * 4);
    sight.look(['b'], half * 5);
    expect([...versions.keys()]).toEqual(['b']);
  });

  test('only when it has stayed as it is for that long', () => {
    const { versions, sight } = watching();
    sight.look(['a'], 0);
    versions.set('a', 3);
    sight.look(['a'], half * 2);
    expect(versions.has('a')).toBe(true);
    sight.look(['a'], half * 4);
    expect(versions.has('a')).toBe(false);
  });
});

describe('what a device keeps', () => {
  test('comes back as it was, in about 5 characters a note', () => {
    const seen = new Set(Array.from({ length: 3_000 }, (_, i) => versionOf({ id: `note-${i}`, text: 'x' })));
    expect(seen.size).toBe(3_000);
    const stored = encodeSeen(seen, 1_790_000_000_000);
    expect(decodeSeen(stored)).toEqual(seen);
    expect(stored.length).toBeLessThan(3_000 * 6);
  });

  test('is bounded, and what cannot be read is as if nothing were there', () => {
    const many = new Set(Array.from({ length: 25_000 }, (_, i) => i));
    expect(decodeSeen(encodeSeen(many, 1))?.size).toBe(10_000);
    for (const broken of ['', 'x', '1.???', '1.AAA=']) expect(decodeSeen(broken)).toBeNull();
  });
});
