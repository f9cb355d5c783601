import fc from 'fast-check';
import * as Y from 'yjs';
import { describe, expect, test } from 'vitest';
import {
  createHistory,
  deleteNotes,
  knownReactions,
  REACTION_KINDS,
  readNotes,
  restoreNote,
  toggleReaction,
  type ReactionKind,
} from '../../../shared/board/index.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

const reactions = (doc: Y.Doc) => readNotes(doc).notes[0]!.reactions;

describe('reactions to a note', () => {
  test('say who reacted; the same person’s second press takes it back', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    expect(toggleReaction(doc, note, 'love', 'bela')).toBe(true);
    toggleReaction(doc, note, 'agree', 'bela');
    toggleReaction(doc, note, 'agree', 'ana');
    expect(reactions(doc)).toEqual([
      { kind: 'agree', participants: ['ana', 'bela'] },
      { kind: 'love', participants: ['bela'] },
    ]);
    expect(toggleReaction(doc, note, 'love', 'bela')).toBe(false);
    expect(reactions(doc)).toEqual([{ kind: 'agree', participants: ['ana', 'bela'] }]);
  });

  test('nobody reacts twice, not even from two pages at once', () => {
    const desk = seededBoard();
    const note = addNote(desk, 'Library');
    const phone = peerOf(desk);
    toggleReaction(desk, note, 'agree', 'ana');
    toggleReaction(phone, note, 'agree', 'ana');
    exchange(desk, phone);
    for (const doc of [desk, phone]) expect(reactions(doc)).toEqual([{ kind: 'agree', participants: ['ana'] }]);
  });

  test('promise 2: whatever three people press offline, each ends with what they pressed last, and all see the same', () => {
    const press = fc.record({ person: fc.nat(2), kind: fc.constantFrom(...REACTION_KINDS), meet: fc.boolean() });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        const first = seededBoard();
        const note = addNote(first, 'Library');
        const docs = [first, peerOf(first), peerOf(first)];
        const standing = new Set<string>();
        for (const { person, kind, meet } of presses) {
          if (meet) exchange(...docs);
          if (toggleReaction(docs[person]!, note, kind, `p${person}`)) standing.add(`${kind} p${person}`);
          else standing.delete(`${kind} p${person}`);
        }
        exchange(...docs);
        for (const doc of docs) {
          const found = reactions(doc).flatMap(({ kind, participants }) => participants.map((id) => `${kind} ${id}`));
          expect(found.sort()).toEqual([...standing].sort());
        }
      }),
      { numRuns: 200 },
    );
  });

  test('are there again when a deleted note is put back', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    toggleReaction(doc, note, 'idea', 'ana');
    deleteNotes(doc, [note]);
    restoreNote(doc, note, { x: 0, y: 0 });
    expect(reactions(doc)).toEqual([{ kind: 'idea', participants: ['ana'] }]);
  });

  test('promise 3: undo takes back one’s own and leaves the others’', () => {
    const mine = seededBoard();
    const note = addNote(mine, 'Library');
    const theirs = peerOf(mine);
    const history = createHistory(mine);
    toggleReaction(mine, note, 'agree', 'ana');
    history.mark();
    toggleReaction(mine, note, 'agree', 'ana');
    toggleReaction(theirs, note, 'agree', 'bela');
    exchange(mine, theirs);
    history.undo();
    expect(reactions(mine)).toEqual([{ kind: 'agree', participants: ['ana', 'bela'] }]);
    history.undo();
    exchange(mine, theirs);
    expect(reactions(theirs)).toEqual([{ kind: 'agree', participants: ['bela'] }]);
  });

  test('pressed a thousand times, they leave the document hardly larger', () => {
    const doc = seededBoard();
    const note = addNote(doc, 'Library');
    for (const kind of REACTION_KINDS) toggleReaction(doc, note, kind, 'ana');
    const before = Y.encodeStateAsUpdate(doc).length;
    for (let i = 0; i < 1_000; i += 1) toggleReaction(doc, note, 'agree', 'ana');
    expect(Y.encodeStateAsUpdate(doc).length).toBeLessThan(before + 100);
  });
});

test('promise 5: reactions by nobody, of no known kind or without sense are passed over', () => {
  const doc = seededBoard();
  const note = addNote(doc, 'Library');
  toggleReaction(doc, note, 'agree', 'ana');
  const content = doc.getMap<Y.Map<unknown>>('notes').get(note)!;
  for (const key of ['reaction:agree:', 'reaction::bela', 'reaction:agree', 'reaction:shrug:bela', `reaction:agree:${'x'.repeat(70)}`, 'reaction:agree:a b']) {
    content.set(key, true);
  }
  content.set('reaction:love:bela', { many: 9 });
  expect(reactions(doc)).toEqual([{ kind: 'agree', participants: ['ana'] }]);
});

test('a reaction counts only for people the board knows', () => {
  const all = REACTION_KINDS.slice(0, 2).map((kind: ReactionKind) => ({ kind, participants: ['ana', 'ghost'] }));
  expect(knownReactions([...all, { kind: 'idea', participants: ['ghost'] }], new Map([['ana', {}]]))).toEqual([
    { kind: 'agree', participants: ['ana'] },
    { kind: 'love', participants: ['ana'] },
  ]);
});
