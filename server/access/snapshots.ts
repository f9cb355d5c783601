import { createId } from '../../shared/ids.ts';
import type { SnapshotInfo } from '../../shared/protocol/api.ts';
import type { ReportLinkBody, ReportLinkInfo } from '../../shared/protocol/history.ts';
import { Refusal } from '../../shared/protocol/refusals.ts';
import { mayFacilitate } from '../../shared/protocol/roles.ts';
import { snapshotContent, type SnapshotContent } from '../../shared/report/content.ts';
import { sitesIn } from '../../shared/report/choose-sites.ts';
import { NO_EDITS, readEdits, type ReportChoices, type ReportEdits } from '../../shared/report/edits.ts';
import { freezeBoard } from '../../shared/report/freeze.ts';
import { momentOf } from '../history/restoring.ts';
import { capture, nameOf } from '../history/moments.ts';
import { pack } from '../history/states.ts';
import type { Relay } from '../relay/relay.ts';
import type { SnapshotRecord, StoredSnapshot } from '../storage/records.ts';
import type { Storage } from '../storage/types.ts';
import type { Credential } from './credentials.ts';
import { createSecret, hashSecret } from './secrets.ts';

/**
 * Saves the board as it is now, for good: what reports tell of it, and both documents.
 * @param participant who saves it
 * @throws Refusal 'not-saved'
 */
export async function saveSnapshot(
  storage: Storage,
  relay: Relay,
  board: string,
  asked: { title: string; remark?: string | undefined; participant: string },
): Promise<SnapshotInfo> {
  const captured = capture(relay, board);
  const { title, remark = '', participant } = asked;
  const about = { id: createId(), title, remark, savedAt: captured.at, savedBy: nameOf(relay, board, participant) };
  const content = relay.read({ board, kind: 'board' }, (boardDoc) => relay.read({ board, kind: 'stage' }, (stageDoc) => freezeBoard(boardDoc, stageDoc, about)));
  const record = { ...about, board, cause: 'saved' as const, subject: null, notes: content.notes.length };
  const held = await pack(captured);
  storage.transaction(() => storage.addSnapshot({ ...record, content: JSON.stringify(content), ...held }));
  return toInfo(record);
}

/** The snapshots of a board that somebody may look at, newest first: facilitators all of them, others those that were saved for them. */
export function listSnapshots(storage: Storage, board: string, { role }: Pick<Credential, 'role'>): SnapshotInfo[] {
  const all = storage.listSnapshots(board);
  return (mayFacilitate(role) ? all : all.filter(({ cause }) => cause === 'saved')).map(toInfo);
}

/**
 * Lets those pass who may look at a snapshot: those of a board at what a facilitator has saved, its
 * facilitators at all, and whoever has a link to one report at that one.
 * @throws Refusal 'unknown-snapshot', 'not-allowed'
 */
export function requireReadable(storage: Storage, board: string, id: string, { role, scope }: Credential): void {
  if (scope !== 'board') {
    if (scope.snapshot !== id) throw new Refusal('not-allowed');
    return;
  }
  const snapshot = storage.findSnapshot(board, id);
  if (!snapshot) throw new Refusal('unknown-snapshot');
  if (snapshot.cause !== 'saved' && !mayFacilitate(role)) throw new Refusal('not-allowed');
}

/**
 * What the reports of a snapshot tell. Of one that was made by itself it is told from its documents,
 * by the templates of this version.
 * @throws Refusal 'unknown-snapshot', 'damaged-snapshot'
 */
export function readSnapshotContent(storage: Storage, board: string, snapshot: string): SnapshotContent {
  const content = snapshotContent.safeParse(parsedOrNull(readSnapshotText(storage, board, snapshot)));
  if (!content.success) throw new Refusal('damaged-snapshot');
  return content.data;
}

/** What facilitators can choose from for the report of a snapshot, and what they have chosen. @throws Refusal like `readSnapshotContent` */
export function readReportChoices(storage: Storage, board: string, snapshot: string): ReportChoices {
  const content = readSnapshotContent(storage, board, snapshot);
  return {
    edits: readEdits(storage.reportEdits(snapshot)) ?? NO_EDITS,
    sites: sitesIn(content),
    approaches: content.approaches.map(({ id, texts, columns }) => ({
      id,
      titles: Object.fromEntries(Object.entries(texts).map(([language, { title }]) => [language, title])),
      columns,
    })),
  };
}

/** Says how the report of a snapshot is to be told. The snapshot itself stays as it is. @throws Refusal 'unknown-snapshot', 'not-saved' */
export function editReport(storage: Storage, board: string, snapshot: string, edits: ReportEdits): void {
  if (!storage.findSnapshot(board, snapshot)) throw new Refusal('unknown-snapshot');
  storage.transaction(() => storage.putReportEdits(snapshot, JSON.stringify(edits), Date.now()));
}

/**
 * The same as JSON, as it was stored: only who renders it takes it apart, since that takes a moment.
 * @throws Refusal 'unknown-snapshot', 'damaged-snapshot'
 */
export function readSnapshotText(storage: Storage, board: string, snapshot: string): string {
  const stored = storage.readSnapshot(board, snapshot);
  if (!stored) throw new Refusal('unknown-snapshot');
  return stored.content === '' ? JSON.stringify(contentOfMoment(stored)) : stored.content;
}

function contentOfMoment(stored: StoredSnapshot): SnapshotContent {
  const { boardDoc, stageDoc } = momentOf(stored);
  return freezeBoard(boardDoc, stageDoc, stored);
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Makes a link that leads to the report of one snapshot and to nothing else.
 * @returns its secret
 * @throws Refusal 'unknown-snapshot', 'bad-request' when it would have expired already, 'not-saved'
 */
export function createReportLink(storage: Storage, board: string, snapshot: string, { expiresAt = null }: ReportLinkBody = {}): ReportLinkInfo & { secret: string } {
  if (!storage.findSnapshot(board, snapshot)) throw new Refusal('unknown-snapshot');
  if (expiresAt !== null && expiresAt <= Date.now()) {
    throw new Refusal('bad-request', [{ field: 'expiresAt', message: 'Lies in the past.' }]);
  }
  const secret = createSecret();
  const link = { id: createId(), createdAt: Date.now(), expiresAt };
  storage.transaction(() => storage.addReportLink({ ...link, snapshot, secretHash: hashSecret(secret) }));
  return { ...link, revokedAt: null, secret };
}

/** @throws Refusal 'unknown-snapshot' */
export function listReportLinks(storage: Storage, board: string, snapshot: string): ReportLinkInfo[] {
  if (!storage.findSnapshot(board, snapshot)) throw new Refusal('unknown-snapshot');
  return storage.reportLinks(snapshot).map(({ id, createdAt, expiresAt, revokedAt }) => ({ id, createdAt, expiresAt, revokedAt }));
}

/** Makes a link to a report lead nowhere, at once. @throws Refusal 'unknown-snapshot', 'not-saved' */
export function revokeReportLink(storage: Storage, board: string, snapshot: string, link: string): void {
  if (!storage.findSnapshot(board, snapshot)) throw new Refusal('unknown-snapshot');
  storage.transaction(() => storage.revokeReportLink(snapshot, link, Date.now()));
}

export function toInfo({ id, title, remark, cause, subject, savedAt, savedBy, notes }: SnapshotRecord): SnapshotInfo {
  return { id, title, remark, cause, subject, savedAt, savedBy, notes };
}
