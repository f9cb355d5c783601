import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import {
  createHistory,
  createLiveBoard,
  deleteNotes,
  editNote,
  NOTE_COLORS,
  noteText,
  placeInColumn,
  placeNote,
  readNotes,
  recolorNotes,
} from '../../../shared/board/index.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

/** One act of one person; `note` picks among the notes they see. */
type Act =
  | { kind: 'add'; index: number }
  | { kind: 'type'; note: number; at: number }
  | { kind: 'move'; note: number; column: string; index: number }
  | { kind: 'free'; note: number; x: number; y: number }
  | { kind: 'recolor'; note: number; color: (typeof NOTE_COLORS)[number] }
  | { kind: 'delete'; note: number }
  | { kind: 'undo' }
  | { kind: 'redo' }
  | { kind: 'meet'; other: number };

const which = fc.nat(6);
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), index: fc.nat(8) }),
  fc.record({ kind: fc.constant('type' as const), note: which, at: fc.nat(40) }),
  fc.record({ kind: fc.constant('move' as const), note: which, column: fc.constantFrom('opportunities', 'challenges'), index: fc.nat(8) }),
  fc.record({ kind: fc.constant('free' as const), note: which, x: fc.integer({ min: -99, max: 99 }), y: fc.nat(99) }),
  fc.record({ kind: fc.constant('recolor' as const), note: which, color: fc.constantFrom(...NOTE_COLORS) }),
  fc.record({ kind: fc.constant('delete' as const), note: which }),
  fc.constant({ kind: 'undo' as const }),
  fc.constant({ kind: 'redo' as const }),
  fc.record({ kind: fc.constant('meet' as const), other: fc.nat(2) }),
);

const script = fc.array(fc.record({ person: fc.nat(2), act }), { minLength: 5, maxLength: 45 });

/** Plays a script on `people` documents; returns the words typed that nobody may lose. */
function play(docs: Y.Doc[], steps: { person: number; act: Act }[], withUndo: boolean): string[] {
  const histories = docs.map((doc) => createHistory(doc));
  const words: string[] = [];
  for (const { person, act: step } of steps) {
    const doc = docs[person % docs.length]!;
    const history = histories[person % docs.length]!;
    const notes = readNotes(doc).notes;
    const pick = (index: number) => notes[index % Math.max(1, notes.length)]?.id;
    const place = (column: string, index: number, moving?: string) => placeInColumn(doc, 'partnership', column, index, moving);
    const word = () => {
      const made = `<${person}:${words.length}>`;
      words.push(made);
      return made;
    };
    history.mark();
    if (step.kind === 'add') addNote(doc, word(), place('opportunities', step.index));
    else if (step.kind === 'meet') exchange(doc, docs[step.other % docs.length]!);
    else if (step.kind === 'undo' || step.kind === 'redo') {
      if (withUndo) history[step.kind]();
    } else {
      const id = pick(step.note);
      if (!id) continue;
      if (step.kind === 'type') {
        const text = noteText(doc, id)!.toString();
        // Words go in between words: typing inside another's word would split what is searched for.
        const ends = [0, ...[...text.matchAll(/>/g)].map((match) => match.index + 1)];
        const at = ends[step.at % ends.length]!;
        editNote(doc, id, text.slice(0, at) + word() + text.slice(at));
      }
      if (step.kind === 'move') placeNote(doc, id, place(step.column, step.index, id));
      if (step.kind === 'free') placeNote(doc, id, { x: step.x, y: step.y });
      if (step.kind === 'recolor') recolorNotes(doc, [id], step.color);
      if (step.kind === 'delete') deleteNotes(doc, [id]);
    }
  }
  exchange(...docs);
  return words;
}

const sorted = (doc: Y.Doc) => readNotes(doc).notes.sort((a, b) => (a.id < b.id ? -1 : 1));

function everythingWritten(doc: Y.Doc): string {
  return [...doc.getMap<Y.Map<Y.Text>>('notes').keys()].map((id) => noteText(doc, id)?.toString() ?? '').join('\n');
}

test.each([2, 3])('promise 2: %i people offline, whatever they do, end with the same board', (people) => {
  fc.assert(
    fc.property(script, (steps) => {
      const first = seededBoard();
      const docs = [first, ...Array.from({ length: people - 1 }, () => peerOf(first))];
      play(docs, steps, true);
      for (const doc of docs) {
        expect(sorted(doc)).toEqual(sorted(first));
        expect(readNotes(doc).unreadable).toEqual([]);
      }
    }),
    { numRuns: 250 },
  );
});

test.each([2, 3])('promise 2: no word that one of %i people typed is lost, not even in a note that another deleted', (people) => {
  fc.assert(
    fc.property(script, (steps) => {
      const first = seededBoard();
      const docs = [first, ...Array.from({ length: people - 1 }, () => peerOf(first))];
      const words = play(docs, steps, false);
      const written = everythingWritten(first);
      for (const word of words) expect(written).toContain(word);
    }),
    { numRuns: 250 },
  );
});

test('a live board always shows what reading the document anew would show', () => {
  fc.assert(
    fc.property(script, (steps) => {
      const first = seededBoard();
      const docs = [first, peerOf(first)];
      const live = createLiveBoard(docs[1]!);
      play(docs, steps, true);
      const shown = [...live.notes()].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(shown).toEqual(sorted(docs[1]!));
      for (const note of shown) expect(live.note(note.id)).toBe(note);
      live.destroy();
    }),
    { numRuns: 150 },
  );
});
