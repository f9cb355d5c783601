import type { Grace, Keeping } from '../../shared/protocol/history.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { mayFacilitate, type Role } from '../../shared/protocol/roles.ts';
import { readStage } from '../../shared/stage/document.ts';
import { requireBoard } from '../access/credentials.ts';
import type { Relay } from '../relay/relay.ts';
import type { Storage } from '../storage/types.ts';

/** How long boards are kept. */
export interface KeepingRules {
  /** Days after its last change on which a board is deleted; 0 for never. */
  keepDays: number;
  /** Days in which a deleted board can be brought back. */
  graceDays: number;
}

const DAY = 24 * 3_600_000;

/**
 * @param changedSince when it was changed last, in milliseconds since 1970, if that is not on disk yet
 * @throws Refusal 'unknown-board', 'deleted-board'
 */
export function keepingOf(storage: Storage, board: string, { keepDays, graceDays }: KeepingRules, changedSince = 0): Keeping {
  requireBoard(storage, board);
  const changedAt = Math.max(storage.findBoard(board)!.changedAt, changedSince);
  return { keptUntil: keepDays === 0 ? null : changedAt + keepDays * DAY, graceDays };
}

/** Keeps a board for its whole time from now on, as if somebody had changed it. @throws Refusal 'unknown-board', 'deleted-board', 'not-saved' */
export function keepLonger(storage: Storage, board: string): void {
  requireBoard(storage, board);
  storage.transaction(() => storage.markBoardChanged(board, Date.now()));
}

/** How long a deleted board can be brought back, for somebody in a role. @throws Refusal 'unknown-board' */
export function graceOf(storage: Storage, board: string, role: Role, { graceDays }: KeepingRules): Grace {
  const found = storage.findBoard(board);
  if (!found) throw new Refusal('unknown-board');
  const { deletedAt } = found;
  return { until: deletedAt === null || graceDays === 0 ? null : deletedAt + graceDays * DAY, mayBringBack: deletedAt !== null && mayFacilitate(role) };
}

/**
 * Deletes a board for whoever writes its title: everybody is sent away, and within its term of grace
 * a facilitator can bring it back.
 * @throws Refusal 'unknown-board', 'deleted-board', 'wrong-title', 'not-saved'
 */
export function deleteBoard(storage: Storage, relay: Relay, board: string, title: string): void {
  requireBoard(storage, board);
  const { meta } = relay.read({ board, kind: 'stage' }, readStage);
  if (title.trim() !== (meta?.title ?? '').trim()) throw new Refusal('wrong-title');
  storage.transaction(() => storage.setBoardDeleted(board, Date.now()));
  relay.closeBoard(board, 'deleted-board');
}

/** Brings a deleted board back with all it had. @throws Refusal 'unknown-board', 'not-saved' */
export function bringBack(storage: Storage, board: string): void {
  if (!storage.hasBoard(board)) throw new Refusal('unknown-board');
  const now = Date.now();
  storage.transaction(() => {
    storage.setBoardDeleted(board, null);
    // Its time begins anew, or it would be deleted again at once.
    storage.markBoardChanged(board, now);
  });
}

/** Deletes boards whose time is over, and erases those whose term of grace is. */
export function tendBoards(storage: Storage, relay: Relay, { keepDays, graceDays }: KeepingRules, now: number): void {
  for (const { id, changedAt, deletedAt } of storage.listBoards()) {
    if (deletedAt !== null && deletedAt + graceDays * DAY <= now) storage.transaction(() => storage.eraseBoard(id));
    else if (deletedAt === null && keepDays > 0 && changedAt + keepDays * DAY <= now) {
      storage.transaction(() => storage.setBoardDeleted(id, now));
      relay.closeBoard(id, 'deleted-board');
    }
  }
}
