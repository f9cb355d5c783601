import { readRules, type StageRules } from '../../shared/stage/agenda.ts';
import { docOf } from './document.ts';
import type { Rooms } from './room.ts';

/** What holds on each board for its participants, as their stages on disk say. */
export interface Rules {
  of(board: string): StageRules;
  /** To be called when a stage has changed. */
  forget(board: string): void;
}

export function createRules(rooms: Rooms): Rules {
  const known = new Map<string, StageRules>();
  return {
    of(board) {
      let rules = known.get(board);
      if (rules === undefined) {
        const stage = rooms.open({ board, kind: 'stage' });
        rules = readRules(docOf(rooms.documentOf(stage)));
        rooms.releaseWhenEmpty(stage);
        known.set(board, rules);
      }
      return rules;
    },
    forget: (board) => void known.delete(board),
  };
}
