import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CreatedBoard, JoinedSession } from '../../shared/protocol/api.ts';
import { serverOffset } from '../../shared/protocol/server-time.ts';
import { addNote } from '../support/board.ts';
import { readStage, type Stage } from '../../shared/stage/document.ts';
import { goToStep } from '../../shared/stage/edit-agenda.ts';
import { setCollectingUntil } from '../../shared/stage/collecting.ts';
import { setLateComersRead, setReadsOnly } from '../../shared/stage/readers.ts';
import { weightOf } from '../../shared/stage/scribes.ts';
import { openRaw, say } from '../support/raw-client.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openStock, type StockClient } from '../support/stock-client.ts';
import { readStored } from '../support/stored.ts';
import { until } from '../support/until.ts';
import { call, createTestBoard, joinAs } from '../support/workshop.ts';

const notesOn = (doc: Y.Doc) => doc.getMap('notes').size;

/** A facilitator's copy of the stage, and how to wait for what the server knows of it. */
async function leading(server: TestServer, board: CreatedBoard, facilitator: JoinedSession) {
  const stage = openStock(server, `${board.board}/stage`, facilitator.token);
  await stage.synced();
  const stored = async (is: (stage: Stage) => boolean) =>
    until('the stage is on disk', async () => is(readStage((await readStored(server.database, `${board.board}/stage`)).doc)));
  return { stage, stored };
}

async function writes(server: TestServer, { board }: CreatedBoard, { token }: JoinedSession): Promise<StockClient> {
  const client = openStock(server, `${board}/board`, token);
  await client.synced();
  addNote(client.doc, 'a note');
  return client;
}

const arrived = async (server: TestServer, { board }: CreatedBoard) => notesOn((await readStored(server.database, `${board}/board`)).doc);

describe('promise 4: what a step allows is the server’s to see to', () => {
  test('notes stay as they are in a step that says so, for everybody but facilitators; what was written meanwhile follows in the next', async () => {
    const server = await startTestServer();
    const board = await createTestBoard(server);
    const facilitator = await joinAs(server, board, 'facilitator', 'Fay');
    const participant = await joinAs(server, board, 'participant', 'Pat');
    const { stage, stored } = await leading(server, board, facilitator);
    goToStep(stage.doc, 'vote');
    await stored(({ agenda }) => agenda.current === 'vote');

    const late = await writes(server, board, participant);
    await writes(server, board, facilitator);
    await until('the facilitator’s note is there', async () => (await arrived(server, board)) === 1);
    goToStep(stage.doc, 'discuss');
    await until('the participant’s note has followed', async () => (await arrived(server, board)) === 2);
    expect(late.closes).toEqual([]);
  });

  test('who comes late only reads where the facilitator has said so, and may write when let', async () => {
    const server = await startTestServer();
    const board = await createTestBoard(server);
    const facilitator = await joinAs(server, board, 'facilitator', 'Fay');
    const early = await joinAs(server, board, 'participant', 'Early');
    const { stage, stored } = await leading(server, board, facilitator);
    setLateComersRead(stage.doc, true);
    await stored(({ lateComersRead }) => lateComersRead);
    const late = await joinAs(server, board, 'participant', 'Late');
    const helper = await joinAs(server, board, 'facilitator', 'Second');
    await stored(({ readers }) => readers.has(late.participant!) && !readers.has(helper.participant!) && !readers.has(early.participant!));

    await writes(server, board, late);
    await writes(server, board, early);
    await until('the early one’s note is there', async () => (await arrived(server, board)) === 1);
    setReadsOnly(stage.doc, late.participant!, false);
    await until('the late one’s note has followed', async () => (await arrived(server, board)) === 2);
  });
});

describe('collecting notes until a date', () => {
  test('the server takes what arrives before that moment, and nothing after it; put off, the rest follows', async () => {
    const server = await startTestServer();
    const board = await createTestBoard(server);
    const facilitator = await joinAs(server, board, 'facilitator', 'Fay');
    const early = await joinAs(server, board, 'participant', 'Early');
    const late = await joinAs(server, board, 'participant', 'Late');
    const { stage, stored } = await leading(server, board, facilitator);
    const line = openStock(server, `${board.board}/board`, late.token);
    await line.synced();
    const raw = await openRaw(server, `/sync/${board.board}/board?token=${late.token}`);
    setCollectingUntil(stage.doc, Date.now() + 2_000);
    await stored(({ collectingUntil }) => collectingUntil !== null);
    await writes(server, board, early);
    await until('the early note is there', async () => (await arrived(server, board)) === 1);

    const { collectingUntil } = readStage(stage.doc);
    await until('the time is over', () => Date.now() >= collectingUntil!);
    // The line has been open all the while: nobody has told it anything.
    addNote(line.doc, 'too late');
    const forged = new Y.Doc();
    addNote(forged, 'by a page of one’s own');
    raw.ws.send(say.update(Y.encodeStateAsUpdate(forged)));
    await until('it is refused in words', () => raw.heard.some((message) => Buffer.from(message).includes('collecting-over: ')));
    await writes(server, board, facilitator);
    await until('the facilitator’s note is there', async () => (await arrived(server, board)) === 2);

    setCollectingUntil(stage.doc, Date.now() + 60_000);
    await until('what was late has followed', async () => (await arrived(server, board)) === 3);
    expect(line.closes).toEqual([]);
  });
});

describe('sites and scribes', () => {
  test('whoever joins as a scribe brings the headcount of their site, and speaks for those without a device', async () => {
    const server = await startTestServer();
    const board = await createTestBoard(server);
    await joinAs(server, board, 'participant', 'Ana', 'Évora');
    const body = { secret: board.links.participant, name: 'Rui', site: 'évora', language: 'pt', room: 12 };
    const { body: scribe } = await call<JoinedSession>(server, `/boards/${board.board}/sessions`, { body });
    const stage = readStage((await readStored(server.database, `${board.board}/stage`)).doc);
    expect([...stage.sites.values()]).toMatchObject([{ name: 'Évora', headcount: 12, language: 'en' }]);
    expect(weightOf(stage, scribe.participant!)).toBe(11);
    // A newcomer's number does not take the place of one that stands there: it would be votes.
    await call(server, `/boards/${board.board}/sessions`, { body: { ...body, name: 'Mallory', room: 200 } });
    const after = readStage((await readStored(server.database, `${board.board}/stage`)).doc);
    expect([...after.sites.values()]).toMatchObject([{ name: 'Évora', headcount: 12, headcountBy: scribe.participant }]);
    expect(weightOf(after, scribe.participant!)).toBe(6);
    for (const room of [0, -3, 1.5, 201, 1e9, 'many']) {
      expect((await call(server, `/boards/${board.board}/sessions`, { body: { ...body, room } })).status).toBe(400);
    }
  });
});

describe('when the facilitators have gone', () => {
  const handover = { after: 150, every: 30 };

  test('the participant who has been there longest becomes one, while an agenda runs', async () => {
    const server = await startTestServer({ handover });
    const board = await createTestBoard(server);
    const facilitator = await joinAs(server, board, 'facilitator', 'Fay');
    const first = await joinAs(server, board, 'participant', 'First');
    const second = await joinAs(server, board, 'participant', 'Second');
    const { stage, stored } = await leading(server, board, facilitator);
    goToStep(stage.doc, 'gather');
    await stored(({ agenda }) => agenda.current === 'gather');
    const here = openStock(server, `${board.board}/board`, first.token);
    await here.synced();
    await new Promise((resolve) => setTimeout(resolve, 80));
    await openStock(server, `${board.board}/board`, second.token).synced();
    await stored(({ participants }) => participants.get(first.participant!)?.role === 'facilitator');
    const { participants } = readStage((await readStored(server.database, `${board.board}/stage`)).doc);
    expect(participants.get(second.participant!)?.role).toBe('participant');
    expect(participants.get(facilitator.participant!)?.role).toBe('facilitator');
  });

  test('a facilitator’s big screen that was left open is no facilitator', async () => {
    const server = await startTestServer({ handover });
    const board = await createTestBoard(server);
    const facilitator = await joinAs(server, board, 'facilitator', 'Fay');
    const participant = await joinAs(server, board, 'participant', 'Pat');
    const { stage, stored } = await leading(server, board, facilitator);
    goToStep(stage.doc, 'gather');
    await stored(({ agenda }) => agenda.current === 'gather');
    const projector = await openRaw(server, `/sync/${board.board}/board?token=${facilitator.token}&screen=1`);
    await openStock(server, `${board.board}/board`, participant.token).synced();
    await stored(({ participants }) => participants.get(participant.participant!)?.role === 'facilitator');
    expect(projector.ws.readyState).toBe(projector.ws.OPEN);
  });

  test('nobody does while one is there, before the agenda is started, or where it is switched off', async () => {
    const roles = async (after: number, started: boolean, present: boolean) => {
      const server = await startTestServer({ handover: { ...handover, after } });
      const board = await createTestBoard(server);
      const facilitator = await joinAs(server, board, 'facilitator', 'Fay');
      const participant = await joinAs(server, board, 'participant', 'Pat');
      const { stage, stored } = await leading(server, board, facilitator);
      if (started) goToStep(stage.doc, 'gather');
      if (started) await stored(({ agenda }) => agenda.current === 'gather');
      if (present) await openStock(server, `${board.board}/board`, facilitator.token).synced();
      await openStock(server, `${board.board}/board`, participant.token).synced();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { participants } = readStage((await readStored(server.database, `${board.board}/stage`)).doc);
      return participants.get(participant.participant!)?.role;
    };
    expect(await roles(150, true, true)).toBe('participant');
    expect(await roles(150, false, false)).toBe('participant');
    expect(await roles(0, true, false)).toBe('participant');
  });
});

test('the server tells its time, as of now, to whoever asks', async () => {
  const server = await startTestServer();
  const asked = Date.now();
  const answer = await call<{ now: number }>(server, '/time');
  const { offset, doubt } = serverOffset([{ asked, answered: Date.now(), server: answer.body.now }])!;
  expect(Math.abs(offset)).toBeLessThanOrEqual(doubt + 1);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
