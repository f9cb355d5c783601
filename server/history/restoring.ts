import * as Y from 'yjs';
import { copyOfDoc, disownNotes, restoreBoard, seedBoard } from '../../shared/board/index.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import type { Restored } from '../../shared/protocol/history.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { markAnonymous } from '../../shared/stage/anonymity.ts';
import { renameBoard } from '../../shared/stage/edit-structure.ts';
import { restoreStage } from '../../shared/stage/restore.ts';
import { openNewBoard } from '../access/boards.ts';
import type { Relay } from '../relay/relay.ts';
import { isAnonymous } from '../desks/ledger.ts';
import type { StoredSnapshot } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { keepWithin, type AboutMoment } from './moments.ts';
import { docFrom, unpackNow } from './states.ts';

/** Both documents of a board at one moment, as nobody changes them any more. */
export interface Moment {
  boardDoc: Y.Doc;
  stageDoc: Y.Doc;
}

/** @throws Refusal 'unknown-snapshot', 'damaged-snapshot' */
export function requireSnapshot(storage: Storage, board: string, id: string): StoredSnapshot {
  const stored = storage.readSnapshot(board, id);
  if (!stored) throw new Refusal('unknown-snapshot');
  return stored;
}

/** @throws Refusal 'unknown-snapshot', 'damaged-snapshot' */
export function momentOf(stored: StoredSnapshot): Moment {
  const { boardState, stageState } = unpackNow(stored);
  return { boardDoc: docFrom(boardState), stageDoc: docFrom(stageState) };
}

/** Who asks for which snapshot of which board. */
export interface Asked {
  board: string;
  snapshot: string;
  participant: string | null;
}

/**
 * Makes a board say again what it said when a snapshot was made. What it says now is kept first;
 * what others write at the same moment merges.
 * @throws Refusal 'unknown-snapshot', 'damaged-snapshot', 'not-saved'
 */
export function restoreHere(storage: Storage, relay: Relay, { board, snapshot, participant }: Asked): Restored {
  const stored = requireSnapshot(storage, board, snapshot);
  const to = momentOf(stored);
  const about = { cause: 'restore', title: stored.title, subject: snapshot, participant } as const;
  return changeKept(storage, relay, board, about, (now, isAnonymousNow) => {
    if (isAnonymousNow) disownNotes(to.boardDoc);
    restoreStage(now.stageDoc, to.stageDoc);
    restoreBoard(now.boardDoc, to.boardDoc);
  });
}

/**
 * Takes a restoring back: what it changed is again as it was before, but for what somebody has
 * changed since.
 * @param asked.snapshot the snapshot that was made before the restoring
 * @throws Refusal 'unknown-snapshot' also for one that was made before something else,
 *   'damaged-snapshot', 'not-saved'
 */
export function takeBack(storage: Storage, relay: Relay, { board, snapshot, participant }: Asked): Restored {
  const stored = requireSnapshot(storage, board, snapshot);
  if (stored.cause !== 'restore' || stored.subject === null) throw new Refusal('unknown-snapshot');
  const to = momentOf(stored);
  const subject = momentOf(requireSnapshot(storage, board, stored.subject));
  const about = { cause: 'takeback', title: stored.title, participant } as const;
  return changeKept(storage, relay, board, about, (now, isAnonymousNow) => {
    if (isAnonymousNow) for (const { boardDoc } of [to, subject]) disownNotes(boardDoc);
    const from = restoredFrom(to, subject);
    restoreStage(now.stageDoc, to.stageDoc, from.stageDoc);
    restoreBoard(now.boardDoc, to.boardDoc, from.boardDoc);
  });
}

/**
 * Changes both documents of a board, having kept what they say now, all in one transaction: nobody
 * sees the one changed without the other, and what had come to the server by then is in what is kept.
 * @param change is told whether the board is anonymous, which no earlier moment of it undoes: who wrote
 *   what must not come back into its documents, not even for a moment
 */
function changeKept(storage: Storage, relay: Relay, board: string, about: AboutMoment, change: (now: Moment, isAnonymousNow: boolean) => void): Restored {
  const rooms = () => [{ board, kind: 'ledger' } as const, { board, kind: 'stage' } as const, { board, kind: 'board' } as const];
  return relay.changeTogether(rooms, ([ledger, stageDoc, boardDoc]) => {
    const now = { boardDoc: boardDoc!, stageDoc: stageDoc! };
    const before = keepWithin(storage, board, now, about);
    change(now, isAnonymous(ledger!));
    return { before: before.id };
  });
}

/** What a board said just after one moment of it had been made another again. */
function restoredFrom(before: Moment, subject: Moment): Moment {
  const [boardDoc, stageDoc] = [copyOfDoc(before.boardDoc), copyOfDoc(before.stageDoc)];
  restoreBoard(boardDoc, subject.boardDoc);
  restoreStage(stageDoc, subject.stageDoc);
  return { boardDoc, stageDoc };
}

/**
 * Makes a new board of a snapshot, with new links. Of a board that has become anonymous every new one
 * is anonymous too, also of a moment before.
 * @throws Refusal 'unknown-snapshot', 'damaged-snapshot', 'not-saved'
 */
export function restoreAsNew(storage: Storage, relay: Relay, { board, snapshot }: Pick<Asked, 'board' | 'snapshot'>, title: string): CreatedBoard {
  const then = momentOf(requireSnapshot(storage, board, snapshot));
  const { boardDoc, stageDoc } = relay.read({ board, kind: 'ledger' }, isAnonymous) ? anonymised(then) : then;
  renameBoard(stageDoc, { title });
  const states = { boardState: Y.encodeStateAsUpdate(boardDoc), stageState: Y.encodeStateAsUpdate(stageDoc) };
  return storage.transaction(() => openNewBoard(storage, states));
}

/** The same as an anonymous board says it, written down afresh: a document that was taken apart would keep the keys of what was taken out. */
function anonymised({ boardDoc, stageDoc }: Moment): Moment {
  const fresh = new Y.Doc();
  seedBoard(fresh);
  disownNotes(boardDoc);
  restoreBoard(fresh, boardDoc);
  markAnonymous(stageDoc);
  return { boardDoc: fresh, stageDoc };
}
