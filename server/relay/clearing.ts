import type * as Y from 'yjs';
import { notesOnBoard } from '../../shared/board/index.ts';
import type { RoomName } from '../../shared/protocol/rooms.ts';
import type { Requirements } from './requirements.ts';

/** A change that takes many notes off a board at once. */
export interface Clearing {
  board: string;
  /** How many notes it takes off. */
  notes: number;
  /** Who makes it. */
  participant: string | null;
  /** The encoded state of the board's notes before it. */
  stateBefore(): Uint8Array;
}

/** So many notes at once are many. */
const MANY = 10;
/** On a small board so many are, where they are a quarter of it or more. */
const MANY_OF_FEW = 4;
const PART = 4;

export function isClearing(before: number, taken: number): boolean {
  return taken >= MANY || (taken >= MANY_OF_FEW && taken * PART >= before);
}

/**
 * Watches what an update does to a board. Most take away less than would be a clearing, and cost nothing.
 * @returns to be called once the update is applied: how many notes it has taken off the board, where
 *   those are many, else 0; `null` where it cannot take off as many
 */
export function watchForClearing({ kind }: RoomName, doc: Y.Doc, { takes }: Requirements): (() => number) | null {
  if (kind !== 'board' || takes < MANY_OF_FEW) return null;
  const before = notesOnBoard(doc);
  return () => {
    const after = notesOnBoard(doc);
    let taken = 0;
    for (const note of before) if (!after.has(note)) taken += 1;
    return isClearing(before.size, taken) ? taken : 0;
  };
}
