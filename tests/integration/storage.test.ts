import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../server/storage/driver.ts';
import { openSqliteStorage } from '../../server/storage/sqlite.ts';
import { temporaryFolder } from '../support/folder.ts';
import { tamper } from '../support/stored.ts';

test('a database is made, brought to the newest layout, and opened again with what it holds', async () => {
  const path = join(temporaryFolder(), 'plenary.db');
  const first = await openSqliteStorage(path, 100);
  first.transaction(() => first.addBoard({ id: 'b', createdAt: 1 }));
  first.close();
  const second = await openSqliteStorage(path, 100);
  expect(second.hasBoard('b')).toBe(true);
  second.close();
  const file = await openDatabase(path);
  expect(file.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 2 });
  expect(file.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  file.close();
});

test('a database of a newer version is refused and left alone', async () => {
  const path = join(temporaryFolder(), 'plenary.db');
  (await openSqliteStorage(path, 100)).close();
  await tamper(path, 'PRAGMA user_version = 99');
  await expect(openSqliteStorage(path, 100)).rejects.toThrow(/written by a newer version of Plenary \(layout 99;/);
  const file = await openDatabase(path);
  expect(file.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 99 });
  file.close();
});

test('a transaction whose work throws leaves nothing behind and passes the error on', async () => {
  const storage = await openSqliteStorage(join(temporaryFolder(), 'plenary.db'), 100);
  expect(() =>
    storage.transaction(() => {
      storage.addBoard({ id: 'b', createdAt: 1 });
      throw new Error('on purpose');
    }),
  ).toThrow('on purpose');
  expect(storage.hasBoard('b')).toBe(false);
  storage.transaction(() => storage.addBoard({ id: 'b', createdAt: 1 }));
  expect(storage.hasBoard('b')).toBe(true);
  storage.close();
});

test('compacting puts one row in place of those before it and keeps what was appended since', async () => {
  const storage = await openSqliteStorage(join(temporaryFolder(), 'plenary.db'), 100);
  const seqs = storage.transaction(() => [1, 2, 3, 4].map((byte) => storage.appendUpdate('r', Uint8Array.of(byte))));
  storage.transaction(() => storage.appendUpdate('other', Uint8Array.of(9)));
  storage.transaction(() => storage.compactUpdates('r', Uint8Array.of(123), seqs[2]!));
  expect(storage.loadUpdates('r').map((row) => [...row.update])).toEqual([[123], [4]]);
  expect(storage.loadUpdates('other')).toHaveLength(1);
  storage.close();
});
