import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import {
  createGroup,
  createHistory,
  createLiveBoard,
  deleteGroup,
  deleteNotes,
  editNote,
  moveGroup,
  notesOfGroup,
  placeAllInColumn,
  placeNote,
  readGroups,
  readNotes,
  renameGroup,
  ungroup,
} from '../../../shared/board/index.ts';
import { entriesByColumn } from '../../../shared/board/layout.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

const AT = { approach: 'partnership', column: 'opportunities' };
const ELSEWHERE = { approach: 'partnership', column: 'obstacles' };

/** A board with notes in one column that say their letters. */
function boardOf(letters: string) {
  const doc = seededBoard();
  const ids = Object.fromEntries([...letters].map((letter) => [letter, addNote(doc, letter)]));
  const pick = (chosen: string) => [...chosen].map((letter) => ids[letter]!);
  return { doc, ids, pick };
}

/** A column as it is read: 'a [Title: b c] d'. */
function read(doc: Y.Doc, { approach, column } = AT): string {
  const texts = new Map(readNotes(doc).notes.map((note) => [note.id, note.text]));
  const groups = readGroups(doc);
  const entries = entriesByColumn(readNotes(doc).notes, [...groups.values()]).get(`${approach}/${column}`) ?? [];
  return entries
    .map(({ group, notes }) => {
      const words = notes.map((id) => texts.get(id)).join(' ');
      return group === null ? words : `[${`${groups.get(group)!.title}: ${words}`.trim()}]`;
    })
    .join(' ');
}

describe('a group', () => {
  test('takes the place of its first note in the column, and its notes keep the order they were given in', () => {
    const { doc, pick } = boardOf('abcde');
    createGroup(doc, { ...AT, title: ' Schools ', notes: pick('db') });
    expect(read(doc)).toBe('a [Schools: d b] c e');
  });

  test('of notes that the board does not have, nothing stands on it', () => {
    const { doc, pick } = boardOf('ab');
    createGroup(doc, { ...AT, title: 'Mine', notes: ['on-my-desk', ...pick('b')] });
    expect(read(doc)).toBe('a [Mine: b]');
    expect(Buffer.from(Y.encodeStateAsUpdate(doc)).includes('on-my-desk')).toBe(false);
  });

  test('takes in notes from anywhere, and goes to the end of a column where none of them lies', () => {
    const { doc, ids, pick } = boardOf('abc');
    placeNote(doc, ids['b']!, { x: 5, y: 5 });
    addNote(doc, 'z', placeAllInColumn(doc, ELSEWHERE, 1, [])[0]);
    createGroup(doc, { ...ELSEWHERE, title: 'Mixed', notes: pick('ab') });
    expect(read(doc)).toBe('c');
    expect(read(doc, ELSEWHERE)).toBe('z [Mixed: a b]');
  });

  test('moves with all its notes by one write, also those that another puts in at the same moment', () => {
    const { doc: mine, ids, pick } = boardOf('abc');
    const group = createGroup(mine, { ...AT, title: 'G', notes: pick('a') });
    const theirs = peerOf(mine);
    moveGroup(mine, group, { ...ELSEWHERE, index: 0 });
    placeNote(theirs, ids['c']!, placeAllInColumn(theirs, { ...AT, group }, 1, [])[0]!);
    exchange(mine, theirs);
    for (const doc of [mine, theirs]) {
      expect(read(doc)).toBe('b');
      expect(read(doc, ELSEWHERE)).toBe('[G: a c]');
    }
  });

  test('that is dissolved leaves its notes in its place and order', () => {
    const { doc, pick } = boardOf('abcd');
    const group = createGroup(doc, { ...AT, title: 'G', notes: pick('cb') });
    ungroup(doc, group);
    expect(read(doc)).toBe('a c b d');
    expect(readGroups(doc).size).toBe(0);
  });

  test('that is dissolved while another puts a note in leaves that note in its column', () => {
    const { doc: mine, ids, pick } = boardOf('abc');
    const group = createGroup(mine, { ...AT, title: 'G', notes: pick('a') });
    const theirs = peerOf(mine);
    ungroup(mine, group);
    placeNote(theirs, ids['c']!, placeAllInColumn(theirs, { ...AT, group }, 1, [])[0]!);
    exchange(mine, theirs);
    expect(read(mine)).toBe(read(theirs));
    expect(read(mine).split(' ').sort()).toEqual(['a', 'b', 'c']);
  });

  test('that is deleted with its notes keeps what another types into one of them, and undo brings all back', () => {
    const { doc: mine, ids, pick } = boardOf('abc');
    const history = createHistory(mine);
    const group = createGroup(mine, { ...AT, title: 'G', notes: pick('ab') });
    const theirs = peerOf(mine);
    history.mark();
    deleteGroup(mine, group);
    expect(read(mine)).toBe('c');
    editNote(theirs, ids['a']!, 'a!');
    exchange(mine, theirs);
    history.undo();
    exchange(mine, theirs);
    for (const doc of [mine, theirs]) expect(read(doc)).toBe('[G: a! b] c');
  });

  test('of two that take the same notes at once, one has them for everybody and the other stays, empty', () => {
    const { doc: mine, pick } = boardOf('abc');
    const theirs = peerOf(mine);
    createGroup(mine, { ...AT, title: 'Mine', notes: pick('ab') });
    createGroup(theirs, { ...AT, title: 'Theirs', notes: pick('abc') });
    exchange(mine, theirs);
    expect(read(mine)).toBe(read(theirs));
    expect(readNotes(mine).notes).toHaveLength(3);
    expect([...readGroups(mine).values()].map(({ title }) => title).sort()).toEqual(['Mine', 'Theirs']);
    const sizes = [...readGroups(mine).keys()].map((id) => notesOfGroup(mine, id).length).sort();
    expect([[0, 3], [1, 2]]).toContainEqual(sizes);
  });

  test('each act on it is one step of undo', () => {
    const { doc, pick } = boardOf('abcd');
    const history = createHistory(doc);
    const states = [read(doc)];
    const act = (does: () => void) => {
      history.mark();
      does();
      states.push(`${read(doc)} | ${read(doc, ELSEWHERE)}`);
    };
    let group = '';
    act(() => {
      group = createGroup(doc, { ...AT, title: 'One', notes: pick('bc') });
    });
    act(() => renameGroup(doc, group, 'Two'));
    act(() => moveGroup(doc, group, ELSEWHERE));
    act(() => ungroup(doc, group));
    for (const state of states.slice(1, -1).reverse()) {
      history.undo();
      expect(`${read(doc)} | ${read(doc, ELSEWHERE)}`).toBe(state);
    }
    history.undo();
    expect(read(doc)).toBe('a b c d');
    for (let step = 0; step < 4; step += 1) history.redo();
    expect(`${read(doc)} | ${read(doc, ELSEWHERE)}`).toBe(states.at(-1));
  });

  test('whose record or place does not parse is gone, and its notes lie in their column', () => {
    const { doc, pick } = boardOf('abc');
    const group = createGroup(doc, { ...AT, title: 'G', notes: pick('ab') });
    doc.getMap('groups').set(group, 'rubbish');
    doc.getMap('groups').set('other', new Y.Map());
    expect(readGroups(doc).size).toBe(0);
    expect(read(doc).split(' ').sort()).toEqual(['a', 'b', 'c']);
    expect(readNotes(doc).unreadable).toEqual([]);
  });
});

test('a live board tells of groups, and of the notes that lie elsewhere because of them', () => {
  const { doc, ids, pick } = boardOf('abc');
  const live = createLiveBoard(doc);
  const told: string[][] = [];
  const groupsTold: string[][] = [];
  live.onNotes((changed) => told.push([...changed].sort()));
  live.onGroups((changed) => groupsTold.push([...changed]));
  const group = createGroup(doc, { ...AT, title: 'G', notes: pick('ab') });
  expect(live.group(group)).toMatchObject({ title: 'G', placement: AT });
  told.length = 0;
  moveGroup(doc, group, ELSEWHERE);
  expect(told).toEqual([pick('ab').sort()]);
  expect(live.note(ids['a']!)?.placement).toMatchObject(ELSEWHERE);
  const before = live.note(ids['a']!);
  renameGroup(doc, group, 'H');
  expect(live.group(group)?.title).toBe('H');
  expect(live.note(ids['a']!)).toBe(before);
  expect(groupsTold.every((changed) => changed.length === 1 && changed[0] === group)).toBe(true);
  live.destroy();
});

/** One act of one person; numbers pick among what they see. */
const which = fc.nat(9);
const act = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), group: which }),
  fc.record({ kind: fc.constant('group' as const), notes: fc.array(which, { minLength: 1, maxLength: 4 }), column: fc.constantFrom(AT, ELSEWHERE) }),
  fc.record({ kind: fc.constant('into' as const), note: which, group: which }),
  fc.record({ kind: fc.constant('out' as const), note: which, column: fc.constantFrom(AT, ELSEWHERE) }),
  fc.record({ kind: fc.constant('rename' as const), group: which }),
  fc.record({ kind: fc.constant('shift' as const), group: which, column: fc.constantFrom(AT, ELSEWHERE), index: which }),
  fc.record({ kind: fc.constant('ungroup' as const), group: which }),
  fc.record({ kind: fc.constant('deleteGroup' as const), group: which }),
  fc.record({ kind: fc.constant('delete' as const), note: which }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({ kind: fc.constant('meet' as const), other: fc.nat(2) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function perform(docs: Y.Doc[], doc: Y.Doc, history: ReturnType<typeof createHistory>, step: Act): void {
  const notes = readNotes(doc).notes.map(({ id }) => id).sort();
  const groups = [...readGroups(doc).keys()].sort();
  const note = (index: number) => notes[index % Math.max(1, notes.length)];
  const group = (index: number) => groups[index % Math.max(1, groups.length)];
  history.mark();
  if (step.kind === 'add') addNote(doc, 'new', placeAllInColumn(doc, { ...AT, group: group(step.group) }, 1, [])[0]);
  if (step.kind === 'group') createGroup(doc, { ...step.column, title: 'G', notes: [...new Set(step.notes.flatMap((index) => note(index) ?? []))] });
  if (step.kind === 'undo' || step.kind === 'redo') history[step.kind]();
  if (step.kind === 'meet') exchange(doc, docs[step.other % docs.length]!);
  const chosen = 'note' in step ? note(step.note) : undefined;
  const its = 'group' in step ? group(step.group) : undefined;
  if (step.kind === 'into' && chosen && its) placeNote(doc, chosen, placeAllInColumn(doc, { ...AT, group: its }, 1, [chosen])[0]!);
  if (step.kind === 'out' && chosen) placeNote(doc, chosen, placeAllInColumn(doc, { ...step.column, index: 1 }, 1, [chosen])[0]!);
  if (step.kind === 'delete' && chosen) deleteNotes(doc, [chosen]);
  if (step.kind === 'rename' && its) renameGroup(doc, its, `G${step.group}`);
  if (step.kind === 'shift' && its) moveGroup(doc, its, { ...step.column, index: step.index });
  if (step.kind === 'ungroup' && its) ungroup(doc, its);
  if (step.kind === 'deleteGroup' && its) deleteGroup(doc, its);
}

test('promise 2: whatever three people do with groups, in whatever order they meet, all see the same board, each note once', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ person: fc.nat(2), act }), { minLength: 4, maxLength: 40 }), (steps) => {
      const { doc } = boardOf('abcdef');
      const docs = [doc, peerOf(doc), peerOf(doc)];
      const histories = docs.map((each) => createHistory(each));
      const lives = docs.map((each) => createLiveBoard(each));
      for (const { person, act: step } of steps) perform(docs, docs[person]!, histories[person]!, step);
      exchange(...docs);
      for (const each of docs) {
        expect([AT, ELSEWHERE].map((at) => read(each, at))).toEqual([AT, ELSEWHERE].map((at) => read(doc, at)));
        const { notes, unreadable } = readNotes(each);
        expect(unreadable).toEqual([]);
        const laid = [...entriesByColumn(notes, [...readGroups(each).values()]).values()].flat().flatMap((entry) => entry.notes);
        expect(laid.sort()).toEqual(notes.map(({ id }) => id).sort());
      }
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      docs.forEach((each, index) => {
        // What a page has followed step by step is what one that opens now reads.
        expect([...lives[index]!.notes()].sort(byId)).toEqual(readNotes(each).notes.sort(byId));
        expect([...lives[index]!.groups()].sort(byId)).toEqual([...readGroups(each).values()].sort(byId));
      });
    }),
    { numRuns: 120 },
  );
});
