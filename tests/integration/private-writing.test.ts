import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Config } from '../../server/config.ts';
import { RELAY_LIMITS } from '../../server/relay/limits.ts';
import { createNote, placeInColumn, readNotes } from '../../shared/board/index.ts';
import { deskNotes } from '../../shared/desk/reveal.ts';
import type { JoinedSession } from '../../shared/protocol/api.ts';
import { readDesks } from '../../shared/stage/desks.ts';
import { readReaders, setReadsOnly } from '../../shared/stage/readers.ts';
import { setLocked } from '../../shared/stage/document.ts';
import { temporaryFolder } from '../support/folder.ts';
import { lead, writeOnDesk } from '../support/private-step.ts';
import { kindOf, openRaw, say, type RawClient } from '../support/raw-client.ts';
import { spawnServer } from '../support/server-process.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs, joinCast } from '../support/workshop.ts';

/* Promise 11: what one writes privately reaches nobody before it is revealed. */

async function workshop(changes: Partial<Config> = {}) {
  const server = await startTestServer(changes);
  const created = await createTestBoard(server);
  const { board } = created;
  const cast = await joinCast(server, created);
  const { facilitator } = cast;
  const leader = await lead(server, created, facilitator);
  const reveal = (who: JoinedSession, what: unknown) => call(server, `/boards/${board}/reveal`, { body: what, secret: who.token });
  const deskOf = async (who: JoinedSession) => {
    const desk = openStock(server, `${board}/desk/${who.participant}`, who.token);
    await desk.synced();
    return desk;
  };
  const onDesk = async (who: JoinedSession) => deskNotes((await readStored(server.database, `${board}/desk/${who.participant}`)).doc).map(({ text }) => text);
  const onBoard = async () => readNotes((await readStored(server.database, `${board}/board`)).doc).notes.map(({ text }) => text).sort();
  return { server, created, board, ...cast, leader, reveal, deskOf, onDesk, onBoard };
}

/** Everything that arrived at a client, as text: bytes that are no letters do not matter here. */
const heardBy = (clients: readonly RawClient[]) => clients.map(({ heard }) => heard.map((message) => Buffer.from(message).toString('latin1')).join('\n')).join('\n');

const SECRET = 'Only my desk knows zqxj';

describe('promise 11: while people write privately', () => {
  test('not a byte of it reaches a hostile participant, a viewer or the facilitator, nor snapshots and reports', async () => {
    const { server, board, ana, ben, viewer, facilitator, leader, deskOf } = await workshop();
    await leader.goTo('private');
    const sockets: RawClient[] = [];
    for (const who of [ben, viewer, facilitator]) {
      for (const room of ['board', 'stage', `desk/${ana.participant}`, 'ledger']) sockets.push(await openRaw(server, `/sync/${board}/${room}?token=${who.token}&saved=1`));
    }
    for (const { ws } of sockets) ws.send(say.step1());
    const awareness = openStock(server, `${board}/board`, ana.token);
    await awareness.synced();
    const desk = await deskOf(ana);

    const ids = ['a', 'b', 'c'].map((mark) => writeOnDesk(desk.doc, ana.participant!, `${SECRET} ${mark}`));
    // An older page, or one that was tampered with, might show where its person writes.
    awareness.provider.awareness.setLocalState({ cursor: { x: 123_456, y: 7 }, editing: ids[0], caret: { anchor: 'zqxj-caret', head: 'zqxj-caret' }, drag: [{ id: ids[1], x: 1, y: 2 }], draft: `${SECRET} draft` });
    desk.provider.awareness.setLocalState({ editing: ids[0] });
    // The count by site arrives last of all that is told.
    await until('the sites’ counts are told', () => readDesks(leader.stage.doc).waiting[siteOf(leader.stage.doc, ana)] === 3);
    await until('Ana is seen to be there', () => heardBy(sockets).includes(`"participant":"${ana.participant}"`));
    const snapshot = await call(server, `/boards/${board}/snapshots`, { body: { title: 'Meanwhile' }, secret: facilitator.token });
    const reports = await Promise.all(
      ['html', 'md', 'csv', 'json'].map((format) => call(server, `/boards/${board}/snapshots/${snapshot.body.id}/report/${format}`, { secret: viewer.token })),
    );
    expect(reports.map(({ status }) => status)).toEqual([200, 200, 200, 200]);

    const everything = heardBy(sockets) + JSON.stringify(reports.map(({ body }) => body));
    for (const trace of ['zqxj', '123456', ...ids, 'editing', 'caret', 'cursor', 'drag']) expect(everything).not.toContain(trace);
    expect(sockets.filter(({ heard }) => heard.length > 0)).not.toEqual([]);
    // By site, and nothing beside: no number of anybody's.
    const { waiting, ...rest } = leader.stage.doc.getMap('desks').toJSON();
    expect([Object.values(waiting as object), rest]).toEqual([[3], {}]);
  });

  test('participants write on their desks alone; what they send for the board comes when the step allows it', async () => {
    const { server, board, ana, ben, leader, onBoard, onDesk, deskOf } = await workshop();
    await leader.goTo('private');
    const client = await openRaw(server, `/sync/${board}/board?token=${ana.token}`);
    const page = new Y.Doc();
    createNote(page, { text: 'for the board', color: 'sun', author: ana.participant, createdAt: 1, language: 'en', placement: placeInColumn(page, 'partnership', 'opportunities') });
    client.ws.send(say.update(Y.encodeStateAsUpdate(page)));
    await until('it is refused', () => client.heard.some((message) => kindOf(message) === 'auth'));
    expect(await onBoard()).toEqual([]);
    const desk = await deskOf(ben);
    writeOnDesk(desk.doc, ben.participant!, 'for the desk');
    await until('it is on disk', async () => (await onDesk(ben)).length === 1);

    const page2 = openStock(server, `${board}/board`, ana.token, page);
    await leader.goTo('gather');
    await until('it has come', async () => (await onBoard()).includes('for the board'));
    expect(page2.closes).toEqual([]);
  });

  test('a lock and a step without notes leave each their own desk', async () => {
    const { ana, leader, deskOf, onDesk } = await workshop();
    await leader.goTo('private');
    setLocked(leader.stage.doc, true);
    const desk = await deskOf(ana);
    writeOnDesk(desk.doc, ana.participant!, 'still mine');
    await until('it is on disk', async () => (await onDesk(ana)).length === 1);
  });
});

function siteOf(stage: Y.Doc, { participant }: JoinedSession): string {
  return (stage.getMap('participants').get(participant!) as { site: string }).site;
}

describe('revealing', () => {
  test('the facilitator moves everybody’s notes to the board, also of those who are away; desks are empty, nothing of it is left in any row', async () => {
    const { server, board, ana, ben, viewer, facilitator, leader, reveal, deskOf, onDesk, onBoard } = await workshop();
    await leader.goTo('private');
    const [anas, bens] = [await deskOf(ana), await deskOf(ben)];
    writeOnDesk(anas.doc, ana.participant!, 'Ana one', { createdAt: 1 });
    writeOnDesk(anas.doc, ana.participant!, 'Ana two', { createdAt: 2 });
    writeOnDesk(bens.doc, ben.participant!, 'Ben one');
    await until('all is on disk', async () => (await onDesk(ana)).length === 2 && (await onDesk(ben)).length === 1);
    anas.provider.destroy();

    for (const [who, what] of [[ana, { all: true }], [viewer, { all: true }], [viewer, { notes: ['x'] }]] as const) {
      expect((await reveal(who, what)).body.error.code).toBe('not-allowed');
    }
    expect(await onBoard()).toEqual([]);
    expect((await reveal(facilitator, { all: true })).body).toEqual({ revealed: 3 });
    expect(await onBoard()).toEqual(['Ana one', 'Ana two', 'Ben one']);
    expect([await onDesk(ana), await onDesk(ben)]).toEqual([[], []]);
    await until('the open page has an empty desk', () => deskNotes(bens.doc).length === 0);
    expect(readDesks(leader.stage.doc)).toEqual({ reveals: 1, waiting: {} });
    const stored = await readStored(server.database, `${board}/desk/${ana.participant}`);
    expect(stored.rows).toBe(1);
    expect(Buffer.from(Y.encodeStateAsUpdate(stored.doc)).includes('Ana')).toBe(false);
    const notes = readNotes((await readStored(server.database, `${board}/board`)).doc).notes;
    expect(notes.map(({ text, author }) => [text, author]).sort()).toEqual([['Ana one', ana.participant], ['Ana two', ana.participant], ['Ben one', ben.participant]]);
    expect((await reveal(facilitator, { all: true })).body).toEqual({ revealed: 0 });
  });

  test('what was written offline arrives marked as late, and its author shows it once notes are written on the board again', async () => {
    const { board, server, ana, facilitator, leader, reveal, deskOf, onDesk, onBoard } = await workshop();
    await leader.goTo('private');
    const offline = new Y.Doc();
    const late = writeOnDesk(offline, ana.participant!, 'written on the train');
    expect((await reveal(facilitator, { all: true })).body).toEqual({ revealed: 0 });
    openStock(server, `${board}/desk/${ana.participant}`, ana.token, offline);
    await until('it has arrived', async () => (await onDesk(ana)).length === 1);
    expect((await reveal(ana, { notes: [late] })).body.error.code).toBe('private-now');
    await leader.goTo('discuss');
    expect((await reveal(ana, { notes: [late] })).body).toEqual({ revealed: 1 });
    expect(await onBoard()).toEqual(['written on the train']);
    expect(readNotes((await readStored(server.database, `${board}/board`)).doc).notes[0]).toMatchObject({ late: true, id: late });
    await deskOf(ana);
  });

  test('what somebody left who was removed stays with them', async () => {
    const { server, board, ana, facilitator, leader, reveal, deskOf, onDesk, onBoard } = await workshop();
    await leader.goTo('private');
    const desk = await deskOf(ana);
    writeOnDesk(desk.doc, ana.participant!, 'of somebody who is out');
    await until('it is on disk', async () => (await onDesk(ana)).length === 1);
    await call(server, `/boards/${board}/participants/${ana.participant}`, { method: 'DELETE', secret: facilitator.token });
    expect((await reveal(facilitator, { all: true })).body).toEqual({ revealed: 0 });
    expect(await onBoard()).toEqual([]);
  });

  test('where the board has no room for all, nothing has moved and it is said so; what fits can still be shown', async () => {
    const { server, board, ana, facilitator, leader, reveal, deskOf, onDesk, onBoard } = await workshop({ limits: { ...RELAY_LIMITS, document: 60_000 } });
    await leader.goTo('private');
    const desk = await deskOf(ana);
    const ids = Array.from({ length: 20 }, (_, index) => writeOnDesk(desk.doc, ana.participant!, `${index} ${'long '.repeat(900)}`));
    await until('all is on disk', async () => (await onDesk(ana)).length === 20);
    const refused = await reveal(facilitator, { all: true });
    expect([refused.status, refused.body.error.code]).toEqual([413, 'no-room-for-all']);
    expect([await onBoard(), (await onDesk(ana)).length, readDesks((await readStored(server.database, `${board}/stage`)).doc).reveals]).toEqual([[], 20, 0]);
    expect(deskNotes(desk.doc)).toHaveLength(20);

    await leader.goTo('discuss');
    expect((await reveal(ana, { notes: ids })).body.error.code).toBe('no-room-for-all');
    expect((await reveal(ana, { notes: ids.slice(0, 5) })).body).toEqual({ revealed: 5 });
    expect([(await onBoard()).length, (await onDesk(ana)).length]).toEqual([5, 15]);
    expect(leader.stage.closes).toEqual([]);
  });

  test('however many notes somebody has, all of them are shown', async () => {
    const { ana, facilitator, leader, reveal, deskOf, onDesk, onBoard } = await workshop();
    await leader.goTo('private');
    const desk = await deskOf(ana);
    desk.doc.transact(() => {
      for (let note = 0; note < 600; note += 1) writeOnDesk(desk.doc, ana.participant!, `note ${note}`);
    });
    await until('all is on disk', async () => (await onDesk(ana)).length === 600);
    expect((await reveal(facilitator, { all: true })).body).toEqual({ revealed: 600 });
    expect([(await onBoard()).length, await onDesk(ana)]).toEqual([600, []]);
  });

  test('what somebody writes who only reads is neither counted nor shown before they may write again', async () => {
    const { server, board, ana, ben, facilitator, leader, reveal, deskOf, onDesk, onBoard } = await workshop();
    setReadsOnly(leader.stage.doc, ana.participant!, true);
    await leader.goTo('private');
    const [anas, bens] = [await deskOf(ana), await deskOf(ben)];
    writeOnDesk(anas.doc, ana.participant!, 'by a page that was tampered with');
    writeOnDesk(bens.doc, ben.participant!, 'by Ben');
    await until('both are on disk', async () => (await onDesk(ana)).length === 1 && (await onDesk(ben)).length === 1);
    await until('the counts are told', () => Object.keys(readDesks(leader.stage.doc).waiting).length > 0);
    expect(readDesks(leader.stage.doc).waiting).toEqual({ [siteOf(leader.stage.doc, ben)]: 1 });
    expect((await reveal(facilitator, { all: true })).body).toEqual({ revealed: 1 });
    expect(await onBoard()).toEqual(['by Ben']);
    expect((await reveal(ana, { notes: deskNotes(anas.doc).map(({ id }) => id) })).body.error.code).toBe('read-only');

    setReadsOnly(leader.stage.doc, ana.participant!, false);
    await until('it is on disk', async () => readReaders((await readStored(server.database, `${board}/stage`)).doc).size === 0);
    expect((await reveal(facilitator, { all: true })).body).toEqual({ revealed: 1 });
  });

  test('killed at any moment, each note is on its desk or on the board, and on one of them alone', { timeout: 120_000 }, async () => {
    const dataDir = temporaryFolder();
    const env = { PORT: '0', DATA_DIR: dataDir };
    const database = `${dataDir}/plenary.db`;
    let server = await spawnServer(env);
    const created = await createTestBoard(server);
    const facilitator = await joinAs(server, created, 'facilitator', 'Fay');
    const people = await Promise.all(['Ana', 'Ben', 'Cai'].map((name) => joinAs(server, created, 'participant', name, name)));
    const written = new Set<string>();
    for (let round = 0; round < 4; round += 1) {
      const desks = people.map(({ participant, token }) => openStock(server, `${created.board}/desk/${participant}`, token));
      await Promise.all(desks.map((desk) => desk.synced()));
      for (const [index, { doc }] of desks.entries()) {
        for (let note = 0; note < 20; note += 1) {
          const text = `${round}/${index}/${note}`;
          writeOnDesk(doc, people[index]!.participant!, text);
          written.add(text);
        }
      }
      await until('all is on disk', async () => {
        const stored = await Promise.all(people.map(({ participant }) => readStored(database, `${created.board}/desk/${participant}`)));
        return stored.every(({ doc }) => deskNotes(doc).filter(({ text }) => text.startsWith(`${round}/`)).length === 20);
      });
      const revealing = call(server, `/boards/${created.board}/reveal`, { body: { all: true }, secret: facilitator.token }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, round * 4));
      await server.end('SIGKILL');
      await revealing;
      for (const { provider } of desks) provider.destroy();
      const rooms = await Promise.all(
        [...people.map(({ participant }) => `desk/${participant}`), 'board'].map(async (room) => readNotes((await readStored(database, `${created.board}/${room}`)).doc).notes.map(({ text }) => text)),
      );
      expect(rooms.flat().sort()).toEqual([...written].sort());
      server = await spawnServer(env);
    }
    await server.end('SIGTERM');
  });
});
