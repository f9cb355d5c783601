import fc from 'fast-check';
import * as Y from 'yjs';
import { afterEach, expect, test, vi } from 'vitest';
import {
  createHistory,
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
import { dice, seeded } from '../../support/random.ts';

/** What one person does to one of the notes they see, from the canvas or from the columns. */
type Act = { kind: 'add' | 'type' | 'erase' | 'delete' | 'free' | 'undo' | 'redo' } | { kind: 'move'; index: number } | { kind: 'recolor'; color: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constantFrom('add' as const, 'type' as const, 'type' as const, 'erase' as const, 'delete' as const, 'free' as const, 'undo' as const, 'redo' as const) }),
  fc.record({ kind: fc.constant('move' as const), index: fc.nat(6) }),
  fc.record({ kind: fc.constant('recolor' as const), color: fc.nat(NOTE_COLORS.length - 1) }),
);

const script = fc.array(fc.record({ person: fc.nat(2), note: fc.nat(3), act }), { minLength: 5, maxLength: 40 });

type Script = readonly { person: number; note: number; act: Act }[];

afterEach(() => {
  vi.restoreAllMocks();
});

/** Ids and orders are drawn by chance, too: from the seed, so that what was found once is found again. */
function drawFrom(seed: number) {
  const { below, bytes } = dice(seed);
  vi.spyOn(Math, 'random').mockImplementation(seeded(seed));
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    (array as unknown as Uint8Array).set(bytes(array!.byteLength));
    return array;
  });
  return (doc: Y.Doc) => Object.assign(doc, { clientID: below(2 ** 32) });
}

/** Three people on one board who see each act at once. What nobody but Ana has a say in is written down. */
function play(steps: Script, seed: number) {
  const withOwnId = drawFrom(seed);
  const first = withOwnId(seededBoard());
  for (let i = 0; i < 4; i += 1) addNote(first, `[note ${i}]`);
  const docs = [first, withOwnId(peerOf(first)), withOwnId(peerOf(first))];
  const histories = docs.map((doc) => createHistory(doc));
  /** Who last moved or deleted each note, and who last coloured it. Nobody follows an undo: it counts as Ana's. */
  const lastHand = new Map<string, { place: number; color: number }>();
  const words: { by: number; word: string }[] = [];
  for (const { person, note, act: step } of steps) {
    const doc = docs[person]!;
    const history = histories[person]!;
    history.mark();
    const notes = readNotes(doc).notes.sort((a, b) => (a.id < b.id ? -1 : 1));
    const picked = notes[note % Math.max(1, notes.length)];
    const word = () => {
      words.push({ by: person, word: `<${person}:${words.length}>` });
      return words.at(-1)!.word;
    };
    const hand = (id: string, what: 'place' | 'color') => lastHand.set(id, { ...(lastHand.get(id) ?? { place: 0, color: 0 }), [what]: person });
    if (step.kind === 'undo' || step.kind === 'redo') {
      if (person === 0) history[step.kind]();
    } else if (step.kind === 'add') hand(addNote(doc, word()), 'place');
    else if (picked) {
      const { id, text } = picked;
      if (step.kind === 'type') editNote(doc, id, noteText(doc, id)!.toString() + word());
      // Only one's own words: those of others are gone if one deletes them, and that is no matter of undo.
      if (step.kind === 'erase') editNote(doc, id, text.replace(new RegExp(`<${person}:\\d+>`), ''));
      if (step.kind === 'move') placeNote(doc, id, placeInColumn(doc, 'partnership', 'challenges', step.index, id));
      if (step.kind === 'free') placeNote(doc, id, { x: note, y: words.length });
      if (step.kind === 'delete') deleteNotes(doc, [id]);
      if (step.kind === 'recolor') recolorNotes(doc, [id], NOTE_COLORS[step.color]!);
      if (step.kind === 'move' || step.kind === 'free' || step.kind === 'delete') hand(id, 'place');
      if (step.kind === 'recolor' && NOTE_COLORS[step.color] !== picked.color) hand(id, 'color');
    }
    exchange(...docs);
  }
  return { docs, histories, lastHand, words };
}

/** What stands in the notes, on the board or not, in one string. */
function everythingWritten(doc: Y.Doc): string {
  return [...doc.getMap('notes').keys()].map((id) => noteText(doc, id)?.toString() ?? '').join('\n');
}

/** Plays, then undoes (`true`) and redoes what Ana did, and looks each time at what is in others' hands. */
function touchesNothingOfOthers(steps: Script, undos: readonly boolean[], seed: number) {
  const { docs, histories, lastHand, words } = play(steps, seed);
  const inOthersHands = (what: 'place' | 'color') => [...lastHand.keys()].filter((id) => lastHand.get(id)![what] !== 0);
  const [placed, colored] = [inOthersHands('place'), inOthersHands('color')];
  const looks = () => {
    const places = new Map(readNotes(docs[1]!).notes.map(({ id, placement }) => [id, placement]));
    return {
      places: placed.map((id) => [id, places.get(id)]),
      colors: colored.map((id) => [id, docs[1]!.getMap<Y.Map<string>>('notes').get(id)!.get('color')]),
    };
  };
  const before = looks();
  const theirs = words.filter(({ by, word }) => by !== 0 && everythingWritten(docs[1]!).includes(word));
  for (const back of undos) {
    histories[0]![back ? 'undo' : 'redo']();
    exchange(...docs);
    expect(looks()).toEqual(before);
    const written = everythingWritten(docs[1]!);
    for (const { word } of theirs) expect(written).toContain(word);
  }
  for (const doc of docs) expect(readNotes(doc).unreadable).toEqual([]);
}

test('promise 3: whatever three people did, undoing and redoing all of one’s own touches nothing that others did since', () => {
  // A move that one undid and is about to redo, while another has deleted the note.
  const deletedSince: Script = [
    { person: 0, note: 0, act: { kind: 'move', index: 0 } },
    { person: 0, note: 0, act: { kind: 'undo' } },
    { person: 1, note: 0, act: { kind: 'delete' } },
  ];
  fc.assert(fc.property(script, fc.array(fc.boolean(), { maxLength: 60 }), fc.nat(), touchesNothingOfOthers), {
    numRuns: 300,
    examples: [[[...deletedSince], [false, true, false], 1]],
  });
});

test('undoing everything one did alone, and redoing it, leads back and forth between the same two boards', () => {
  fc.assert(
    fc.property(script, fc.nat(), (steps, seed) => {
      const { docs, histories } = play(steps.map((step) => ({ ...step, person: 0 })), seed);
      const board = () => readNotes(docs[0]!).notes.sort((a, b) => (a.id < b.id ? -1 : 1));
      // What was undone last may still be redone.
      while (histories[0]!.canRedo()) histories[0]!.redo();
      const after = board();
      while (histories[0]!.canUndo()) histories[0]!.undo();
      expect(board().map(({ text }) => text).sort()).toEqual(['[note 0]', '[note 1]', '[note 2]', '[note 3]']);
      while (histories[0]!.canRedo()) histories[0]!.redo();
      expect(board()).toEqual(after);
    }),
    { numRuns: 200 },
  );
});
