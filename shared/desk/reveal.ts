import type * as Y from 'yjs';
import { createNotes, eraseNotes, hasNote, inColumn, placeAllInColumn, readNotes, type NewNote, type Note, type Placement } from '../board/index.ts';
import { createId } from '../ids.ts';
import { fairOrder, shuffled } from './fair-order.ts';

/*
 * A desk holds notes as the board does, in a document of the same shape, so that all acts on notes
 * are the same on both; `wave` tells of a note after how many reveals it was written.
 */

/** One person's desk. */
export interface Desk {
  owner: string;
  /** The id of their site. */
  site: string;
  doc: Y.Doc;
}

export interface Reveal {
  /** Decides who begins; the board's id, so that it is the same every time. */
  seed: string;
  /** How often everything was revealed before. */
  reveals: number;
  /** Milliseconds since 1970. */
  at: number;
  /** Whether nothing may tell whose notes these are. */
  anonymous: boolean;
  /** The notes to reveal; all of them when it is left out. */
  only?: ReadonlySet<string>;
}

const SOUND_ID = /^[\w-]{1,64}$/;

/** The notes on a desk in their owner's order. */
export function deskNotes(doc: Y.Doc): Note[] {
  return readNotes(doc).notes.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/**
 * Moves notes from desks to the board, to the ends of their columns, in a fair order. Their author is
 * the desk's owner, whatever the note says. What does not parse stays on its desk.
 *
 * Where nothing may tell whose they are, the notes get new ids, the time of the reveal, and an order
 * that chance has drawn: taking turns would tell which of them are of one person.
 * @returns the ids that the notes have on the board
 */
export function revealNotes(board: Y.Doc, desks: readonly Desk[], asked: Reveal): string[] {
  const shares = desks.map(({ owner, site, doc }) => ({
    participant: owner,
    site,
    doc,
    notes: deskNotes(doc)
      .filter(({ id }) => !asked.only || asked.only.has(id))
      .map((note) => ({ id: note.id, note, owner })),
  }));
  const inOrder = asked.anonymous ? shuffled(shares.flatMap(({ notes }) => notes), asked.seed) : fairOrder(shares, asked.seed);
  const taken = new Set<string>();
  const fresh = inOrder.map(({ note, owner }): NewNote & { id: string } => {
    // A desk may say anything of its notes, also that they have the id of another's on the board.
    const usable = SOUND_ID.test(note.id) && !hasNote(board, note.id) && !taken.has(note.id);
    const id = asked.anonymous || !usable ? createId() : note.id;
    taken.add(id);
    return {
      id,
      text: note.text,
      color: note.color,
      language: note.language,
      author: asked.anonymous ? null : owner,
      createdAt: asked.anonymous ? asked.at : note.createdAt,
      placement: note.placement,
      ...(note.saidInRoom && !asked.anonymous && { saidInRoom: true }),
      ...((note.wave ?? asked.reveals) < asked.reveals && { late: true }),
    };
  });
  createNotes(board, atTheEnds(board, fresh));
  for (const { doc, notes } of shares) eraseNotes(doc, notes.map(({ id }) => id));
  return fresh.map(({ id }) => id);
}

/** Gives notes that are for columns their places behind what is there, in their order. */
function atTheEnds<T extends { placement: Placement }>(board: Y.Doc, notes: readonly T[]): T[] {
  const byPlace = new Map<string, T[]>();
  for (const note of notes) {
    if (!inColumn(note.placement)) continue;
    const { approach, column, group } = note.placement;
    const key = JSON.stringify([approach, column, group]);
    byPlace.set(key, [...(byPlace.get(key) ?? []), note]);
  }
  const places = new Map<T, Placement>();
  for (const together of byPlace.values()) {
    const [first] = together;
    if (!first || !inColumn(first.placement)) continue;
    const { approach, column, group } = first.placement;
    placeAllInColumn(board, { approach, column, group }, together.length, []).forEach((place, index) => places.set(together[index]!, place));
  }
  return notes.map((note) => ({ ...note, placement: places.get(note) ?? note.placement }));
}
