import * as Y from 'yjs';
import { copyOfDoc, disownNotes, restoreBoard } from '../../shared/board/index.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import type { Restored } from '../../shared/protocol/history.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { renameBoard } from '../../shared/stage/edit-structure.ts';
import { restoreStage } from '../../shared/stage/restore.ts';
import { openNewBoard } from '../access/boards.ts';
import type { Relay } from '../relay/relay.ts';
import { isAnonymous } from '../desks/ledger.ts';
import type { StoredSnapshot } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { keepNow } from './moments.ts';
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
  const before = keepNow(storage, relay, board, about);
  relay.change({ board, kind: 'stage' }, (doc) => restoreStage(doc, to.stageDoc));
  relay.change({ board, kind: 'board' }, (doc) => {
    restoreBoard(doc, to.boardDoc);
    keepAnonymous(relay, board, doc);
  });
  return { before: before.id };
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
  const from = restoredFrom(to, momentOf(requireSnapshot(storage, board, stored.subject)));
  const before = keepNow(storage, relay, board, { cause: 'takeback', title: stored.title, participant });
  relay.change({ board, kind: 'stage' }, (doc) => restoreStage(doc, to.stageDoc, from.stageDoc));
  relay.change({ board, kind: 'board' }, (doc) => {
    restoreBoard(doc, to.boardDoc, from.boardDoc);
    keepAnonymous(relay, board, doc);
  });
  return { before: before.id };
}

/** A board that has become anonymous stays so, whatever it said before. */
function keepAnonymous(relay: Relay, board: string, doc: Y.Doc): void {
  if (relay.read({ board, kind: 'ledger' }, isAnonymous)) disownNotes(doc);
}

/** What a board said just after one moment of it had been made another again. */
function restoredFrom(before: Moment, subject: Moment): Moment {
  const [boardDoc, stageDoc] = [copyOfDoc(before.boardDoc), copyOfDoc(before.stageDoc)];
  restoreBoard(boardDoc, subject.boardDoc);
  restoreStage(stageDoc, subject.stageDoc);
  return { boardDoc, stageDoc };
}

/**
 * Makes a new board of a snapshot, with new links.
 * @throws Refusal 'unknown-snapshot', 'damaged-snapshot', 'not-saved'
 */
export function restoreAsNew(storage: Storage, { board, snapshot }: Pick<Asked, 'board' | 'snapshot'>, title: string): CreatedBoard {
  const { boardDoc, stageDoc } = momentOf(requireSnapshot(storage, board, snapshot));
  renameBoard(stageDoc, { title });
  const states = { boardState: Y.encodeStateAsUpdate(boardDoc), stageState: Y.encodeStateAsUpdate(stageDoc) };
  return storage.transaction(() => openNewBoard(storage, states));
}
