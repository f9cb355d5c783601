import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { hideClient } from '../../client/session/hidden-client.ts';
import { openDatabase } from '../../server/storage/driver.ts';
import { addComment, createNote, placeInColumn, readNotes } from '../../shared/board/index.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import { isAnonymousStage } from '../../shared/stage/anonymity.ts';
import { writeNote } from '../support/notes.ts';
import { lead, writeOnDesk } from '../support/private-step.ts';
import { kindOf, openRaw, say } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs, joinCast } from '../support/workshop.ts';

/* Promise 13: on an anonymous board nothing that is stored says who wrote a note. */

async function anonymousBoard() {
  const server = await startTestServer();
  const body = { template: 'both', title: 'Learning city', workshop: 'Spring', language: 'en', anonymous: true };
  const created = (await call<CreatedBoard>(server, '/boards', { body })).body;
  const facilitator = await joinAs(server, created, 'facilitator', 'Fay', 'Évora');
  const leader = await lead(server, created, facilitator);
  return { server, created, board: created.board, facilitator, leader };
}

test('promise 13: neither rows, nor the bytes of the file, nor snapshots and reports hold an author beside what was written', async () => {
  const { server, created, board, facilitator, leader } = await anonymousBoard();
  const ana = await joinAs(server, created, 'participant', 'Ana', 'Swansea');

  // Written on the board, as the page does: as a client that presence does not name.
  const page = openStock(server, `${board}/board`, ana.token);
  await page.synced();
  const announced = page.doc.clientID;
  hideClient(page.doc);
  page.provider.awareness.setLocalState({ editing: null });
  createNote(page.doc, { text: 'zqxj straight', color: 'sun', author: null, createdAt: 1, language: 'en', placement: placeInColumn(page.doc, 'partnership', 'opportunities') });
  // Written privately, then revealed.
  await leader.goTo('private');
  const desk = openStock(server, `${board}/desk/${ana.participant}`, ana.token);
  await desk.synced();
  const id = writeOnDesk(desk.doc, ana.participant!, 'zqxj private');
  await until('it is on disk', async () => readNotes((await readStored(server.database, `${board}/desk/${ana.participant}`)).doc).notes.length === 1);
  expect((await call(server, `/boards/${board}/reveal`, { body: { all: true }, secret: facilitator.token })).body).toEqual({ revealed: 1 });
  const snapshot = await call(server, `/boards/${board}/snapshots`, { body: { title: 'Done' }, secret: facilitator.token });
  const json = await call(server, `/boards/${board}/snapshots/${snapshot.body.id}/report/json`, { secret: facilitator.token });
  expect(JSON.stringify(json.body)).toContain('zqxj private');
  expect(JSON.stringify(json.body.content.notes)).not.toContain(ana.participant);
  page.provider.destroy();
  desk.provider.destroy();
  await server.close();

  const notes = readNotes((await readStored(server.database, `${board}/board`)).doc).notes;
  expect(notes.map(({ text, author }) => [text, author]).sort()).toEqual([['zqxj private', null], ['zqxj straight', null]]);
  expect(notes.some((note) => note.id === id)).toBe(false);

  const file = await openDatabase(server.database);
  const wroteAs = new Set(Y.decodeStateVector(Y.encodeStateVector((await readStored(server.database, `${board}/board`)).doc)).keys());
  expect(wroteAs.has(announced)).toBe(false);
  const found: string[] = [];
  for (const { name } of file.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]) {
    for (const row of file.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[]) {
      const told = Object.values(row).map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)));
      const namesAna = told.some((part) => part.includes(ana.participant!));
      // Snapshots hold the stage, where everybody's name is, beside the board: but no note with its author.
      const tellsNotes = told.some((part) => part.includes('zqxj'));
      if (namesAna && tellsNotes && name !== 'snapshots') found.push(`a row of ${name}`);
      if (name === 'writers' && wroteAs.has(Number(row.client))) found.push('the client she wrote as');
      if (name === 'snapshots' && Buffer.from(row.board_state as Uint8Array).includes(ana.participant!)) found.push('the board in a snapshot');
    }
  }
  file.close();
  expect(found).toEqual([]);
  // Nor in what the database has let go of.
  const bytes = readFileSync(server.database);
  const room = `${board}/desk/${ana.participant}`;
  for (let at = bytes.indexOf(room); at !== -1; at = bytes.indexOf(room, at + 1)) {
    expect(bytes.subarray(Math.max(0, at - 60), at + 400).includes('zqxj')).toBe(false);
  }
});

test('promise 13: made anonymous later, a board loses its authors, also those that come from pages that were offline then', async () => {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const { board } = created;
  const { facilitator, ana, ben, viewer } = await joinCast(server, created);
  const id = ana.participant!;
  const stored = () => readStored(server.database, `${board}/board`);
  const page = openStock(server, `${board}/board`, ana.token);
  await page.synced();
  const commented = writeNote(page.doc, 'zqxj before', id);
  addComment(page.doc, commented, { text: 'zqxj said', author: id, createdAt: 1 });
  await until('it is on disk', async () => readNotes((await stored()).doc).notes[0]?.comments.length === 1);
  // A page on a train, which does not know what has become of the board.
  page.provider.destroy();
  const away = new Y.Doc();
  Y.applyUpdate(away, Y.encodeStateAsUpdate(page.doc));

  for (const who of [ana, viewer]) expect((await call(server, `/boards/${board}/anonymity`, { method: 'POST', secret: who.token })).body.error.code).toBe('not-allowed');
  expect((await call(server, `/boards/${board}/anonymity`, { method: 'POST', secret: facilitator.token })).body).toEqual({ anonymous: true });
  const told = async () => {
    const { doc, rows } = await stored();
    const file = await openDatabase(server.database);
    const log = (file.prepare('SELECT data FROM updates WHERE room = ?').all(`${board}/board`) as { data: Uint8Array }[]).map(({ data }) => Buffer.from(data));
    const writers = file.prepare('SELECT * FROM writers WHERE room = ?').all(`${board}/board`);
    file.close();
    const notes = readNotes(doc).notes.map(({ text, author, comments }) => [text, author, ...comments.map((comment) => comment.author)]).sort();
    return { notes, rows, named: log.some((data) => data.includes(id)), writers: writers.length };
  };
  expect(await told()).toEqual({ notes: [['zqxj before', null, null]], rows: 1, named: false, writers: 0 });

  const spies = await Promise.all([ben, viewer, facilitator].map((who) => openRaw(server, `/sync/${board}/board?token=${who.token}`)));
  for (const { ws } of spies) ws.send(say.step1());
  const late = writeNote(away, 'zqxj on the train', id);
  addComment(away, late, { text: 'zqxj also said', author: id, createdAt: 2 });
  addComment(away, commented, { text: 'zqxj again', author: id, createdAt: 3 });
  openStock(server, `${board}/board`, ana.token, away);
  const heard = () => spies.map((spy) => spy.heard.filter((message) => kindOf(message).startsWith('sync')).map((message) => Buffer.from(message).toString('latin1')).join(''));
  await until('everybody has it', () => heard().every((text) => text.includes('zqxj on the train')));
  expect(heard().some((text) => text.includes(id))).toBe(false);
  expect(await told()).toMatchObject({ notes: [['zqxj before', null, null, null], ['zqxj on the train', null, null]], named: false });
  await until('her own page has it without her name', () => readNotes(away).notes.every(({ author, comments }) => author === null && comments.every((comment) => comment.author === null)));
});

test('promise 13: presence tells who is there, and nothing of what they do', async () => {
  const { server, created, board, facilitator } = await anonymousBoard();
  const ana = await joinAs(server, created, 'participant', 'Ana', 'Swansea');
  const spy = await openRaw(server, `/sync/${board}/board?token=${facilitator.token}`);
  const raw = await openRaw(server, `/sync/${board}/board?token=${ana.token}`);
  raw.ws.send(say.awareness(5, 1, { cursor: { x: 1, y: 1 }, editing: 'a-note', caret: { anchor: 'a', head: 'b' }, drag: [], dragGroup: { id: 'g', x: 1, y: 1 }, ready: true }));
  const heard = () => spy.heard.map((message) => Buffer.from(message).toString('latin1')).join('');
  await until('Ana is seen', () => heard().includes(ana.participant!));
  for (const doing of ['cursor', 'editing', 'caret', 'drag']) expect(heard()).not.toContain(doing);
  expect(heard()).toContain('ready');
});

test('promise 13: no facilitator takes it back, by whatever program', async () => {
  const { server, board, leader } = await anonymousBoard();
  leader.stage.doc.getMap('meta').set('anonymous', false);
  await until('the server has put it right', () => isAnonymousStage(leader.stage.doc));
  await until('on disk too', async () => isAnonymousStage((await readStored(server.database, `${board}/stage`)).doc));
  leader.stage.doc.getMap('meta').delete('anonymous');
  await until('again', () => isAnonymousStage(leader.stage.doc));
});

test('promise 5: nobody writes under the client of another, though nothing on disk says whose it is', async () => {
  const { server, created, board } = await anonymousBoard();
  const ana = await joinAs(server, created, 'participant', 'Ana');
  const mallory = await joinAs(server, created, 'participant', 'Mallory');
  const page = openStock(server, `${board}/board`, ana.token);
  await page.synced();
  const clients = () => [...Y.decodeStateVector(Y.encodeStateVector(page.doc)).keys()];
  const known = clients();
  hideClient(page.doc);
  page.doc.getMap('marks').set('mine', true);
  await until('it is on disk', async () => (await readStored(server.database, `${board}/board`)).doc.getMap('marks').has('mine'));
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(page.doc));
  const before = Y.encodeStateVector(forged);
  forged.clientID = clients().find((client) => !known.includes(client))!;
  forged.getMap('marks').set('forged', true);
  const raw = await openRaw(server, `/sync/${board}/board?token=${mallory.token}`);
  raw.ws.send(say.update(Y.encodeStateAsUpdate(forged, before)));
  expect(await raw.closed).toMatchObject({ reason: expect.stringMatching(/^not-yours: /) });
  expect(page.closes).toEqual([]);
});
