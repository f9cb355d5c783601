import { forgetBoardOnDevice, savedBoards } from './device.ts';
import { forgetAll, inTab, keep, onDevice, recall, recallAll } from './storage.ts';

/**
 * Takes a board off this device: its copies, the drafts, who one was on it and its links. Other tabs
 * that have it open leave it when they notice. The board itself stays as it is.
 */
export async function forgetBoard(board: string): Promise<void> {
  const names = await copyNames(board);
  forgetBoardOnDevice(board);
  await Promise.all(names.map(deleteDatabase));
  // Last: until then a page that is closing may still remember something.
  for (const storage of [onDevice, inTab]) forgetAll(storage, `/${board}`);
}

/** Deletes one person's copies of a board's documents; those open in another tab go when that closes them. */
export async function forgetCopies(board: string, participant: string | null): Promise<void> {
  const names = await copyNames(board);
  await Promise.all(names.filter((name) => name.endsWith(copyOf(participant))).map(deleteDatabase));
}

/* The names of copies, as `copyName` in session.ts makes them. */
const copiesOf = (board: string) => `plenary/${board}/`;
const copyOf = (participant: string | null) => `/${participant ?? 'viewer'}`;

/** What this browser keeps of a board; nothing where it keeps no databases. */
async function copyNames(board: string): Promise<string[]> {
  try {
    const names = (await indexedDB.databases()).flatMap(({ name }) => name ?? []);
    return names.filter((name) => name.startsWith(copiesOf(board)));
  } catch {
    // Firefox before 126 cannot list them.
    const people = Object.values(savedBoards()[board]?.sessions ?? {}).flatMap((session) => (session ? copyOf(session.participant) : []));
    return people.flatMap((person) => ['board', 'stage', `desk${person}`].map((kind) => copiesOf(board) + kind + person));
  }
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
  });
}

/* By the name of a copy: each document of each person counts for itself. */
const unsentPrefix = (board: string) => `plenary.unsent/${board}/`;
const unsentKey = (room: string, participant: string | null) => `plenary.unsent/${room}${copyOf(participant)}`;

/** How many changes made on this device are not known to be on the server, from earlier pages, too. */
export function unsentOf(board: string): number {
  return recallAll(onDevice, unsentPrefix(board)).reduce((sum, count) => sum + (Number(count) || 0), 0);
}

/** How many of a person's changes of one document pages before this one left unsent. */
export function unsentIn(room: string, participant: string | null): number {
  return Number(recall(onDevice, unsentKey(room, participant))) || 0;
}

/** Remembers how many changes wait, for pages that open later; 0 once all is saved. */
export function keepUnsent(room: string, participant: string | null, count: number): void {
  keep(onDevice, unsentKey(room, participant), count > 0 ? String(count) : '');
}
