import * as Y from 'yjs';
import { createId } from '../../shared/ids.ts';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { snapshotContent, type SnapshotContent } from '../../shared/report/content.ts';
import { freezeBoard } from '../../shared/report/freeze.ts';
import { readStage } from '../../shared/stage/document.ts';
import type { Relay } from '../relay/relay.ts';
import type { SnapshotRecord } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import { createSecret, hashSecret } from './secrets.ts';

/**
 * Saves the board as it is now, for good: what reports tell of it, and both documents.
 * @param participant who saves it
 * @throws Refusal 'not-saved'
 */
export function saveSnapshot(
  storage: Storage,
  relay: Relay,
  board: string,
  asked: { title: string; participant: string },
): SnapshotInfo {
  const snapshot = relay.read({ board, kind: 'board' }, (boardDoc) =>
    relay.read({ board, kind: 'stage' }, (stageDoc) => {
      const about = {
        id: createId(),
        title: asked.title,
        savedAt: Date.now(),
        savedBy: readStage(stageDoc).participants.get(asked.participant)?.name ?? '',
      };
      const content = freezeBoard(boardDoc, stageDoc, about);
      return {
        ...about,
        board,
        notes: content.notes.length,
        content: JSON.stringify(content),
        boardState: Y.encodeStateAsUpdate(boardDoc),
        stageState: Y.encodeStateAsUpdate(stageDoc),
      };
    }),
  );
  storage.transaction(() => storage.addSnapshot(snapshot));
  return toInfo(snapshot);
}

/** A board's snapshots, newest first. */
export function listSnapshots(storage: Storage, board: string): SnapshotInfo[] {
  return storage.listSnapshots(board).map(toInfo);
}

/**
 * What the reports of a snapshot tell: JSON as it was stored, which only who renders it takes apart,
 * since that takes a moment.
 * @throws Refusal 'unknown-snapshot', 'damaged-snapshot'
 */
export function readSnapshotText(storage: Storage, board: string, snapshot: string): string {
  const stored = storage.readSnapshot(board, snapshot);
  if (!stored) throw new Refusal('unknown-snapshot');
  return stored.content;
}

/**
 * The same, taken apart.
 * @throws Refusal 'unknown-snapshot', 'damaged-snapshot'
 */
export function readSnapshotContent(storage: Storage, board: string, snapshot: string): SnapshotContent {
  const content = snapshotContent.safeParse(JSON.parse(readSnapshotText(storage, board, snapshot)));
  if (!content.success) throw new Refusal('damaged-snapshot');
  return content.data;
}

/**
 * Makes a link that leads to the report of one snapshot and to nothing else.
 * @returns its secret
 * @throws Refusal 'unknown-snapshot', 'not-saved'
 */
export function createReportLink(storage: Storage, board: string, snapshot: string): string {
  if (!storage.listSnapshots(board).some((known) => known.id === snapshot)) throw new Refusal('unknown-snapshot');
  const secret = createSecret();
  storage.transaction(() =>
    storage.addReportLink({ id: createId(), snapshot, secretHash: hashSecret(secret), createdAt: Date.now() }),
  );
  return secret;
}

function toInfo({ id, title, savedAt, savedBy, notes }: SnapshotRecord): SnapshotInfo {
  return { id, title, savedAt, savedBy, notes };
}
