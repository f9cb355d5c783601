import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  applyUpdate,
  changeDocument,
  docOf,
  fullState,
  isQuiet,
  loadDocument,
  missingUpdate,
  rest,
  stateVectorOf,
  type RoomDocument,
} from '../../../server/relay/document.ts';
import { noteTexts, writeNote } from '../../support/notes.ts';

const NOTHING = Y.encodeStateVector(new Map());

const load = (...updates: Uint8Array[]) => loadDocument(updates.map((update, index) => ({ seq: index + 1, update, stateVector: null })), refuse);

function refuse(seq: number): never {
  throw new Error(`Row ${seq} could not be read.`);
}

/** A document that somebody has written these notes into, as one update. */
function written(...texts: string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const text of texts) writeNote(doc, text);
  return doc;
}

/** The notes of somebody who has `before` and is told the rest. */
function toldTo(before: Y.Doc, document: RoomDocument): string[] {
  Y.applyUpdate(before, missingUpdate(document, Y.encodeStateVector(before)));
  return noteTexts(before);
}

test('those who join a board of one row are served without Yjs ever building it', () => {
  const author = written('one');
  const partly = new Y.Doc();
  Y.applyUpdate(partly, Y.encodeStateAsUpdate(author));
  writeNote(author, 'two');
  const document = load(Y.encodeStateAsUpdate(author));

  expect(Y.decodeStateVector(stateVectorOf(document))).toEqual(Y.decodeStateVector(Y.encodeStateVector(author)));
  expect(toldTo(new Y.Doc(), document)).toEqual(['one', 'two']);
  expect(toldTo(partly, document)).toEqual(['one', 'two']);
  expect(toldTo(author, document)).toEqual(['one', 'two']);
  expect(document.built).toBeNull();
});

test('a state vector that was kept with the state is taken, and nothing is read to find it', () => {
  const state = Y.encodeStateAsUpdate(written('one'));
  const kept = Uint8Array.of(0);
  const document = loadDocument([{ seq: 1, update: state, stateVector: kept }], refuse);
  expect(stateVectorOf(document)).toBe(kept);
  expect(missingUpdate(document, NOTHING)).toBe(state);
});

test('a board that nobody has written on can be joined and then written on', () => {
  const document = load();
  expect(Y.decodeStateVector(stateVectorOf(document)).size).toBe(0);
  expect(toldTo(new Y.Doc(), document)).toEqual([]);
  expect(applyUpdate(document, Y.encodeStateAsUpdate(written('first')))).not.toBeNull();
  expect(toldTo(new Y.Doc(), document)).toEqual(['first']);
});

test('a small document rests soon, one that takes long to build stays longer', () => {
  const book = new Y.Doc();
  book.getText('t').insert(0, 'word '.repeat(40_000));
  const [small, large] = [load(), load(Y.encodeStateAsUpdate(book))];
  const after = (document: RoomDocument, seconds: number) => isQuiet(document, 10_000, document.usedAt + seconds * 1_000);
  expect([after(small, 9), after(small, 11)]).toEqual([false, true]);
  expect([after(large, 29), after(large, 31)]).toEqual([false, true]);
});

test('a document at rest keeps its bytes only, and is the same when it is written on again', () => {
  const document = load();
  const author = written('one');
  applyUpdate(document, Y.encodeStateAsUpdate(author));
  changeDocument(document, (doc) => writeNote(doc, 'from the server'));
  rest(document);
  expect(document.built).toBeNull();
  expect(toldTo(new Y.Doc(), document)).toEqual(['from the server', 'one']);

  const before = Y.encodeStateVector(author);
  writeNote(author, 'two');
  applyUpdate(document, Y.encodeStateAsUpdate(author, before));
  expect(noteTexts(docOf(document))).toEqual(['from the server', 'one', 'two']);
  expect(Y.decodeStateVector(stateVectorOf(document)).get(author.clientID)).toBe(Y.getState(author.store, author.clientID));
  expect(toldTo(new Y.Doc(), document)).toEqual(['from the server', 'one', 'two']);
});

test.each([
  ['that is no update', Uint8Array.of(1, 2, 3)],
  ['that Yjs can read and not apply', Uint8Array.from([...Y.encodeStateAsUpdate(written('one')).slice(0, -1), 7])],
])('a lone row %s is told of, and the board can still be written on', (_what, row) => {
  const bad: number[] = [];
  const document = loadDocument([{ seq: 9, update: row, stateVector: null }], (seq) => bad.push(seq));
  applyUpdate(document, Y.encodeStateAsUpdate(written('after')));
  expect(bad).toEqual([9]);
  expect(noteTexts(docOf(document))).toEqual(['after']);
  const reader = new Y.Doc();
  Y.applyUpdate(reader, missingUpdate(document, NOTHING));
  expect(noteTexts(reader)).toEqual(['after']);
  expect(fullState(document)).not.toBe(row);
});
