import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { createNote, putDrawings } from '../../../shared/board/index.ts';
import { createId } from '../../../shared/ids.ts';
import { mark } from './marks.ts';

const TEXTS = [
  'Os vizinhos encontram-se todas as semanas na biblioteca e trazem quem ainda não conhece ninguém',
  'The allotments behind the school are free from October on, and nobody has asked for them yet',
  'Quem chega de novo não sabe a quem perguntar: falta uma pessoa com nome e telefone em cada bairro',
  'A bus after nine in the evening would let people from the valley take part in the courses',
];

/** The updates by which one person writes so many notes, one each, the texts marked from `first` on. */
export function noteUpdates(count: number, first = 0): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const author = createId();
  generateNKeysBetween(null, null, count).forEach((order, index) => {
    doc.transact(() =>
      createNote(doc, {
        text: `${mark(first + index)} ${TEXTS[index % TEXTS.length]}`,
        color: 'sun',
        author,
        createdAt: 1_800_000_000_000 + index * 1000,
        language: 'pt',
        placement: { approach: 'partnership', column: 'opportunities', order },
      }),
    );
  });
  doc.destroy();
  return updates;
}

/** The updates by which one person draws the same long stroke again and again, each of about `bytes`. */
export function strokeUpdates(count: number, bytes: number, first: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const id = `shape:${createId()}`;
  const points = 'x'.repeat(bytes);
  for (let index = 0; index < count; index += 1) {
    putDrawings(doc, [{ id, typeName: 'shape', type: 'draw', meta: mark(first + index), points }]);
  }
  doc.destroy();
  return updates;
}
