import { useSyncExternalStore } from 'react';
import { useColumns } from './context.ts';

/** Ids of the people who are writing in a note now, joined by spaces. */
export function useWriters(note: string): string {
  const { writers } = useColumns();
  return useSyncExternalStore(writers.subscribe, () => writers.of(note));
}
