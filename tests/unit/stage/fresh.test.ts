import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { setCollectingUntil } from '../../../shared/stage/collecting.ts';
import { tellWaiting } from '../../../shared/stage/desks.ts';
import { putParticipant, readStage, setLocked } from '../../../shared/stage/document.ts';
import { goToStep } from '../../../shared/stage/edit-agenda.ts';
import { freshStage } from '../../../shared/stage/fresh.ts';
import { bringEveryone, pointAt, setLeader } from '../../../shared/stage/lead.ts';
import { askPoll } from '../../../shared/stage/polls.ts';
import { setLateComersRead, setReadsOnly } from '../../../shared/stage/readers.ts';
import { putRound, readRounds, type Round } from '../../../shared/stage/rounds.ts';
import { setScribe, weightOf } from '../../../shared/stage/scribes.ts';
import { addSite } from '../../../shared/stage/sites.ts';
import { setTimer } from '../../../shared/stage/timer.ts';
import { seededStage } from '../../support/board.ts';

const person = (id: string, site: string) => ({ id, name: id, site, role: 'participant' as const, language: 'en' as const, joinedAt: 0 });
const round = (id: string, state: Round['state'], openedAt: number): Round => ({
  id,
  terms: { question: id, on: 'notes', columns: [], votes: 3, most: 1, secret: false, sites: [], facilitators: false },
  state,
  openedAt,
  closedAt: state === 'open' ? null : 5,
  tally: { items: [{ item: 'n', votes: 2, bySite: { s: 2 } }], voters: { s: 2 } },
});

/** A stage in the middle of everything. */
function busyStage(): Y.Doc {
  const doc = seededStage();
  const { id: site } = addSite(doc, { name: 'Évora', headcount: 12 });
  putParticipant(doc, person('ana', site));
  setScribe(doc, 'ana', true);
  setReadsOnly(doc, 'ana', true);
  setLateComersRead(doc, true);
  goToStep(doc, 'vote');
  setTimer(doc, { state: 'running', length: 60_000, endsAt: 90_000 });
  bringEveryone(doc, 'ana', { note: 'n' });
  setLeader(doc, 'ana');
  pointAt(doc, 'ana', 'n');
  askPoll(doc, { kind: 'yes-no', question: 'Go on?' });
  setLocked(doc, true);
  tellWaiting(doc, { [site]: 17 });
  putRound(doc, round('counted', 'ended', 1));
  putRound(doc, round('going on', 'open', 2));
  return doc;
}

test('a copy of a board in the middle of a workshop begins anew: nothing runs, waits or is open', () => {
  const doc = busyStage();
  freshStage(doc, 1_000);
  const stage = readStage(doc);
  expect(stage).toMatchObject({ locked: false, timer: null, poll: null, lead: { call: null, leader: null, spotlight: null }, desks: { waiting: {} }, lateComersRead: false });
  expect([stage.agenda.current, stage.readers.size, stage.scribes.size]).toEqual([null, 0, 0]);
  expect(readRounds(doc).map(({ id, state, closedAt, tally }) => [id, state, closedAt, tally.items.length])).toEqual([
    ['counted', 'ended', 5, 1],
    ['going on', 'cancelled', 1_000, 0],
  ]);
});

test('who took part before keeps their name, and is no member: a scribe there speaks for the whole room', () => {
  const doc = busyStage();
  freshStage(doc);
  const { participants, sites } = readStage(doc);
  expect(participants.get('ana')).toMatchObject({ name: 'ana', earlier: true });
  const [site] = sites.keys();
  putParticipant(doc, person('bea', site!));
  setScribe(doc, 'bea', true);
  expect([weightOf(readStage(doc), 'ana'), weightOf(readStage(doc), 'bea')]).toEqual([0, 12]);
});

test('a date until which notes are collected stays while it is to come', () => {
  const until = (now: number) => {
    const doc = seededStage();
    setCollectingUntil(doc, 500);
    freshStage(doc, now);
    return readStage(doc).collectingUntil;
  };
  expect([until(499), until(500)]).toEqual([500, null]);
});

test('of a board that was just made, and of a copy once more, it changes nothing', () => {
  const busy = busyStage();
  freshStage(busy);
  for (const doc of [seededStage(), busy]) {
    const before = Y.encodeStateAsUpdate(doc);
    freshStage(doc, 9_999);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  }
});
