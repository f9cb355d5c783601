import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import { databasePath } from '../../server/storage/files.ts';
import { runCommand } from '../support/command.ts';
import { temporaryFolder } from '../support/folder.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { spawnServer } from '../support/server-process.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored, tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { createTestBoard, joinAs } from '../support/workshop.ts';

/** Writes notes and waits until somebody else has seen them. */
async function writeNotes(server: { url: string }, { board, links }: CreatedBoard, texts: string[]): Promise<void> {
  const { token } = await joinAs(server, { board, links }, 'participant');
  const [writer, witness] = [openStock(server, `${board}/board`, token), openStock(server, `${board}/board`, token)];
  await Promise.all([writer.synced(), witness.synced()]);
  for (const text of texts) writeNote(writer.doc, text);
  await until('the notes are seen', () => texts.every((text) => noteTexts(witness.doc).includes(text)));
  writer.provider.destroy();
  witness.provider.destroy();
}

/** A folder with a database that holds one note, and a backup of it. */
async function backedUp() {
  const folder = temporaryFolder();
  const DATA_DIR = join(folder, 'data');
  const server = await startTestServer({ dataDir: DATA_DIR });
  const created = await createTestBoard(server);
  await writeNotes(server, created, ['kept']);
  const file = join(folder, 'backup.db');
  expect(await runCommand('backup', [file], { DATA_DIR })).toMatchObject({ code: 0 });
  return { folder, DATA_DIR, server, room: `${created.board}/board`, created, file };
}

async function storedNotes(database: string, room: string): Promise<string[]> {
  return noteTexts((await readStored(database, room)).doc);
}

test('promise 1: a backup of a server in use holds all that was seen before, and goes on to hold it', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  const [DATA_DIR, file] = [join(folder, 'data'), join(folder, 'backup.db')];
  const server = await spawnServer({ PORT: '0', DATA_DIR });
  const created = await createTestBoard(server);
  const { token } = await joinAs(server, created, 'participant');
  const [writer, witness] = [openStock(server, `${created.board}/board`, token), openStock(server, `${created.board}/board`, token)];
  await Promise.all([writer.synced(), witness.synced()]);
  let written = 0;
  const writing = setInterval(() => writer.doc.getMap('marks').set(String((written += 1)), 'x'.repeat(500)), 1);
  const seen = () => [...witness.doc.getMap('marks').keys()];
  await until('much is written', () => seen().length > 200);

  const seenBefore = seen();
  const said = await runCommand('backup', [file], { DATA_DIR });
  clearInterval(writing);
  const bytes = statSync(file).size;
  expect(said).toEqual({ code: 0, stderr: '', stdout: `Saved ${DATA_DIR} in ${file}: boards 1, snapshots 0, bytes ${bytes}.\n` });
  expect(seen().length).toBeGreaterThan(seenBefore.length);
  expect(statSync(file).mode & 0o077).toBe(0);
  await server.end('SIGKILL');

  const inFile = (await readStored(file, `${created.board}/board`)).doc.getMap('marks');
  expect(seenBefore.filter((key) => !inFile.has(key))).toEqual([]);
  const restored = await runCommand('restore', [file], { DATA_DIR: join(folder, 'new machine') });
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  const again = await spawnServer({ PORT: '0', DATA_DIR: join(folder, 'new machine') });
  const reader = openStock(again, `${created.board}/board`, token);
  await reader.synced();
  expect([...reader.doc.getMap('marks').keys()].sort()).toEqual([...inFile.keys()].sort());
});

test('a backup never takes the place of a file', async () => {
  const { file, folder, DATA_DIR } = await backedUp();
  const before = readFileSync(file);
  const said = await runCommand('backup', [file], { DATA_DIR });
  expect(said).toEqual({ code: 1, stdout: '', stderr: `There is already a file at ${file}; nothing is ever overwritten.\n` });
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['backup.db', 'data']);
});

test('a backup that is not possible says why in a sentence and leaves nothing', async () => {
  const { folder, DATA_DIR } = await backedUp();
  const empty = join(folder, 'nothing here');
  expect((await runCommand('backup', [join(folder, 'b.db')], { DATA_DIR: empty })).stderr).toBe(
    `There is no database in the data folder ${empty}.\n`,
  );
  const nowhere = await runCommand('backup', [join(folder, 'no', 'such', 'folder.db')], { DATA_DIR });
  expect(nowhere).toMatchObject({ code: 1, stdout: '' });
  expect(nowhere.stderr).toMatch(/^It was not possible: ENOENT: .*\. Nothing has changed\.\n$/);
  expect((await runCommand('backup', [], { DATA_DIR })).stderr).toBe('Usage: npm run backup -- FILE\n');
  expect((await runCommand('restore', ['one', 'two'], { DATA_DIR })).stderr).toBe('Usage: npm run restore -- FILE\n');
  expect(readdirSync(folder).sort()).toEqual(['backup.db', 'data']);
});

test('restoring brings back what the file holds and keeps what was there aside', async () => {
  const { server, created, room, file, DATA_DIR } = await backedUp();
  await writeNotes(server, created, ['written later']);
  await server.close();
  const said = await runCommand('restore', [file], { DATA_DIR });
  const aside = readdirSync(DATA_DIR).filter((name) => name.startsWith('plenary-until-'));
  expect(aside).toEqual([expect.stringMatching(/^plenary-until-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.db$/)]);
  expect(said).toEqual({
    code: 0,
    stderr: '',
    stdout:
      `Restored ${file} into ${DATA_DIR}: boards 1, snapshots 0. ` +
      `What was there before is kept as ${join(DATA_DIR, aside[0]!)}.\n`,
  });
  expect(await storedNotes(databasePath(DATA_DIR), room)).toEqual(['kept']);
  expect(await storedNotes(join(DATA_DIR, aside[0]!), room)).toEqual(['kept', 'written later']);
});

test('what a killed server had not yet put into the one file is kept aside too, and not mixed into the restored one', async () => {
  const { folder, room, file, created, server, DATA_DIR } = await backedUp();
  await server.close();
  const killed = await spawnServer({ PORT: '0', DATA_DIR });
  await writeNotes(killed, created, ['written later']);
  await killed.end('SIGKILL');
  expect(statSync(`${databasePath(DATA_DIR)}-wal`).size).toBeGreaterThan(0);
  expect(await runCommand('restore', [file], { DATA_DIR })).toMatchObject({ code: 0 });
  const aside = readdirSync(DATA_DIR).find((name) => name.startsWith('plenary-until-'))!;
  copyFileSync(join(DATA_DIR, aside), join(folder, 'aside.db'));
  expect(await storedNotes(join(folder, 'aside.db'), room)).toEqual(['kept', 'written later']);
  expect(await storedNotes(databasePath(DATA_DIR), room)).toEqual(['kept']);
});

test('a damaged database is kept aside as it is, with its log, and neither touches the restored one', async () => {
  const { server, room, file, DATA_DIR } = await backedUp();
  await server.close();
  writeFileSync(databasePath(DATA_DIR), 'not a database any more');
  writeFileSync(`${databasePath(DATA_DIR)}-wal`, 'not a log any more');
  expect(await runCommand('restore', [file], { DATA_DIR })).toMatchObject({ code: 0 });
  expect(existsSync(`${databasePath(DATA_DIR)}-wal`)).toBe(false);
  const aside = readdirSync(DATA_DIR).find((name) => /^plenary-until-.*\.db$/.test(name))!;
  expect(readFileSync(join(DATA_DIR, aside), 'utf8')).toBe('not a database any more');
  expect(readFileSync(join(DATA_DIR, `${aside}-wal`), 'utf8')).toBe('not a log any more');
  expect(await storedNotes(databasePath(DATA_DIR), room)).toEqual(['kept']);
});

test('a server that is running is not restored under its feet', async () => {
  const { server, room, file, DATA_DIR } = await backedUp();
  const said = await runCommand('restore', [file], { DATA_DIR });
  expect(said).toEqual({ code: 1, stdout: '', stderr: `Another Plenary server is using the data folder ${DATA_DIR}.\n` });
  expect(await storedNotes(server.database, room)).toEqual(['kept']);
  expect(readdirSync(DATA_DIR).filter((name) => /part|until/.test(name))).toEqual([]);
});

test('a file that cannot be trusted is refused in a sentence, and nothing changes', { timeout: 120_000 }, async () => {
  const { server, folder, file, DATA_DIR } = await backedUp();
  await server.close();
  const prepared = async (name: string, prepare: (path: string) => void | Promise<void>) => {
    const path = join(folder, name);
    copyFileSync(file, path);
    await prepare(path);
    return path;
  };
  const cases: [file: string, sentence: string][] = [
    [await prepared('text', (path) => writeFileSync(path, 'Dear diary')), 'is no database, or one that is damaged or incomplete.'],
    [await prepared('nothing', (path) => truncateSync(path)), 'is empty.'],
    [await prepared('half', (path) => truncateSync(path, statSync(path).size / 2)), 'is no database, or one that is damaged or incomplete.'],
    [await prepared('newer', (path) => tamper(path, 'PRAGMA user_version = 99')), 'was written by a newer version of Plenary'],
    [await prepared('another', (path) => tamper(path, 'DROP TABLE report_links; DROP TABLE snapshots')), 'is a database of another program.'],
    [await prepared('dangling', (path) => tamper(path, "PRAGMA foreign_keys = OFF; UPDATE links SET board = 'x'")), 'is damaged or incomplete.'],
  ];
  const before = readFileSync(databasePath(DATA_DIR));
  const files = readdirSync(DATA_DIR);
  for (const [path, sentence] of cases) {
    const given = readFileSync(path);
    const said = await runCommand('restore', [path], { DATA_DIR });
    expect([said.code, said.stdout]).toEqual([1, '']);
    expect(said.stderr).toContain(`${path} ${sentence}`);
    expect(said.stderr.trim().split('\n')).toHaveLength(1);
    expect(readFileSync(path).equals(given)).toBe(true);
  }
  const missing = await runCommand('restore', [join(folder, 'missing')], { DATA_DIR });
  expect(missing.stderr).toBe(`There is no file ${join(folder, 'missing')}.\n`);
  expect(readFileSync(databasePath(DATA_DIR)).equals(before)).toBe(true);
  expect(readdirSync(DATA_DIR)).toEqual(files);
  expect(existsSync(databasePath(DATA_DIR))).toBe(true);
});
