import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { deleteNotes, editNote, placeInColumn, placeNote, readNotes, restoreNote } from '../../../shared/board/index.ts';
import { addNote, peerOf, seededBoard } from '../../support/board.ts';
import { dice } from '../../support/random.ts';

const COLUMNS = ['opportunities', 'challenges', 'obstacles'];

/** People who see each other's changes whenever they meet. */
function room(first: Y.Doc, people: number) {
  const docs = [first, ...Array.from({ length: people - 1 }, () => peerOf(first))];
  let sent: Uint8Array[] = [];
  for (const doc of docs) doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && sent.push(update));
  const meet = () => {
    const news = Y.mergeUpdates(sent);
    sent = [];
    for (const doc of docs) Y.applyUpdate(doc, news, 'remote');
  };
  return { docs, meet };
}

const size = (doc: Y.Doc) => Y.encodeStateAsUpdate(doc).length;

test('after 50 moves of each of 1,000 notes by five people who take turns, the document is at most 1.3 times its fresh size', { timeout: 240_000 }, () => {
  const random = dice(1);
  const first = seededBoard();
  const ids = Array.from({ length: 1000 }, (_, i) => addNote(first, `Note ${i}: ${'an idea for the town '.repeat(1 + (i % 4))}`));
  const fresh = size(first);
  const { docs, meet } = room(first, 5);
  for (let round = 0; round < 50; round += 1) {
    for (let turn = 0; turn < ids.length; turn += 5) {
      docs.forEach((doc, person) => {
        const column = COLUMNS[random.below(3)]!;
        placeNote(doc, ids[turn + person]!, { approach: 'partnership', column, order: `a${random.below(9)}V` });
      });
      if (turn % 25 === 20) meet();
    }
  }
  expect(size(first)).toBeLessThanOrEqual(1.3 * fresh);
  // What a newcomer is sent is as small, and says the same.
  const newcomer = peerOf(docs[3]!);
  expect(size(newcomer)).toBeLessThanOrEqual(1.3 * fresh);
  expect(readNotes(newcomer).notes).toHaveLength(1000);
  expect(new Map(readNotes(newcomer).notes.map((note) => [note.id, note]))).toEqual(new Map(readNotes(first).notes.map((note) => [note.id, note])));
});

test('deleting and putting back, and typing and taking it away again, leave little behind', () => {
  const first = seededBoard();
  const ids = Array.from({ length: 100 }, (_, i) => addNote(first, `Note ${i}: ${'an idea for the town '.repeat(3)}`));
  const fresh = size(first);
  const { docs, meet } = room(first, 3);
  for (let round = 0; round < 60; round += 1) {
    docs.forEach((doc, person) => {
      const id = ids[(round * 3 + person) % ids.length]!;
      const place = placeInColumn(doc, 'partnership', 'challenges');
      deleteNotes(doc, [id]);
      restoreNote(doc, id, place);
      const text = readNotes(doc).notes.find((note) => note.id === id)!.text;
      for (let length = 1; length <= 20; length += 1) editNote(doc, id, text + 'x'.repeat(length));
      editNote(doc, id, text);
    });
    meet();
  }
  expect(size(peerOf(first))).toBeLessThanOrEqual(1.3 * fresh);
});
