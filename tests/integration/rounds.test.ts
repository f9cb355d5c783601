import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { clearBallot, readBallot, vote } from '../../shared/desk/ballots.ts';
import type { JoinedSession } from '../../shared/protocol/api.ts';
import { changeRound, readRounds, type RoundTerms } from '../../shared/stage/rounds.ts';
import { writeNote } from '../support/notes.ts';
import { lead } from '../support/private-step.ts';
import { openRaw, say } from '../support/raw-client.ts';
import { startTestServer } from '../support/server.ts';
import { openStock } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinCast } from '../support/workshop.ts';

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
  await until('the notes are on disk', async () => Buffer.from(Y.encodeStateAsUpdate((await readStored(server.database, `${board}/board`)).doc)).includes('Buses'));
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
  return { server, board, ...people, leader, page, first, second, post, open, end, cast, counted };
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

  test('nobody votes twice from two devices, nor for somebody else', async () => {
    const { server, board, ana, ben, first, second, open, end, cast, counted } = await workshop();
    const round = await open();
    await cast(ana, round, { [first]: 2 });
    await cast(ana, round, { [first]: 1, [second]: 1 });
    const thief = await openRaw(server, `/sync/${board}/desk/${ana.participant}?token=${ben.token}`);
    expect(await thief.closed).toMatchObject({ code: 4403 });
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
    openStock(server, `${board}/desk/${ana.participant}`, ana.token, offline);
    await until('the late votes are on the desk, where their owner is told', async () => readBallot((await readStored(server.database, `${board}/desk/${ana.participant}`)).doc, round).get(first) === 2);
    // Even a facilitator's program that opens it again on the stage gets no second count.
    changeRound(leader.stage.doc, round, { state: 'open' });
    expect((await post(facilitator, `/${round}/ended`)).body.error.code).toBe('unknown-round');
    expect(counted(readRounds((await readStored(server.database, `${board}/stage`)).doc)[0]!.tally)).toEqual({ [second]: 1 });
    clearBallot(offline, round);
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

  test('an open round tells its count as it grows', async () => {
    const { ana, ben, leader, first, open, cast, counted } = await workshop();
    const round = await open({ secret: false });
    await cast(ana, round, { [first]: 2 });
    await until('the first count', () => counted(readRounds(leader.stage.doc)[0]!.tally)[first] === 2);
    await cast(ben, round, { [first]: 1 });
    await until('the second count', () => counted(readRounds(leader.stage.doc)[0]!.tally)[first] === 3);
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
