import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { engines, openDatabase } from '../../server/storage/driver.ts';
import { databasePath } from '../../server/storage/files.ts';
import { openSqliteStorage } from '../../server/storage/sqlite.ts';
import { temporaryFolder } from '../support/folder.ts';
import { STORAGES } from '../support/storage-adapters.ts';
import { storageSuite } from '../support/storage-suite.ts';
import { tamper } from '../support/stored.ts';

for (const [name, open] of STORAGES) storageSuite(name, open);

test('a Node that brings SQLite uses its own, an older one ours; both are tested where both are there', () => {
  const [major, minor] = process.versions.node.split('.').map(Number) as [number, number];
  const bringsOne = major > 22 || (major === 22 && minor >= 13);
  expect(engines()).toEqual([...(bringsOne ? ['node:sqlite'] : []), '@photostructure/sqlite']);
  expect([...STORAGES.keys()]).toEqual(engines());
});

test('the one file holds everything once it is closed', async () => {
  const [folder, other] = [temporaryFolder(), temporaryFolder()];
  const storage = await openSqliteStorage(databasePath(folder), 100);
  storage.transaction(() => storage.addBoard({ id: 'b', createdAt: 1 }));
  storage.close();
  copyFileSync(databasePath(folder), databasePath(other));
  const copy = await openSqliteStorage(databasePath(other), 100);
  expect(copy.hasBoard('b')).toBe(true);
  copy.close();
});

test('a commit waits for the disk, so that a power cut takes nothing back', async () => {
  const path = databasePath(temporaryFolder());
  const database = await openDatabase(path);
  const storage = await openSqliteStorage(path, 100, async () => database);
  expect(database.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  expect(database.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
  storage.close();
});

test('a snapshot that is not as it was written is not given out', async () => {
  const folder = temporaryFolder();
  const storage = await openSqliteStorage(databasePath(folder), 100);
  const parts = { content: '{}', boardState: Uint8Array.of(1), stageState: Uint8Array.of(2) };
  storage.transaction(() => {
    storage.addBoard({ id: 'b', createdAt: 1 });
    storage.addSnapshot({ id: 's', board: 'b', title: 'T', remark: '', cause: 'saved', subject: null, packed: false, savedAt: 1, savedBy: 'A', notes: 0, ...parts });
  });
  expect(storage.readSnapshot('b', 's')).toMatchObject({ content: '{}' });
  await tamper(databasePath(folder), "UPDATE snapshots SET content = '{ }'");
  expect(() => storage.readSnapshot('b', 's')).toThrow(expect.objectContaining({ code: 'damaged-snapshot' }));
  storage.close();
});
