import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { castInTime, forgetLateVotes, readBallot, readLateVotes, vote } from '../../shared/desk/ballots.ts';
import { createGroup, deleteNotes, groupKey } from '../../shared/board/index.ts';
import { columnKey } from '../../shared/board/layout.ts';
import type { JoinedSession } from '../../shared/protocol/api.ts';
import { allowedNow } from '../../shared/stage/agenda.ts';
import { readStage, setLocked, type Stage } from '../../shared/stage/document.ts';
import { takeVotes } from '../../shared/stage/edit-agenda.ts';
import { readReaders, setReadsOnly } from '../../shared/stage/readers.ts';
import { changeRound, putRound, readRounds, type RoundTerms } from '../../shared/stage/rounds.ts';
import { writeNote } from '../support/notes.ts';
import { lead } from '../support/private-step.ts';
import { openRaw, say } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs, joinCast } from '../support/workshop.ts';

/* Promise 12: a vote counts once, for whoever cast it, within what they have and while the round is open. */

const TERMS: RoundTerms = { question: 'What first?', on: 'notes', columns: [], votes: 3, most: 2, secret: true, sites: [], facilitators: false };

async function workshop() {
  const server = await startTestServer();
  const created = await createTestBoard(server);
  const { board } = created;
  const people = await joinCast(server, created);
  const { facilitator } = people;
  const leader = await lead(server, created, facilitator);
  const page = openStock(server, `${board}/board`, facilitator.token);
  await page.synced();
  const [first, second] = [writeNote(page.doc, 'Libraries'), writeNote(page.doc, 'Buses')];
  /** Waits until something the facilitator's page wrote on the board is on disk. */
  const boardHas = async (words: string) => until(`${words} is on disk`, async () => Buffer.from(Y.encodeStateAsUpdate((await readStored(server.database, `${board}/board`)).doc)).includes(words));
  await boardHas('Buses');
  const post = (who: JoinedSession, path: string, body?: unknown) => call(server, `/boards/${board}/rounds${path}`, { method: 'POST', secret: who.token, ...(body !== undefined && { body }) });
  const open = async (terms: Partial<RoundTerms> = {}) => (await post(facilitator, '', { ...TERMS, ...terms })).body.id as string;
  const end = async (round: string) => (await post(facilitator, `/${round}/ended`)).body;
  /** Somebody votes as a page does, or past all that a page would let them; waits until it is on disk. */
  const cast = async (who: JoinedSession, round: string, votes: Record<string, number>) => {
    const desk = openStock(server, `${board}/desk/${who.participant}`, who.token);
    await desk.synced();
    for (const [item, count] of Object.entries(votes)) vote(desk.doc, round, item, count);
    const wanted = JSON.stringify([...readBallot(desk.doc, round)].sort());
    await until('the votes are on disk', async () => JSON.stringify([...readBallot((await readStored(server.database, `${board}/desk/${who.participant}`)).doc, round)].sort()) === wanted);
    return desk;
  };
  const counted = (tally: { items: { item: string; votes: number }[] }) => Object.fromEntries(tally.items.map(({ item, votes }) => [item, votes]));
  return { server, created, board, boardHas, ...people, leader, page, first, second, post, open, end, cast, counted };
}

describe('promise 12: a round of voting', () => {
  test('only a facilitator opens, ends and cancels one; what makes no sense is refused in words; there is one at a time', async () => {
    const { ana, viewer, facilitator, post, open, end } = await workshop();
    for (const who of [ana, viewer]) expect((await post(who, '', TERMS)).body.error.code).toBe('not-allowed');
    for (const wrong of [{ ...TERMS, votes: 0 }, { ...TERMS, most: 4 }, { ...TERMS, question: ' ' }, { ...TERMS, on: 'people' }, {}]) {
      expect((await post(facilitator, '', wrong)).body.error.code).toBe('bad-request');
    }
    const round = await open();
    expect((await post(facilitator, '', TERMS)).body.error.code).toBe('round-open');
    for (const who of [ana, viewer]) for (const how of ['ended', 'cancelled']) expect((await post(who, `/${round}/${how}`)).body.error.code).toBe('not-allowed');
    expect((await post(facilitator, `/${round}/reopened`)).body.error.code).toBe('unknown-address');
    await end(round);
    for (const gone of [round, 'never']) expect((await post(facilitator, `/${gone}/ended`)).body.error.code).toBe('unknown-round');
    expect(await open()).not.toBe(round);
  });

  test('a hostile ballot is cut to what its owner has: not beyond the budget, nor on what is not asked, nor by who takes no part', async () => {
    const { board, server, ana, ben, facilitator, first, second, open, end, cast, counted } = await workshop();
    const round = await open({ sites: [(await siteOf(server.database, board, ana))!] });
    await cast(ana, round, { [first]: 99, [second]: 99, elsewhere: 5 });
    await cast(ben, round, { [first]: 2 });
    await cast(facilitator, round, { [first]: 2 });
    const tally = await end(round);
    expect(Object.values(counted(tally)).sort()).toEqual([1, 2]);
    expect(tally.items.map(({ label }: { label: string }) => label).sort()).toEqual(['Buses', 'Libraries']);
    expect(tally.voters).toEqual({ [(await siteOf(server.database, board, ana))!]: 1 });
  });

  test('groups are voted on, in the columns that are asked, and what a group said then is kept', async () => {
    const { page, boardHas, ana, ben, first, open, end, cast, counted } = await workshop();
    const group = groupKey(createGroup(page.doc, { title: 'Getting about', approach: 'partnership', column: 'opportunities', notes: [first] }));
    const elsewhere = groupKey(createGroup(page.doc, { title: 'Far away', approach: 'global', column: 'obstacles', notes: [] }));
    await boardHas('Far away');
    const round = await open({ on: 'groups', columns: [columnKey('partnership', 'opportunities')] });
    await cast(ana, round, { [group]: 2, [first]: 1 });
    await cast(ben, round, { [elsewhere]: 2, [group]: 1 });
    const tally = await end(round);
    expect([counted(tally), tally.items[0].label]).toEqual([{ [group]: 3 }, 'Getting about']);
    const both = await open({ on: 'both', columns: [] });
    await cast(ana, both, { [group]: 1, [first]: 1 });
    await cast(ben, both, { [elsewhere]: 2 });
    expect(counted(await end(both))).toEqual({ [elsewhere]: 2, [group]: 1, [first]: 1 });
  });

  test('a scribe spends what their room has, and not a vote beyond it; whoever came with a device of their own has theirs', async () => {
    const { server, created, first, second, open, end, cast, counted } = await workshop();
    const body = { secret: created.links.participant, language: 'pt', site: 'Pécs' };
    const scribe = (await call<JoinedSession>(server, `/boards/${created.board}/sessions`, { body: { ...body, name: 'Réka', room: 13 } })).body;
    const own = (await call<JoinedSession>(server, `/boards/${created.board}/sessions`, { body: { ...body, name: 'Béla' } })).body;
    const round = await open({ votes: 3, most: 2 });
    // Twelve are left of the room: 36 votes, 24 for one item.
    await cast(scribe, round, { [first]: 100, [second]: 100 });
    const [filled, rest] = [first, second].sort();
    await cast(own, round, { [filled!]: 2, [rest!]: 1 });
    expect(counted(await end(round))).toEqual({ [filled!]: 24 + 2, [rest!]: 12 + 1 });
  });

  test('who was removed, only reads, or has another role by the end does not count; facilitators do where that was agreed', async () => {
    const { server, board, created, ana, ben, facilitator, leader, first, open, end, cast, counted } = await workshop();
    const cai = await joinAs(server, created, 'participant', 'Cai', 'Swansea');
    const round = await open({ facilitators: true });
    for (const who of [ana, ben, cai, facilitator]) await cast(who, round, { [first]: 2 });
    setReadsOnly(leader.stage.doc, ben.participant!, true);
    await until('it is on disk', async () => readReaders((await readStored(server.database, `${board}/stage`)).doc).has(ben.participant!));
    await call(server, `/boards/${board}/participants/${cai.participant}`, { method: 'DELETE', secret: facilitator.token });
    expect(counted(await end(round))).toEqual({ [first]: 4 });
  });

  test('every round keeps its own result, whatever becomes of the board and of later rounds', async () => {
    const { server, board, page, ana, ben, first, second, post, facilitator, open, end, cast, counted } = await workshop();
    const one = await open({ question: 'First?' });
    await cast(ana, one, { [first]: 2 });
    await end(one);
    deleteNotes(page.doc, [first]);
    const two = await open({ question: 'Second?' });
    await cast(ben, two, { [second]: 1 });
    await end(two);
    const three = await open({ question: 'Never mind' });
    await post(facilitator, `/${three}/cancelled`);
    const rounds = readRounds((await readStored(server.database, `${board}/stage`)).doc);
    expect(rounds.map(({ terms, state, tally }) => [terms.question, state, counted(tally)])).toEqual([
      ['First?', 'ended', { [first]: 2 }],
      ['Second?', 'ended', { [second]: 1 }],
      ['Never mind', 'cancelled', {}],
    ]);
    expect(rounds[0]!.tally.items[0]!.label).toBe('Libraries');
  });

  test('nobody votes twice from two devices, nor for somebody else', async () => {
    const { server, board, ana, ben, facilitator, viewer, first, second, open, end, cast, counted } = await workshop();
    const round = await open();
    await cast(ana, round, { [first]: 2 });
    await cast(ana, round, { [first]: 1, [second]: 1 });
    for (const who of [ben, facilitator, viewer]) {
      const thief = await openRaw(server, `/sync/${board}/desk/${ana.participant}?token=${who.token}`);
      expect(await thief.closed).toMatchObject({ code: 4403 });
    }
    // Nor by writing under Ana's Yjs client on one's own desk, or naming her in one's ballot.
    await cast(ben, round, { [`${ana.participant}/${first}`]: 2 });
    expect(counted(await end(round))).toEqual({ [first]: 1, [second]: 1 });
  });

  test('minds may be changed until the end; after it nothing counts, and counting again is refused', async () => {
    const { server, board, ana, facilitator, leader, first, second, post, open, end, cast, counted } = await workshop();
    const round = await open();
    const desk = await cast(ana, round, { [first]: 2 });
    await cast(ana, round, { [first]: 0, [second]: 1 });
    const offline = new Y.Doc();
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(desk.doc));
    desk.provider.destroy();
    expect(counted(await end(round))).toEqual({ [second]: 1 });

    vote(offline, round, first, 2);
    const late = openStock(server, `${board}/desk/${ana.participant}`, ana.token, offline);
    await until('their owner has word of it on their desk', () => readLateVotes(offline).get(round) === 2);
    const stored = await readStored(server.database, `${board}/desk/${ana.participant}`);
    expect([readBallot(stored.doc, round).size, stored.rows]).toEqual([0, 1]);
    expect(castInTime(offline, round)).toBe(1);
    forgetLateVotes(offline, round);
    await until('once told, it is forgotten', async () => readLateVotes((await readStored(server.database, `${board}/desk/${ana.participant}`)).doc).size === 0);
    late.provider.destroy();
    // Even a facilitator's program that opens it again on the stage gets no second count.
    changeRound(leader.stage.doc, round, { state: 'open' });
    expect((await post(facilitator, `/${round}/ended`)).body.error.code).toBe('unknown-round');
    expect(counted(readRounds((await readStored(server.database, `${board}/stage`)).doc)[0]!.tally)).toEqual({ [second]: 1 });
  });

  test('whose votes were counted is never told that they came too late, and of a cancelled round nobody is', async () => {
    const { server, board, ana, first, post, facilitator, open, end, cast } = await workshop();
    const round = await open();
    const desk = await cast(ana, round, { [first]: 2 });
    const heard: number[] = [];
    desk.doc.getMap('late').observe(() => heard.push(readLateVotes(desk.doc).size));
    const away = new Y.Doc();
    Y.applyUpdate(away, Y.encodeStateAsUpdate(desk.doc));
    await end(round);
    await until('the ballot is off the desk', () => readBallot(desk.doc, round).size === 0);

    const cancelled = await open();
    vote(away, cancelled, first, 1);
    await post(facilitator, `/${cancelled}/cancelled`);
    openStock(server, `${board}/desk/${ana.participant}`, ana.token, away);
    await until('what was for the cancelled round has come', async () => (await readStored(server.database, `${board}/desk/${ana.participant}`)).doc.store.clients.has(away.clientID));
    await until('and is gone', async () => readBallot((await readStored(server.database, `${board}/desk/${ana.participant}`)).doc, cancelled).size === 0);
    expect(heard).toEqual([]);
  });

  test('in a step that takes no votes the round pauses: what is changed then counts only once votes are taken again; a lock stops no vote', async () => {
    const { server, board, ana, ben, leader, first, second, open, end, cast, counted } = await workshop();
    const stored = async (is: (stage: Stage) => boolean) => until('the stage is on disk', async () => is(readStage((await readStored(server.database, `${board}/stage`)).doc)));
    await leader.goTo('vote');
    const round = await open({ secret: false });
    await cast(ana, round, { [first]: 2 });
    await leader.goTo('discuss');
    await cast(ana, round, { [first]: 0, [second]: 2 });
    await cast(ben, round, { [second]: 1 });
    await until('the running count is of before', () => JSON.stringify(counted(readRounds(leader.stage.doc)[0]!.tally)) === JSON.stringify({ [first]: 2 }));
    setLocked(leader.stage.doc, true);
    takeVotes(leader.stage.doc);
    await stored(({ locked, agenda }) => locked && allowedNow({ locked, agenda, readers: new Set(), collectingUntil: null }).voting);
    await until('what lies on the desks counts again', () => readRounds(leader.stage.doc)[0]!.tally.items[0]?.item === second);
    await cast(ben, round, { [first]: 1 });
    await leader.goTo('close');
    await cast(ben, round, { [first]: 0, [second]: 0 });
    expect(counted(await end(round))).toEqual({ [second]: 3, [first]: 1 });
    // What the server held meanwhile is nowhere any more.
    const ledger = await readStored(server.database, `${board}/ledger`);
    expect([ledger.rows, Buffer.from(Y.encodeStateAsUpdate(ledger.doc)).includes(ana.participant!)]).toEqual([1, false]);
  });

  test('a vote that was cast offline and arrives in time counts', async () => {
    const { server, board, ana, first, open, end, counted } = await workshop();
    const round = await open();
    const offline = new Y.Doc();
    vote(offline, round, first, 2);
    const raw = await openRaw(server, `/sync/${board}/desk/${ana.participant}?token=${ana.token}&saved=1`);
    raw.ws.send(say.step2(Y.encodeStateAsUpdate(offline)));
    await until('it is on disk', async () => readBallot((await readStored(server.database, `${board}/desk/${ana.participant}`)).doc, round).size === 1);
    expect(counted(await end(round))).toEqual({ [first]: 2 });
  });

  test('of a secret round nobody learns a count before the end, not even by a facilitator’s program that calls it open', async () => {
    const { server, board, ana, ben, viewer, facilitator, leader, first, second, open, end, cast } = await workshop();
    const round = await open({ secret: true });
    const sockets = await Promise.all([ben, viewer, facilitator].flatMap((who) => ['board', 'stage'].map((room) => openRaw(server, `/sync/${board}/${room}?token=${who.token}`))));
    for (const { ws } of sockets) ws.send(say.step1());
    const terms = readRounds(leader.stage.doc)[0]!.terms;
    changeRound(leader.stage.doc, round, { terms: { ...terms, secret: false } });
    await cast(ana, round, { [first]: 2, [second]: 1 });
    await until('it is told that somebody has voted', () => Object.keys(readRounds(leader.stage.doc)[0]?.tally.voters ?? {}).length === 1);
    const heard = sockets.map(({ heard: messages }) => messages.map((message) => Buffer.from(message).toString('latin1')).join('')).join('');
    expect(heard).not.toContain('"bySite"');
    expect(heard.includes('bySite')).toBe(false);
    expect(readRounds(leader.stage.doc)[0]!.tally.items).toEqual([]);
    await end(round);
    await until('the result is told', () => readRounds(leader.stage.doc)[0]!.tally.items.length === 2);
    expect(readRounds(leader.stage.doc)[0]!.terms.secret).toBe(true);
  });

  test('an open round tells its count as it grows, whatever other rounds a facilitator’s program puts beside it', async () => {
    const { ana, ben, leader, first, post, facilitator, open, cast, counted } = await workshop();
    const round = await open({ secret: false });
    putRound(leader.stage.doc, { id: 'zz-forged', terms: TERMS, state: 'open', openedAt: Date.now() + 1, closedAt: null, tally: { items: [], voters: {} } });
    expect((await post(facilitator, '/zz-forged/ended')).body.error.code).toBe('unknown-round');
    await cast(ana, round, { [first]: 2 });
    await until('the first count', () => counted(readRounds(leader.stage.doc)[0]!.tally)[first] === 2);
    await cast(ben, round, { [first]: 1 });
    await until('the second count', () => counted(readRounds(leader.stage.doc)[0]!.tally)[first] === 3);
    await post(facilitator, `/${round}/ended`);
    expect(await open()).not.toBe(round);
  });

  test('a cancelled round is not counted, and no ballot of any round outlives it', async () => {
    const { server, board, ana, leader, first, post, facilitator, open, cast } = await workshop();
    const round = await open();
    await cast(ana, round, { [first]: 2 });
    expect((await post(facilitator, `/${round}/cancelled`)).body).toEqual({ items: [], voters: {} });
    await until('it is told', () => readRounds(leader.stage.doc)[0]!.state === 'cancelled');
    expect(readBallot((await readStored(server.database, `${board}/desk/${ana.participant}`)).doc, round).size).toBe(0);
  });
});

async function siteOf(database: string, board: string, { participant }: JoinedSession): Promise<string | undefined> {
  const { doc } = await readStored(database, `${board}/stage`);
  return (doc.getMap('participants').get(participant!) as { site: string } | undefined)?.site;
}
