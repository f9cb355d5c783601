import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readSnapshotContent } from '../../server/access/snapshots.ts';
import { hashSecret } from '../../server/access/secrets.ts';
import { openDatabase } from '../../server/storage/driver.ts';
import { databasePath } from '../../server/storage/files.ts';
import { layoutOf } from '../../server/storage/layout.ts';
import { migrate, NEWEST_LAYOUT } from '../../server/storage/migrations.ts';
import { openSqliteStorage } from '../../server/storage/sqlite.ts';
import type { Storage } from '../../server/storage/types.ts';
import { readStage } from '../../shared/stage/document.ts';
import { temporaryFolder } from '../support/folder.ts';
import { releasedLayouts } from '../support/layouts.ts';
import { noteTexts } from '../support/notes.ts';
import { tamper } from '../support/stored.ts';

const BOARD = 'BoardOfLayoutOne';

/** A database file as a release wrote it. */
async function fileOf(sql: string): Promise<string> {
  const path = databasePath(temporaryFolder());
  await tamper(path, sql);
  return path;
}

function documentOf(storage: Storage, room: string): Y.Doc {
  const doc = new Y.Doc();
  for (const { update } of storage.loadUpdates(room)) Y.applyUpdate(doc, update);
  return doc;
}

test('there is a database of every layout that was released before the newest', () => {
  const layouts = releasedLayouts().map(({ layout }) => layout);
  expect(layouts).toEqual(Array.from({ length: Math.max(NEWEST_LAYOUT - 1, 1) }, (_, index) => index + 1));
});

test.each(releasedLayouts())('all that a database of layout $layout holds can be read, and written on', async ({ sql, layout }) => {
  const path = await fileOf(sql);
  const before = await openDatabase(path);
  expect(layoutOf(before)).toBe(layout);
  before.close();
  const storage = await openSqliteStorage(path, 100);

  expect([storage.hasBoard(BOARD), storage.hasBoard('another')]).toEqual([true, false]);
  expect(storage.findLink(hashSecret('secret of the participant'))).toMatchObject({ board: BOARD, role: 'participant', revokedAt: null });
  expect(storage.findLink(hashSecret('secret of the viewer'))).toMatchObject({ role: 'viewer', revokedAt: 1_763_000_000_005 });
  expect(storage.findLink(hashSecret('second secret of the viewer'))).toMatchObject({ role: 'viewer', revokedAt: null });
  const ana = { board: BOARD, role: 'facilitator', participant: 'AnaAnaAnaAna', revokedAt: null, linkRevokedAt: null };
  expect(storage.findSession(hashSecret('token of Ana'))).toMatchObject(ana);
  expect(storage.findSession(hashSecret('token of a viewer'))).toMatchObject({ participant: null, role: 'viewer', linkRevokedAt: 1_763_000_000_005 });

  const notes = noteTexts(documentOf(storage, `${BOARD}/board`));
  expect(notes).toEqual(['a library card for everyone', 'after the snapshot', 'Évora, noite']);
  const stage = readStage(documentOf(storage, `${BOARD}/stage`));
  expect(stage.meta).toMatchObject({ title: 'Layout one', workshop: 'Spring meeting' });
  expect(stage.participants.get('AnaAnaAnaAna')).toMatchObject({ name: 'Ana', role: 'facilitator' });

  expect(storage.findReportLink(hashSecret('secret of the report'))).toMatchObject({ board: BOARD, snapshot: 'SnapshotOneX' });
  expect(storage.listSnapshots(BOARD)).toMatchObject([{ id: 'SnapshotOneX', title: 'First day', savedBy: 'Ana', notes: 2 }]);
  const content = readSnapshotContent(storage, BOARD, 'SnapshotOneX');
  expect(content.notes.map(({ text }) => text).sort()).toEqual(['a library card for everyone', 'Évora, noite']);

  expect(storage.transaction(() => storage.appendUpdate(`${BOARD}/board`, Uint8Array.of(0, 0)))).toBe(10);
  storage.close();
  const after = await openDatabase(path);
  expect(layoutOf(after)).toBe(NEWEST_LAYOUT);
  expect(after.prepare('PRAGMA integrity_check').all()).toMatchObject([{ integrity_check: 'ok' }]);
  expect(after.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  after.close();
});

test.each([
  [
    'that SQLite refuses',
    ['CREATE TABLE added (id TEXT)', 'INSERT INTO added VALUES (1); UPDATE boards SET created_at = 7; SELECT nonsense'],
    'no such column: nonsense',
  ],
  ['that leaves a row which refers to nothing', ["CREATE TABLE added (id TEXT); UPDATE links SET board = 'nowhere'"], 'refers to nothing'],
])('a migration %s leaves the file as it was', async (_, steps, problem) => {
  const path = await fileOf(releasedLayouts()[0]!.sql);
  const before = readFileSync(path);
  const released = ['', ...steps];
  const database = await openDatabase(path);
  database.exec('PRAGMA foreign_keys = OFF');
  expect(() => migrate(database, path, released)).toThrow(problem);
  database.close();
  expect(readFileSync(path).equals(before)).toBe(true);
});

test.each([
  ['a newer version', 'PRAGMA user_version = 99', /was written by a newer version of Plenary \(layout 99; this version knows \d+\)\. Use that version/],
  ['another program', 'DROP TABLE report_links; DROP TABLE snapshots', /is a database of another program\./],
  ['another program, which counts no layouts', 'PRAGMA user_version = 0', /is a database of another program\./],
])('a database of %s is refused and left alone', async (_, change, sentence) => {
  const path = await fileOf(releasedLayouts()[0]!.sql);
  await tamper(path, change);
  const before = readFileSync(path);
  await expect(openSqliteStorage(path, 100)).rejects.toThrow(sentence);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a database is made in the newest layout', async () => {
  const path = databasePath(temporaryFolder());
  (await openSqliteStorage(path, 100)).close();
  const file = await openDatabase(path);
  expect(layoutOf(file)).toBe(NEWEST_LAYOUT);
  file.close();
});
