import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openDatabase } from '../../server/storage/driver.ts';
import { addComment, deleteNotes, editNote, readNotes, spliceNote, toggleReaction } from '../../shared/board/index.ts';
import type { CreatedBoard, SnapshotInfo } from '../../shared/protocol/api.ts';
import { isAnonymousStage } from '../../shared/stage/anonymity.ts';
import { readStage, setLocked } from '../../shared/stage/document.ts';
import { removeApproach, renameBoard } from '../../shared/stage/edit-structure.ts';
import { noteTexts, writeNote } from '../support/notes.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored, tamper } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

/** A board on which Rui, who facilitates, and Ana, a participant, are at work. */
async function atWork(server: TestServer) {
  const created = await createTestBoard(server);
  const host = await joinAs(server, created, 'facilitator', 'Rui');
  const guest = await joinAs(server, created, 'participant', 'Ana');
  const board = openStock(server, `${created.board}/board`, host.token);
  const stage = openStock(server, `${created.board}/stage`, host.token);
  const ana = openStock(server, `${created.board}/board`, guest.token);
  await Promise.all([board.synced(), stage.synced(), ana.synced()]);
  return { created, host, guest, board, stage, ana, snapshots: `/boards/${created.board}/snapshots` };
}

async function save(server: TestServer, snapshots: string, token: string, title = 'First day'): Promise<SnapshotInfo> {
  const answer = await call<SnapshotInfo>(server, snapshots, { body: { title, remark: 'before lunch' }, secret: token });
  expect([answer.status, answer.body.remark]).toEqual([201, 'before lunch']);
  return answer.body;
}

async function list(server: TestServer, { board }: CreatedBoard, secret: string): Promise<SnapshotInfo[]> {
  return (await call<SnapshotInfo[]>(server, `/boards/${board}/snapshots`, { secret })).body;
}

/** A document of a snapshot, as a page fetches it. */
async function documentOf(server: TestServer, path: string, token: string): Promise<Y.Doc> {
  const response = await fetch(`${server.url}/api${path}`, { headers: { Authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
  return doc;
}

test('a moment is looked at as it was, both documents, whatever has become of the board', async () => {
  const server = await startTestServer();
  const { created, host, board, ana, snapshots } = await atWork(server);
  const id = writeNote(board.doc, 'a bus in the evening');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  const saved = await save(server, snapshots, host.token);
  editNote(board.doc, id, 'no bus');
  await until('Ana sees it', () => noteTexts(ana.doc)[0] === 'no bus');
  const then = await documentOf(server, `${snapshots}/${saved.id}/documents/board`, host.token);
  expect(noteTexts(then)).toEqual(['a bus in the evening']);
  const stage = await documentOf(server, `${snapshots}/${saved.id}/documents/stage`, created.links.viewer);
  expect(readStage(stage).meta!.title).toBe('Learning city');
  expect((await call(server, `${snapshots}/${saved.id}/documents/desk`, { secret: host.token })).body.error.code).toBe('unknown-address');
});

test('promise 2: a snapshot is restored while others write, and nothing is lost', async () => {
  const server = await startTestServer();
  const { created, host, board, stage, ana, snapshots } = await atWork(server);
  const id = writeNote(board.doc, 'a bus in the evening');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  const saved = await save(server, snapshots, host.token);
  editNote(board.doc, id, 'a bus in the morning');
  const later = writeNote(board.doc, 'from the afternoon');
  removeApproach(stage.doc, 'global');
  renameBoard(stage.doc, { title: 'Renamed' });
  await until('Ana sees it', () => noteTexts(ana.doc).length === 2);

  // What she writes meanwhile has not come to the server when the restoring does.
  ana.provider.disconnect();
  spliceNote(ana.doc, id, { index: 0, remove: 0, insert: 'Perhaps ' });
  writeNote(ana.doc, 'written meanwhile');
  const restored = await call<{ before: string }>(server, `${snapshots}/${saved.id}/restore`, { method: 'POST', secret: host.token });
  expect(restored.status).toBe(200);
  ana.provider.connect();
  const expected = ['Perhaps a bus in the evening', 'written meanwhile'];
  await until('both see it', () => [board, ana].every(({ doc }) => noteTexts(doc).join() === expected.join()));
  await until('the structure is back', () => readStage(stage.doc).approaches.length === 2);
  expect(readStage(stage.doc).meta!.title).toBe('Learning city');

  const [before] = await list(server, created, host.token);
  expect(before).toMatchObject({ id: restored.body.before, cause: 'restore', title: 'First day', subject: saved.id, savedBy: 'Rui', notes: 2 });
  expect(noteTexts(await documentOf(server, `${snapshots}/${before!.id}/documents/board`, host.token))).toEqual(['a bus in the morning', 'from the afternoon']);

  const back = await call(server, `${snapshots}/${before!.id}/take-back`, { method: 'POST', secret: host.token });
  expect(back.status).toBe(200);
  // What Ana has typed in the note since stays as she left it.
  const taken = ['Perhaps a bus in the evening', 'from the afternoon', 'written meanwhile'];
  await until('both see it', () => [board, ana].every(({ doc }) => noteTexts(doc).join() === taken.join()));
  await until('the structure is as before', () => readStage(stage.doc).approaches.length === 1);
  expect(readStage(stage.doc).meta!.title).toBe('Renamed');
  expect(readNotes(ana.doc).notes.some((note) => note.id === later)).toBe(true);
  expect((await call(server, `${snapshots}/${saved.id}/take-back`, { method: 'POST', secret: host.token })).body.error.code).toBe('unknown-snapshot');
});

test('a new board is made of a snapshot, with links of its own, and the old one stays as it is', async () => {
  const server = await startTestServer();
  const { created, host, board, ana, snapshots } = await atWork(server);
  const id = writeNote(board.doc, 'kept');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  const terms = { question: 'What first?', on: 'notes', columns: [], votes: 3, most: 2, secret: true, sites: [], facilitators: false };
  expect((await call(server, `/boards/${created.board}/rounds`, { body: terms, secret: host.token })).status).toBe(201);
  const saved = await save(server, snapshots, host.token);
  deleteNotes(board.doc, [id]);
  await until('Ana sees it', () => noteTexts(ana.doc).length === 0);
  const copy = await call<CreatedBoard>(server, `${snapshots}/${saved.id}/copy`, { body: { title: 'Second round' }, secret: host.token });
  expect(copy.status).toBe(201);
  expect(copy.body.board).not.toBe(created.board);
  const there = await joinAs(server, copy.body, 'participant', 'Bea');
  const client = openStock(server, `${copy.body.board}/board`, there.token);
  const stage = openStock(server, `${copy.body.board}/stage`, there.token);
  await Promise.all([client.synced(), stage.synced()]);
  expect([noteTexts(client.doc), readStage(stage.doc).meta!.title]).toEqual([['kept'], 'Second round']);
  writeNote(client.doc, 'new there');
  expect(noteTexts(board.doc)).toEqual([]);
  expect((await call(server, `/boards/${copy.body.board}/me`, { secret: host.token })).body.error.code).toBe('wrong-session');
  // The round that was open has its ballots on desks that are not here: it is over, and another can be opened.
  expect(readStage(stage.doc).rounds.map(({ state }) => state)).toEqual(['cancelled']);
  const leads = await joinAs(server, copy.body, 'facilitator', 'Rui');
  const round = await call(server, `/boards/${copy.body.board}/rounds`, { body: terms, secret: leads.token });
  expect((await call(server, `/boards/${copy.body.board}/rounds/${round.body.id}/ended`, { method: 'POST', secret: leads.token })).status).toBe(200);
});

test('promise 4: only facilitators keep, restore, copy and hand on; others look at what was saved for them', async () => {
  const server = await startTestServer();
  const { created, host, guest, board, ana, snapshots } = await atWork(server);
  writeNote(board.doc, 'one');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  const saved = await save(server, snapshots, host.token);
  const before = (await call<SnapshotInfo>(server, `${snapshots}/before`, { body: { cause: 'removal', title: 'Global' }, secret: host.token })).body;
  expect(before).toMatchObject({ cause: 'removal', title: 'Global', savedBy: 'Rui', notes: 1 });
  const link = (await call(server, `${snapshots}/${saved.id}/links`, { method: 'POST', secret: host.token })).body;
  const other = await createTestBoard(server);
  const stranger = await joinAs(server, other, 'facilitator', 'Eva');

  const strangers = [
    [guest.token, 'not-allowed'],
    [created.links.viewer, 'not-allowed'],
    [link.secret, 'not-allowed'],
    [stranger.token, 'wrong-session'],
    ['nothing', 'wrong-session'],
  ] as const;
  const acts: [string, string, unknown?][] = [
    ['POST', `${snapshots}/before`, { cause: 'removal', title: 'x' }],
    ['POST', `${snapshots}/${saved.id}/restore`],
    ['POST', `${snapshots}/${before.id}/take-back`],
    ['POST', `${snapshots}/${saved.id}/copy`, { title: 'x' }],
    ['POST', `${snapshots}/${saved.id}/links`],
    ['GET', `${snapshots}/${saved.id}/links`],
    ['DELETE', `${snapshots}/${saved.id}/links/${link.id}`],
  ];
  for (const [secret, code] of strangers) {
    for (const [method, path, body] of acts) {
      const answer = await call(server, path, { method, secret, ...(body !== undefined && { body }) });
      expect([path, answer.body.error?.code]).toEqual([path, code]);
    }
    for (const document of ['board', 'stage']) {
      const answer = await call(server, `${snapshots}/${before.id}/documents/${document}`, { secret });
      expect(answer.body.error.code).toBe(code);
    }
  }
  for (const secret of [guest.token, created.links.viewer]) {
    expect((await list(server, created, secret)).map(({ id }) => id)).toEqual([saved.id]);
    expect((await call(server, `${snapshots}/${before.id}/report/md`, { secret })).body.error.code).toBe('not-allowed');
    expect((await call(server, `${snapshots}/${saved.id}/documents/board`, { secret })).status).toBe(200);
  }
  expect((await call(server, `${snapshots}/${before.id}/report/md`, { secret: host.token })).body).toContain('one');
  expect((await call(server, `${snapshots}/${saved.id}/documents/board`, { secret: link.secret })).body.error.code).toBe('not-allowed');
  // A bare facilitator link tells nobody who did it.
  expect((await call(server, `${snapshots}/${saved.id}/restore`, { method: 'POST', secret: created.links.facilitator })).body.error.code).toBe('no-credential');
  expect(noteTexts(ana.doc)).toEqual(['one']);
});

test('promise 10: a link to a report that is revoked or has ended leads nowhere, at once', async () => {
  const server = await startTestServer();
  const { host, snapshots } = await atWork(server);
  const saved = await save(server, snapshots, host.token);
  const links = `${snapshots}/${saved.id}/links`;
  const read = async (secret: string) => (await call(server, `${snapshots}/${saved.id}/report/md`, { secret })).body.error?.code ?? 'read';
  const ends = Date.now() + 60_000;
  const [first, second] = [
    (await call(server, links, { method: 'POST', secret: host.token })).body,
    (await call(server, links, { body: { expiresAt: ends }, secret: host.token })).body,
  ];
  expect((await call(server, links, { body: { expiresAt: 1 }, secret: host.token })).body.error.code).toBe('bad-request');
  expect([await read(first.secret), await read(second.secret)]).toEqual(['read', 'read']);
  await call(server, `${links}/${first.id}`, { method: 'DELETE', secret: host.token });
  expect([await read(first.secret), await read(second.secret)]).toEqual(['revoked-link', 'read']);
  await tamper(server.database, `UPDATE report_links SET expires_at = 5 WHERE id = '${second.id}'`);
  expect(await read(second.secret)).toBe('expired-link');
  const known = await call(server, links, { secret: host.token });
  expect(known.body).toEqual([
    { id: first.id, createdAt: first.createdAt, expiresAt: null, revokedAt: expect.any(Number) },
    { id: second.id, createdAt: second.createdAt, expiresAt: 5, revokedAt: null },
  ]);
  expect(JSON.stringify(known.body)).not.toContain(first.secret);
});

test.each([
  ['the board', 'board_state = zeroblob(length(board_state))'],
  ['the stage', 'stage_state = zeroblob(length(stage_state))'],
])('where %s of a snapshot is damaged, that is said and nothing changes', async (_, damage) => {
  const server = await startTestServer();
  const { created, host, board, ana, snapshots } = await atWork(server);
  const saved = await save(server, snapshots, host.token);
  writeNote(board.doc, 'since');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  await tamper(server.database, `UPDATE snapshots SET ${damage}`);
  const count = (await list(server, created, host.token)).length;
  for (const [path, body] of [['restore', undefined], ['copy', { title: 'x' }]] as const) {
    const answer = await call(server, `${snapshots}/${saved.id}/${path}`, { method: 'POST', secret: host.token, ...(body && { body }) });
    expect([answer.status, answer.body.error.code]).toEqual([500, 'damaged-snapshot']);
  }
  const read = await call(server, `${snapshots}/${saved.id}/documents/board`, { secret: host.token });
  expect(read.body.error.code).toBe('damaged-snapshot');
  expect((await call(server, `${snapshots}/none/restore`, { method: 'POST', secret: host.token })).body.error.code).toBe('unknown-snapshot');
  expect([noteTexts(ana.doc), (await list(server, created, host.token)).length]).toEqual([['since'], count]);
});

test('a board is kept by itself while somebody changes it, and as it is locked; what is saved is never thinned out', async () => {
  const server = await startTestServer({ snapshotEvery: 1 });
  const { created, host, board, stage, ana, snapshots } = await atWork(server);
  const saved = await save(server, snapshots, host.token);
  writeNote(board.doc, 'one');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  await server.tendHistory();
  const automatic = async (cause: string) => (await list(server, created, host.token)).filter((snapshot) => snapshot.cause === cause);
  expect(await automatic('activity')).toMatchObject([{ title: '', savedBy: '', notes: 1 }]);
  await server.tendHistory();
  expect((await automatic('activity')).length).toBe(1);

  setLocked(stage.doc, true);
  await until('the board is kept as it was locked', async () => (await automatic('lock')).length === 1);
  // All within one week of long ago, so that one of each kind of moment stays.
  await tamper(server.database, 'UPDATE snapshots SET saved_at = 1000000000000 + rowid');
  writeNote(board.doc, 'two');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 2);
  await server.tendHistory();
  expect((await list(server, created, host.token)).filter(({ savedAt }) => savedAt < 1_100_000_000_000).map(({ id, cause }) => (cause === 'saved' ? id : cause))).toEqual(['lock', saved.id]);
});

test('a facilitator edits what a report tells; the snapshot stays as it is, and its links show what was edited', async () => {
  const server = await startTestServer();
  const { created, host, guest, board, ana, snapshots } = await atWork(server);
  writeNote(board.doc, 'a bus in the evening', guest.participant);
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  const saved = await save(server, snapshots, host.token);
  const link = (await call(server, `${snapshots}/${saved.id}/links`, { method: 'POST', secret: host.token })).body;
  const path = `${snapshots}/${saved.id}/edits`;
  const report = async (secret = link.secret) => String((await call(server, `${snapshots}/${saved.id}/report/md`, { secret })).body);
  expect(await report()).toContain('Ana');
  const choices = (await call(server, path, { secret: host.token })).body;
  expect(choices.approaches.map(({ id }: { id: string }) => id)).toEqual(['partnership', 'global']);
  expect(choices.edits).toMatchObject({ introduction: '', names: 'people', withoutApproaches: [] });

  const edits = { ...choices.edits, introduction: 'What we found.', conclusions: 'We go on.', withoutApproaches: ['global'], names: 'none', language: 'pt' };
  const put = (secret: string, body: unknown = edits) => call(server, path, { method: 'PUT', body, secret });
  for (const secret of [guest.token, created.links.viewer, link.secret]) expect((await put(secret)).body.error.code).toBe('not-allowed');
  expect((await put(host.token, { ...edits, names: 'all' })).body.error.code).toBe('bad-request');
  expect(await report()).toContain('Ana');
  expect((await put(host.token)).status).toBe(200);
  const told = await report();
  for (const words of ['What we found.', 'We go on.', 'a bus in the evening', 'Introdução', 'Deixado de fora']) expect(told).toContain(words);
  for (const words of ['Ana', 'Rui', 'Évora', 'Abordagem global']) expect(told).not.toContain(words);
  expect((await call(server, `${snapshots}/none/edits`, { method: 'PUT', body: edits, secret: host.token })).body.error.code).toBe('unknown-snapshot');

  const stage = await documentOf(server, `${snapshots}/${saved.id}/documents/stage`, host.token);
  expect([...readStage(stage).participants.values()].map(({ name }) => name).sort()).toEqual(['Ana', 'Rui']);
  expect((await put(host.token, {})).status).toBe(200);
  expect(await report()).toContain('Ana');
});

test('promise 2: a restoring is one change: where it can be saved only in part, nothing of it is', async () => {
  const server = await startTestServer();
  const { created, host, board, stage, ana, snapshots } = await atWork(server);
  writeNote(board.doc, 'then');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  const saved = await save(server, snapshots, host.token);
  renameBoard(stage.doc, { title: 'Renamed' });
  writeNote(board.doc, 'since');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 2);
  await until('the name is on disk', async () => readStage((await readStored(server.database, `${created.board}/stage`)).doc).meta!.title === 'Renamed');

  await tamper(server.database, `CREATE TRIGGER broken BEFORE INSERT ON updates WHEN NEW.room = '${created.board}/board' BEGIN SELECT RAISE(ABORT, 'broken'); END`);
  const restore = () => call(server, `${snapshots}/${saved.id}/restore`, { method: 'POST', secret: host.token });
  expect((await restore()).body.error.code).toBe('not-saved');
  expect((await list(server, created, host.token)).map(({ id }) => id)).toEqual([saved.id]);
  const then = await documentOf(server, `${snapshots}/now/documents/stage`, host.token);
  expect([readStage(then).meta!.title, noteTexts(await documentOf(server, `${snapshots}/now/documents/board`, host.token))]).toEqual(['Renamed', ['since', 'then']]);

  await tamper(server.database, 'DROP TRIGGER broken');
  expect((await restore()).status).toBe(200);
  await until('both are back', () => readStage(stage.doc).meta!.title === 'Learning city' && noteTexts(ana.doc).join() === 'then');
});

test('promise 2: what people write while a restoring comes is on the board or in what was kept before it, also in the end', async () => {
  const server = await startTestServer();
  const { created, host, guest, board, ana, snapshots } = await atWork(server);
  writeNote(board.doc, 'at first');
  await until('Ana sees it', () => noteTexts(ana.doc).length === 1);
  const saved = await save(server, snapshots, host.token);
  const other = openStock(server, `${created.board}/board`, guest.token);
  await other.synced();
  const written: string[] = [];
  const write = async (doc: Y.Doc, who: string) => {
    for (let n = 0; n < 40; n += 1) {
      written.push(`${who} ${n}`);
      writeNote(doc, `${who} ${n}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const writing = Promise.all([write(ana.doc, 'Ana'), write(other.doc, 'her other page')]);
  const kept = new Set<string>();
  const befores: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const { body } = await call<{ before: string }>(server, `${snapshots}/${saved.id}/restore`, { method: 'POST', secret: host.token });
    befores.push(body.before);
    for (const text of noteTexts(await documentOf(server, `${snapshots}/${body.before}/documents/board`, host.token))) kept.add(text);
  }
  await writing;
  writeNote(ana.doc, 'the last of Ana');
  writeNote(other.doc, 'the last of her other page');
  await until('all see the last', () => [board, ana, other].every(({ doc }) => noteTexts(doc).filter((text) => text.startsWith('the last')).length === 2));
  expect(written.filter((text) => !kept.has(text) && !noteTexts(board.doc).includes(text))).toEqual([]);
  expect(noteTexts(ana.doc)).toEqual(noteTexts(board.doc));

  // Each restoring is taken back by itself, the last one first.
  for (const before of befores.reverse()) expect((await call(server, `${snapshots}/${before}/take-back`, { method: 'POST', secret: host.token })).status).toBe(200);
  await until('all that was written is there', () => [board, ana, other].every(({ doc }) => noteTexts(doc).length === written.length + 3));
});

test('promise 13: a moment from before a board became anonymous comes back without who wrote what, also as a new board', async () => {
  const server = await startTestServer();
  const { created, host, guest, board, stage, ana, snapshots } = await atWork(server);
  const author = guest.participant!;
  const id = writeNote(ana.doc, 'a bus in the evening', author);
  addComment(ana.doc, id, { text: 'zqxj indeed', author, createdAt: 0 });
  toggleReaction(ana.doc, id, 'agree', author);
  const erased = writeNote(ana.doc, 'a note that goes', author);
  await until('all see it', () => noteTexts(board.doc).length === 2 && readNotes(board.doc).notes.some(({ reactions }) => reactions.length > 0));
  const saved = await save(server, snapshots, host.token);
  deleteNotes(ana.doc, [erased]);
  editNote(ana.doc, id, 'no bus');
  await until('all see it', () => noteTexts(board.doc).join() === 'no bus');
  expect((await call(server, `/boards/${created.board}/anonymity`, { method: 'POST', secret: host.token })).status).toBe(200);
  await until('it is anonymous', () => isAnonymousStage(stage.doc));

  // Yjs keeps the key of the reaction that was taken away, by whose name it began.
  const timesNamed = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1').split(author).length - 1;
  const named = timesNamed(Y.encodeStateAsUpdate((await readStored(server.database, `${created.board}/board`)).doc));
  expect(named).toBeLessThan(2);

  const { body: restored } = await call<{ before: string }>(server, `${snapshots}/${saved.id}/restore`, { method: 'POST', secret: host.token });
  await until('it is back', () => noteTexts(board.doc).join() === 'a bus in the evening,a note that goes');
  const namesNobody = async (on: string) => {
    const { doc } = await readStored(server.database, `${on}/board`);
    expect(readNotes(doc).notes.filter((note) => note.author !== null || note.reactions.length > 0 || note.comments.some((comment) => comment.author !== null))).toEqual([]);
    const file = await openDatabase(server.database);
    const rows = file.prepare('SELECT data FROM updates WHERE room = ?').all(`${on}/board`) as { data: Uint8Array }[];
    file.close();
    expect(rows.reduce((times, { data }) => times + timesNamed(data), 0)).toBe(on === created.board ? named : 0);
  };
  await namesNobody(created.board);
  expect(isAnonymousStage(stage.doc)).toBe(true);

  expect((await call(server, `${snapshots}/${restored.before}/take-back`, { method: 'POST', secret: host.token })).status).toBe(200);
  await until('it is as before', () => noteTexts(board.doc).join() === 'no bus');
  await namesNobody(created.board);
  for (const { id: since } of (await list(server, created, host.token)).filter(({ cause }) => cause !== 'saved')) {
    const kept = await documentOf(server, `${snapshots}/${since}/documents/board`, host.token);
    expect(timesNamed(Y.encodeStateAsUpdate(kept))).toBe(named);
  }

  const copy = await call<CreatedBoard>(server, `${snapshots}/${saved.id}/copy`, { body: { title: 'Second round' }, secret: host.token });
  await namesNobody(copy.body.board);
  const there = await joinAs(server, copy.body, 'facilitator', 'Eva');
  const theirs = openStock(server, `${copy.body.board}/stage`, there.token);
  await theirs.synced();
  expect(isAnonymousStage(theirs.doc)).toBe(true);
  theirs.doc.getMap('meta').set('anonymous', false);
  await until('nobody takes it back there either', () => isAnonymousStage(theirs.doc));
});

test('what a participant takes off in one go is kept before, also from a small board, and a facilitator restores it', async () => {
  const server = await startTestServer();
  const { created, host, guest, board, ana, snapshots } = await atWork(server);
  const ids = Array.from({ length: 12 }, (_, number) => writeNote(board.doc, `note ${number}`));
  await until('Ana sees them', () => noteTexts(ana.doc).length === 12);
  deleteNotes(ana.doc, ids.slice(0, 2));
  await until('it is seen', () => noteTexts(board.doc).length === 10);
  expect(await list(server, created, host.token)).toEqual([]);
  deleteNotes(ana.doc, ids.slice(2));
  await until('it is seen', () => noteTexts(board.doc).length === 0);
  const [kept, ...others] = await list(server, created, host.token);
  expect([kept, others]).toMatchObject([{ cause: 'clearing', title: '10', savedBy: 'Ana', notes: 10 }, []]);
  expect(await list(server, created, guest.token)).toEqual([]);
  expect((await call(server, `${snapshots}/${kept!.id}/restore`, { method: 'POST', secret: host.token })).status).toBe(200);
  await until('all is back', () => noteTexts(ana.doc).length === 10);
  // Again at once: what was there is kept already, and nobody fills the disk so.
  deleteNotes(ana.doc, ids.slice(2));
  await until('it is seen', () => noteTexts(board.doc).length === 0);
  expect((await list(server, created, host.token)).map(({ cause }) => cause)).toEqual(['restore', 'clearing']);
});

test('on an anonymous board it is not said who has taken notes off', async () => {
  const server = await startTestServer();
  const { created, host, board, ana } = await atWork(server);
  await call(server, `/boards/${created.board}/anonymity`, { method: 'POST', secret: host.token });
  const ids = Array.from({ length: 5 }, (_, number) => writeNote(board.doc, `note ${number}`));
  await until('Ana sees them', () => noteTexts(ana.doc).length === 5);
  deleteNotes(ana.doc, ids);
  await until('it is seen', () => noteTexts(board.doc).length === 0);
  expect(await list(server, created, host.token)).toMatchObject([{ cause: 'clearing', savedBy: '', notes: 5 }]);
});
