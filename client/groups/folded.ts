import { useCallback, useSyncExternalStore } from 'react';
import { createCell, type Cell } from '../columns/cell.ts';
import { keep, onDevice, recall } from '../session/storage.ts';
import { useSession } from '../session/hooks.ts';

/**
 * Which groups this person has folded away: their own view, kept on this device, so that nobody
 * takes a note out of somebody else's sight or hands.
 */
const boards = new Map<string, Cell<ReadonlySet<string>>>();

/** The folded groups of a board, by id. */
export function foldedGroups(board: string): Cell<ReadonlySet<string>> {
  const known = boards.get(board);
  if (known) return known;
  const cell = createCell<ReadonlySet<string>>(new Set((recall(onDevice, storageKey(board)) ?? '').split(' ').filter(Boolean)));
  boards.set(board, cell);
  return cell;
}

/** Folds a group away, or opens it. */
export function foldGroup(board: string, group: string, folded: boolean): void {
  const cell = foldedGroups(board);
  const next = new Set(cell.get());
  if (folded) next.add(group);
  else next.delete(group);
  keep(onDevice, storageKey(board), [...next].join(' '));
  cell.set(next);
}

/** Whether a group is folded here, and how to change that. */
export function useFolded(group: string): [boolean, (folded: boolean) => void] {
  const { board } = useSession();
  const cell = foldedGroups(board);
  const folded = useSyncExternalStore(cell.subscribe, () => cell.get().has(group));
  return [folded, useCallback((next: boolean) => foldGroup(board, group, next), [board, group])];
}

function storageKey(board: string): string {
  return `plenary.folded/${board}`;
}
