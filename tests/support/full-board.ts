import { join } from 'node:path';
import { addComment, createGroup, createNote, placeInColumn, readNotes, setActionDue, setActionOwner, tagAction, toggleReaction } from '../../shared/board/index.ts';
import { vote } from '../../shared/desk/ballots.ts';
import type { CreatedBoard } from '../../shared/protocol/api.ts';
import { startBreakout } from '../../shared/stage/breakout.ts';
import { setCollectingUntil } from '../../shared/stage/collecting.ts';
import { readStage } from '../../shared/stage/document.ts';
import { pointAt, setLeader } from '../../shared/stage/lead.ts';
import { askPoll, endPoll, readCurrentPoll } from '../../shared/stage/polls.ts';
import { setTimer, started, timerOf } from '../../shared/stage/timer.ts';
import { startApp } from './app.ts';
import { lead, writeOnDesk } from './private-step.ts';
import { openStock } from './stock-client.ts';
import { until } from './until.ts';
import { call, createTestBoard, joinAs } from './workshop.ts';

const DAY = 86_400_000;

/** A board on which everything that can be shown is shown, by Fay who leads it and Ana who takes part; each call goes on from the one before. */
export interface FullBoard {
  server: { url: string };
  created: CreatedBoard;
  /** Of the facilitator's session. */
  token: string;
  /** The last snapshot that was saved: of the notes, then of the results. */
  snapshot(): string;
  /** Between meetings: notes are collected until a date. */
  collect(): void;
  /** People write privately, Ana does. */
  writePrivately(): Promise<void>;
  /** A step with a timer, a question, a round of voting, breakouts, somebody who leads, a note that is shown. @param member also in a breakout, by name */
  doAllAtOnce(member: string): Promise<void>;
  /** The round and the question have their results, and nobody leads any more. */
  count(): Promise<void>;
}

export async function startFullBoard(): Promise<FullBoard> {
  // Kept for so short a time that everybody is told how long.
  const server = await startApp(undefined, undefined, { KEEP_DAYS: '7' });
  const created = await createTestBoard(server, 'both');
  const fay = await joinAs(server, created, 'facilitator', 'Fay', 'Swansea');
  const ana = await joinAs(server, created, 'participant', 'Ana', 'Évora');
  const board = openStock(server, `${created.board}/board`, ana.token);
  await board.synced();
  const { leads, sees, last } = writeNotes(board.doc, ana.participant!, fay.participant!);
  const reader = openStock(server, `${created.board}/board`, fay.token);
  await until('the notes are on the server', () => readNotes(reader.doc).notes.some(({ text }) => text === last));
  const save = async (title: string) => (await call(server, `/boards/${created.board}/snapshots`, { body: { title, remark: 'What matters' }, secret: fay.token })).body.id as string;
  let snapshot = await save('First');
  const leader = await lead({ url: server.url, database: join(server.dataDir, 'plenary.db') }, created, fay);
  const stage = leader.stage.doc;
  let round = '';

  return {
    server,
    created,
    token: fay.token,
    snapshot: () => snapshot,
    collect: () => setCollectingUntil(stage, Date.now() + 7 * DAY),
    async writePrivately() {
      await leader.goTo('private');
      const desk = openStock(server, `${created.board}/desk/${ana.participant}`, ana.token);
      await desk.synced();
      writeOnDesk(desk.doc, ana.participant!, 'Nobody else reads this yet');
    },
    async doAllAtOnce(member) {
      await leader.goTo('vote');
      setTimer(stage, started(timerOf(5), Date.now()));
      askPoll(stage, { kind: 'choice', question: 'When do we meet again?', choices: ['In spring', 'In autumn, after the elections'] });
      setLeader(stage, fay.participant);
      pointAt(stage, fay.participant!, leads);
      const members = [...readStage(stage).participants.values()].filter(({ name }) => name === member).map(({ id }) => id);
      startBreakout(stage, 'global', [{ name: 'Évora', members }]);
      const terms = { question: 'What first?', on: 'both', votes: 3, most: 2, secret: false, facilitators: true, columns: [], sites: [] };
      round = (await call(server, `/boards/${created.board}/rounds`, { body: terms, secret: fay.token })).body.id;
      const desk = openStock(server, `${created.board}/desk/${ana.participant}`, ana.token);
      await desk.synced();
      vote(desk.doc, round, leads, 2);
      vote(desk.doc, round, sees, 1);
    },
    async count() {
      const poll = readCurrentPoll(stage)!;
      endPoll(stage, poll.id, new Map([[ana.participant!, 1]]));
      await call(server, `/boards/${created.board}/rounds/${round}/ended`, { method: 'POST', secret: fay.token });
      setLeader(stage, null);
      pointAt(stage, fay.participant!, null);
      await leader.goTo('discuss');
      snapshot = await save('Second');
    },
  };
}

/** Notes of every kind: in a group, talked about, an action that is late, without words, in another language, long, outside the columns. */
function writeNotes(doc: Parameters<typeof createNote>[0], ana: string, fay: string) {
  const at = (text: string, column: string, author: string, language: 'en' | 'pt' = 'en') =>
    createNote(doc, { text, color: 'sun', author, createdAt: Date.UTC(2026, 4, 4), language, placement: placeInColumn(doc, 'partnership', column) });
  const leads = at('A note to look at', 'opportunities', ana);
  const grouped = [at('Libraries and schools', 'opportunities', fay), at('Uma carrinha partilhada', 'opportunities', ana, 'pt')];
  createGroup(doc, { title: 'Together', approach: 'partnership', column: 'opportunities', notes: grouped });
  const sees = at('Agree on one calendar', 'challenges', ana);
  at('We tried this in 2019 with the housing association, and what we learned would fill a page: '.repeat(4).trim(), 'challenges', fay);
  at('', 'obstacles', ana);
  createNote(doc, { text: 'Outside the columns', color: 'sky', author: fay, createdAt: 0, language: 'en', placement: { x: -600, y: 0 } });
  addComment(doc, leads, { text: 'Ours closes at six.', author: ana, createdAt: Date.UTC(2026, 4, 4, 10) });
  addComment(doc, leads, { text: 'Could theirs lend to us?', author: fay, createdAt: Date.UTC(2026, 4, 4, 11) });
  toggleReaction(doc, leads, 'agree', ana);
  toggleReaction(doc, leads, 'idea', fay);
  tagAction(doc, [leads, sees], true);
  setActionOwner(doc, leads, { participant: ana });
  setActionDue(doc, leads, '2026-01-15');
  const last = 'The last one';
  at(last, 'obstacles', fay);
  return { leads, sees, last };
}
