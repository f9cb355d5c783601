import fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import {
  addComment,
  copyOfDoc,
  createGroup,
  createHistory,
  createNote,
  deleteGroup,
  deleteNotes,
  editNote,
  moveGroup,
  placeInColumn,
  placeNote,
  putDrawings,
  readDrawings,
  readGroups,
  readNotes,
  recolorNotes,
  restoreBoard,
  setActionOwner,
  spliceNote,
  tagAction,
  toggleReaction,
} from '../../../shared/board/index.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

/** All that a board says, in an order of its own. */
function said(doc: Y.Doc) {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return {
    notes: readNotes(doc).notes.sort(byId),
    groups: [...readGroups(doc).values()].sort(byId),
    drawings: readDrawings(doc).sort(byId),
  };
}

const COLUMNS = ['opportunities', 'challenges', 'obstacles'] as const;
const column = fc.constantFrom(...COLUMNS);
const which = fc.nat(1_000);

/** Something that somebody does on a board; numbers choose among what is there. */
const act = fc.oneof(
  fc.record({ do: fc.constant('write' as const), text: fc.string({ maxLength: 20 }), column }),
  fc.record({ do: fc.constant('edit' as const), which, text: fc.string({ maxLength: 20 }) }),
  fc.record({ do: fc.constant('move' as const), which, column }),
  fc.record({ do: fc.constant('free' as const), which, x: fc.integer({ min: 0, max: 500 }) }),
  fc.record({ do: fc.constant('delete' as const), which }),
  fc.record({ do: fc.constant('group' as const), which, title: fc.string({ maxLength: 8 }), column }),
  fc.record({ do: fc.constant('moveGroup' as const), which, column }),
  fc.record({ do: fc.constant('deleteGroup' as const), which }),
  fc.record({ do: fc.constant('comment' as const), which, text: fc.string({ maxLength: 20 }) }),
  fc.record({ do: fc.constant('react' as const), which }),
  fc.record({ do: fc.constant('act' as const), which, name: fc.string({ maxLength: 8 }) }),
  fc.record({ do: fc.constant('color' as const), which }),
  fc.record({ do: fc.constant('draw' as const), which, x: fc.nat(9) }),
  fc.record({ do: fc.constant('rub' as const), which }),
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function perform(doc: Y.Doc, one: Act): void {
  const { notes, groups, drawings } = said(doc);
  const pick = <T>(all: readonly T[]): T | undefined => ('which' in one ? all[one.which % Math.max(all.length, 1)] : undefined);
  const note = pick(notes)?.id;
  const group = pick(groups)?.id;
  switch (one.do) {
    case 'write': return void addNote(doc, one.text, placeInColumn(doc, 'partnership', one.column));
    case 'group': return void createGroup(doc, { title: one.title, approach: 'partnership', column: one.column, notes: notes.slice(0, one.which % 3).map(({ id }) => id) });
    case 'moveGroup': return group === undefined ? undefined : moveGroup(doc, group, { approach: 'partnership', column: one.column, index: 0 });
    case 'deleteGroup': return group === undefined ? undefined : deleteGroup(doc, group);
    case 'draw': return putDrawings(doc, [{ id: `shape:${one.which % 4}`, typeName: 'shape', type: 'draw', x: one.x }]);
    case 'rub': return putDrawings(doc, [], drawings.slice(0, 1).map(({ id }) => id));
  }
  if (note === undefined) return undefined;
  switch (one.do) {
    case 'edit': return editNote(doc, note, one.text);
    case 'move': return placeNote(doc, note, placeInColumn(doc, 'partnership', one.column, 0, note));
    case 'free': return placeNote(doc, note, { x: one.x, y: 7 });
    case 'delete': return deleteNotes(doc, [note]);
    case 'comment': return void addComment(doc, note, { text: one.text, author: 'author', createdAt: 5 });
    case 'react': return void toggleReaction(doc, note, 'love', `person${one.which % 2}`);
    case 'act':
      tagAction(doc, [note], true);
      return setActionOwner(doc, note, { name: one.name });
    case 'color': return recolorNotes(doc, [note], 'sky');
  }
}

test('whatever was done since, a restored board says what it said', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), fc.array(act, { maxLength: 25 }), (earlier, later) => {
      const doc = seededBoard();
      for (const one of earlier) perform(doc, one);
      const past = copyOfDoc(doc);
      for (const one of later) perform(doc, one);
      restoreBoard(doc, past);
      expect(said(doc)).toEqual(said(past));
    }),
  );
});

test('a restoring that is taken back leaves the board as it was before', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), fc.array(act, { maxLength: 25 }), (earlier, later) => {
      const doc = seededBoard();
      for (const one of earlier) perform(doc, one);
      const past = copyOfDoc(doc);
      for (const one of later) perform(doc, one);
      const before = copyOfDoc(doc);
      restoreBoard(doc, past);
      restoreBoard(doc, before, copyOfDoc(doc));
      expect(said(doc)).toEqual(said(before));
    }),
  );
});

test('restoring a board that says it already changes nothing in the document', () => {
  const doc = seededBoard();
  addNote(doc, 'one');
  const past = copyOfDoc(doc);
  let updates = 0;
  doc.on('update', () => (updates += 1));
  restoreBoard(doc, past);
  expect(updates).toBe(0);
});

test('promise 2: what others write while a board is restored merges with it', () => {
  const doc = seededBoard();
  const id = addNote(doc, 'a bus in the evening');
  const past = copyOfDoc(doc);
  editNote(doc, id, 'a bus in the morning');
  const other = peerOf(doc);
  spliceNote(other, id, { index: 0, remove: 0, insert: 'Perhaps ' });
  const fresh = addNote(other, 'written meanwhile');
  restoreBoard(doc, past);
  exchange(doc, other);
  const texts = readNotes(doc).notes.map(({ text }) => text).sort();
  expect(texts).toEqual(['Perhaps a bus in the evening', 'written meanwhile']);
  expect(said(other)).toEqual(said(doc));
  expect(readNotes(doc).notes.some((note) => note.id === fresh)).toBe(true);
});

test('taking a restoring back takes nobody’s later work', () => {
  const doc = seededBoard();
  const kept = addNote(doc, 'kept');
  const gone = addNote(doc, 'to be deleted');
  const past = copyOfDoc(doc);
  deleteNotes(doc, [gone]);
  const late = addNote(doc, 'from the afternoon');
  editNote(doc, kept, 'kept and reworded');
  const before = copyOfDoc(doc);
  restoreBoard(doc, past);
  const restored = copyOfDoc(doc);

  editNote(doc, gone, 'to be deleted, or not');
  const fresh = createNote(doc, { text: 'fresh', color: 'sun', author: null, createdAt: 9, language: 'en', placement: { x: 1, y: 1 } });
  restoreBoard(doc, before, restored);
  const texts = new Map(readNotes(doc).notes.map(({ id, text }) => [id, text]));
  expect(texts).toEqual(new Map([[kept, 'kept and reworded'], [gone, 'to be deleted, or not'], [late, 'from the afternoon'], [fresh, 'fresh']]));
});

test('promise 3: a restoring is nobody’s own act, and undo never takes it back', () => {
  const doc = seededBoard();
  const id = addNote(doc, 'one');
  const past = copyOfDoc(doc);
  const history = createHistory(doc);
  editNote(doc, id, 'two');
  restoreBoard(doc, past);
  history.mark();
  addNote(doc, 'three');
  history.undo();
  expect(readNotes(doc).notes.map(({ text }) => text)).toEqual(['one']);
});

test('a note whose content somebody’s program has taken out comes back with all that was said', () => {
  const doc = seededBoard();
  const id = addNote(doc, 'précis');
  addComment(doc, id, { text: 'agreed', author: 'author', createdAt: 3 });
  const past = copyOfDoc(doc);
  doc.getMap('notes').delete(id);
  expect(readNotes(doc).notes).toEqual([]);
  restoreBoard(doc, past);
  expect(said(doc)).toEqual(said(past));
});
