import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { createNote, NOTE_COLORS, type Placement } from '../../../shared/board/index.ts';
import { layOut, NOTE_SIZE } from '../../../shared/board/layout.ts';
import type { StageApproach } from '../../../shared/stage/document.ts';

/** A crowded board: so many notes in each column of all approaches, the others in a block beside them. */

const PER_COLUMN = 100;
const GAP = 16;

const TEXTS = [
  'Os vizinhos encontram-se todas as semanas na biblioteca',
  'The allotments behind the school are free from October on, and nobody has asked for them yet',
  'Quem chega de novo não sabe a quem perguntar: falta uma pessoa com nome e telefone em cada bairro',
  'A bus after nine in the evening',
  'Two associations have not talked since 2019, and their rooms are next door to each other',
  'Volunteers are tired. What do we stop doing?',
];

/** A note of the crowd, for whatever program is to show it. */
export interface CrowdNote {
  text: string;
  color: (typeof NOTE_COLORS)[number];
  placement: Placement;
}

/** The notes of a crowded board. */
export function crowd(count: number, approaches: readonly StageApproach[]): CrowdNote[] {
  const columns = approaches.flatMap(({ id, columns }) => columns.map((column) => ({ approach: id, column: column.id })));
  const orders = generateNKeysBetween(null, null, PER_COLUMN);
  const ordered = columns.flatMap((column) => orders.map((order): Placement => ({ ...column, order }))).slice(0, count);
  const left = Math.max(0, ...layOut(approaches, [], []).approaches.map(({ x, width }) => x + width)) + 160;
  const across = Math.ceil(Math.sqrt(count - ordered.length));
  const free = Array.from({ length: count - ordered.length }, (_, index): Placement => ({
    x: left + (index % across) * (NOTE_SIZE.width + GAP),
    y: Math.floor(index / across) * (NOTE_SIZE.height + GAP),
  }));
  return [...ordered, ...free].map((placement, index) => ({
    text: TEXTS[index % TEXTS.length]!,
    color: NOTE_COLORS[index % NOTE_COLORS.length]!,
    placement,
  }));
}

/** Writes the crowd into a board document, in one transaction. */
export function writeCrowd(doc: Y.Doc, notes: readonly CrowdNote[], author: string | null): void {
  doc.transact(() => {
    notes.forEach((note, index) => createNote(doc, { ...note, author, createdAt: 1_800_000_000_000 + index * 1000, language: 'en' }));
  });
}
