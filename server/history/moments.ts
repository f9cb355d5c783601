import * as Y from 'yjs';
import { countNotes } from '../../shared/board/index.ts';
import { createId } from '../../shared/ids.ts';
import type { SnapshotCause } from '../../shared/protocol/history.ts';
import { readStage } from '../../shared/stage/document.ts';
import type { Relay } from '../relay/relay.ts';
import type { SnapshotRecord } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { pack, packNow, type States } from './states.ts';
import { thinned } from './thinning.ts';

/** A board as it is on disk now: both documents, and how many notes lie on it. */
export interface Captured extends States {
  at: number;
  notes: number;
}

/** What is said of a snapshot that is made by itself. */
export interface AboutMoment {
  cause: Exclude<SnapshotCause, 'saved'>;
  title?: string;
  subject?: string | null;
  /** Whose act it is made before; `null` for one made by itself. */
  participant: string | null;
}

export function capture(relay: Relay, board: string, now = Date.now()): Captured {
  return {
    at: now,
    boardState: relay.state({ board, kind: 'board' }),
    stageState: relay.state({ board, kind: 'stage' }),
    notes: relay.read({ board, kind: 'board' }, countNotes),
  };
}

/** The name of somebody on a board; empty where there is none. */
export function nameOf(relay: Relay, board: string, participant: string | null): string {
  return relay.read({ board, kind: 'stage' }, (stageDoc) => nameOn(stageDoc, participant));
}

function nameOn(stageDoc: Y.Doc, participant: string | null): string {
  return participant === null ? '' : (readStage(stageDoc).participants.get(participant)?.name ?? '');
}

/**
 * Keeps the board as it is now, with nothing in between, before something that could hurt.
 * @throws Refusal 'not-saved'
 */
export function keepNow(storage: Storage, relay: Relay, board: string, about: AboutMoment): SnapshotRecord {
  const captured = capture(relay, board);
  const record = recordOf(board, captured, about, nameOf(relay, board, about.participant));
  storage.transaction(() => put(storage, record, captured));
  return record;
}

/** Keeps a board as its documents say now, before they are changed in the same transaction. */
export function keepWithin(storage: Storage, board: string, { boardDoc, stageDoc }: { boardDoc: Y.Doc; stageDoc: Y.Doc }, about: AboutMoment): SnapshotRecord {
  const captured = { at: Date.now(), boardState: Y.encodeStateAsUpdate(boardDoc), stageState: Y.encodeStateAsUpdate(stageDoc), notes: countNotes(boardDoc) };
  const record = recordOf(board, captured, about, nameOn(stageDoc, about.participant));
  put(storage, record, captured);
  return record;
}

function put(storage: Storage, record: SnapshotRecord, captured: Captured): void {
  storage.addSnapshot({ ...record, content: '', ...packNow(captured) });
  thin(storage, record.board, captured.at);
}

/**
 * Keeps the board as it is now, compressed beside the event loop.
 * @throws Refusal 'not-saved'
 */
export async function keepSoon(storage: Storage, relay: Relay, board: string, about: AboutMoment): Promise<SnapshotRecord> {
  const captured = capture(relay, board);
  const record = recordOf(board, captured, about, nameOf(relay, board, about.participant));
  const held = await pack(captured);
  storage.transaction(() => {
    // It may have been erased meanwhile.
    if (!storage.hasBoard(board)) return;
    storage.addSnapshot({ ...record, content: '', ...held });
    thin(storage, board, captured.at);
  });
  return record;
}

function recordOf(board: string, { at, notes }: Captured, { cause, title = '', subject = null }: AboutMoment, savedBy: string): SnapshotRecord {
  return { id: createId(), board, title, remark: '', cause, subject, savedAt: at, savedBy, notes };
}

/** Removes snapshots that are too many for their age. Within a transaction. */
export function thin(storage: Storage, board: string, now: number): void {
  const moments = storage.listSnapshots(board).filter(({ cause }) => cause !== 'saved');
  const ids = thinned(moments.map(({ id, savedAt, cause }) => ({ id, savedAt, before: cause !== 'activity' })), now);
  if (ids.length > 0) storage.removeSnapshots(board, ids);
}
