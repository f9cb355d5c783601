import { useDeferredValue, useMemo, useState, useSyncExternalStore } from 'react';
import type { Note } from '../../shared/board/index.ts';
import { useCell } from '../columns/cell.ts';
import { useSession, useStage } from '../session/hooks.ts';
import type { Session } from '../session/session.ts';
import { useFinding } from './finding.ts';
import { inReadingOrder } from './reading-order.ts';
import { choicesAmong, queryWords, searchNotes, type Choices } from './search.ts';

/** What the open search has found, as it stands now. */
export interface Found {
  notes: readonly Note[];
  /** The words that were looked for, to mark them. */
  words: readonly string[];
  choices: Choices;
}

/** Finds anew as one types, and as others write: then a few times a second at most. */
export function useFound(): Found {
  const session = useSession();
  const stage = useStage();
  const { query } = useFinding();
  const asked = useDeferredValue(useCell(query, (value) => value));
  const [board] = useState(() => slowly(session));
  const notes = useSyncExternalStore(board.subscribe, board.get);
  const groups = session.live.groups();
  const choices = useMemo(() => choicesAmong(notes, stage), [notes, stage]);
  const found = useMemo(() => searchNotes(notes, { ...stage, groups }, asked), [notes, stage, groups, asked]);
  const words = useMemo(() => queryWords(asked.text), [asked]);
  return { notes: found, words, choices };
}

const EVERY_MS = 250;

/** All notes in reading order, renewed at most every so often. */
function slowly({ live, stage }: Session) {
  let order: string[] = [];
  let places: unknown;
  let approaches: unknown;
  const read = () => {
    const now = stage.current().approaches;
    if (places !== live.places() || approaches !== now) {
      places = live.places();
      approaches = now;
      order = inReadingOrder(now, live.notes(), live.groups());
    }
    return order.flatMap((id) => live.note(id) ?? []);
  };
  let notes = read();
  return {
    get: () => notes,
    subscribe(listener: () => void) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const update = () => {
        timer = undefined;
        notes = read();
        listener();
      };
      const soon = () => {
        timer ??= setTimeout(update, EVERY_MS);
      };
      const stops = [live.onNotes(soon), live.onGroups(soon), stage.onChange(soon)];
      // Between the first reading and now something may have come.
      soon();
      return () => {
        clearTimeout(timer);
        stops.forEach((stop) => stop());
      };
    },
  };
}
