import type * as Y from 'yjs';
import type { RoomName } from '../../shared/protocol/rooms.ts';
import { currentStep, readRules } from '../../shared/stage/agenda.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';
import { reportUnexpected } from '../unexpected.ts';
import { tendBoards, type KeepingRules } from './keeping.ts';
import { keepSoon, thin } from './moments.ts';

/** Keeps boards as they were: every few minutes while somebody changes them, and as they are locked or closed. */
export interface Keeper {
  /** To be called when a document has changed on disk; costs next to nothing. */
  changed(room: RoomName): void;
  /** When a board was changed last, in milliseconds since 1970, where that is not on disk yet; else 0. */
  changedAt(board: string): number;
  /** Does now what is due; called from time to time by itself. */
  tend(now?: number): Promise<void>;
  /** Ends when what was begun is done. */
  stop(): Promise<void>;
}

type Ended = 'lock' | 'close' | null;

interface Watched {
  changed: boolean;
  /** When it was changed last, in milliseconds since 1970. */
  changedAt: number;
  /** Which of its changes is known on disk as the last, in milliseconds since 1970. */
  markedAt: number;
  /** When it was kept last, in milliseconds since 1970; the first time, when it was first changed. */
  keptAt: number;
  /** What participants cannot write by any more. */
  ended: Ended;
}

/** How often it is looked what is due, in milliseconds. */
const LOOK_EVERY = 15_000;
/** How often all boards are looked after, also those that nobody changes. */
const TEND_ALL_EVERY = 3_600_000;
/** A board that was quiet for so long is watched anew when somebody changes it. */
const FORGET_AFTER = 24 * TEND_ALL_EVERY;

export interface KeeperRules extends KeepingRules {
  /** Milliseconds between two snapshots of a board that is changed; 0 for none. */
  snapshotEvery: number;
}

export function createKeeper(storage: Storage, relay: () => Relay, rules: KeeperRules): Keeper {
  const every = rules.snapshotEvery;
  const boards = new Map<string, Watched>();
  let tendedAllAt = 0;
  let busy: Promise<void> | null = null;
  let lastEnd: Promise<void> = Promise.resolve();

  const keep = async (board: string, cause: 'activity' | 'lock' | 'close') => {
    try {
      if (storage.findBoard(board)?.deletedAt !== null) {
        boards.delete(board);
        return;
      }
      await keepSoon(storage, relay(), board, { cause, participant: null });
    } catch (error) {
      reportUnexpected(`keeping board ${board} as it is`, error);
    }
  };

  /** Whatever becomes of the snapshots: a board that somebody has just changed is not one whose time is over. */
  const mark = () => {
    const changed = [...boards].filter(([, { changedAt, markedAt }]) => changedAt > markedAt);
    if (changed.length === 0) return;
    storage.transaction(() => {
      for (const [board, { changedAt }] of changed) storage.markBoardChanged(board, changedAt);
    });
    for (const [, watched] of changed) watched.markedAt = watched.changedAt;
  };

  const tendAll = async (now: number) => {
    mark();
    for (const [board, watched] of boards) {
      if (watched.changed && now - watched.keptAt >= every) {
        watched.changed = false;
        watched.keptAt = now;
        if (every > 0) await keep(board, 'activity');
        // One board at a time: between two, the relay goes on.
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (!watched.changed && now - watched.keptAt > FORGET_AFTER) boards.delete(board);
    }
    if (now - tendedAllAt < TEND_ALL_EVERY) return;
    tendedAllAt = now;
    tendBoards(storage, relay(), rules, now);
    for (const board of storage.boardsToThin()) {
      storage.transaction(() => thin(storage, board, now));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  const tend = (now = Date.now()): Promise<void> => {
    busy ??= tendAll(now)
      .catch((error: unknown) => reportUnexpected('looking after the history', error))
      .finally(() => {
        busy = null;
      });
    return busy;
  };
  const timer = setInterval(() => void tend(), LOOK_EVERY).unref();

  return {
    changed({ board, kind }) {
      if (kind === 'desk') return;
      const watched = boards.get(board) ?? { changed: true, changedAt: 0, markedAt: 0, keptAt: Date.now(), ended: null };
      boards.set(board, watched);
      watched.changed = true;
      watched.changedAt = Date.now();
      if (kind !== 'stage') return;
      const ended = relay().read({ board, kind }, endedBy);
      if (ended && ended !== watched.ended) lastEnd = lastEnd.then(() => keep(board, ended));
      watched.ended = ended;
    },
    changedAt(board) {
      const { changedAt, markedAt } = boards.get(board) ?? { changedAt: 0, markedAt: 0 };
      return changedAt > markedAt ? changedAt : 0;
    },
    tend,
    async stop() {
      clearInterval(timer);
      await Promise.all([busy, lastEnd]);
      try {
        mark();
      } catch (error) {
        reportUnexpected('noting which boards were changed', error);
      }
    },
  };
}

function endedBy(stage: Y.Doc): Ended {
  const rules = readRules(stage);
  if (currentStep(rules.agenda)?.kind === 'close') return 'close';
  return rules.locked ? 'lock' : null;
}
