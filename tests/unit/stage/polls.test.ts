import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POLL_LIMITS } from '../../../shared/protocol/limits.ts';
import { allowedNow, readRules } from '../../../shared/stage/agenda.ts';
import { setCollectingUntil } from '../../../shared/stage/collecting.ts';
import { readStage } from '../../../shared/stage/document.ts';
import { goToStep } from '../../../shared/stage/edit-agenda.ts';
import { addParkingLot } from '../../../shared/stage/edit-structure.ts';
import { bringEveryone, pointAt, setLeader } from '../../../shared/stage/lead.ts';
import { askPoll, closePoll, countAnswers, endPoll, readPolls } from '../../../shared/stage/polls.ts';
import { stageTypes } from '../../../shared/stage/records.ts';
import { approachTexts } from '../../../shared/stage/texts.ts';
import { exchange, peerOf, seededStage } from '../../support/board.ts';

describe('a quick poll', () => {
  test('is asked, ended with what was answered by then, put away, and kept', () => {
    const doc = seededStage();
    const id = askPoll(doc, { kind: 'yes-no', question: ' Go on\n this way? ' });
    expect(readStage(doc).poll).toEqual({ id, kind: 'yes-no', question: 'Go on this way?', options: ['yes', 'no'], result: null });
    endPoll(doc, id, new Map([['a', 0], ['b', 1], ['c', 0], ['d', 7], ['e', -1], ['f', 0.5]]));
    expect(readStage(doc).poll?.result).toEqual([2, 1]);
    // What has ended is not counted again.
    endPoll(doc, id, new Map([['a', 1]]));
    closePoll(doc);
    expect(readStage(doc).poll).toBeNull();
    expect(readPolls(doc)).toMatchObject([{ id, result: [2, 1] }]);
  });

  test('of two that are asked at once one is before everybody, and both are kept', () => {
    const doc = seededStage();
    const peer = peerOf(doc);
    askPoll(doc, { kind: 'fist', question: 'How sure?' });
    askPoll(peer, { kind: 'choice', question: 'Which?', choices: ['Bus', ' ', 'Train'] });
    exchange(doc, peer);
    expect(readStage(doc).poll).toEqual(readStage(peer).poll);
    expect(readPolls(doc).map(({ options }) => options.length).sort()).toEqual([2, 6]);
  });

  test('offers each choice once, however often and in whatever lines it was typed', () => {
    const doc = seededStage();
    askPoll(doc, { kind: 'choice', question: '', choices: ['Bus', '', ' Bus ', 'Train', ...Array.from({ length: 20 }, (_, index) => `Boat ${index}`)] });
    expect(readStage(doc).poll?.options.slice(0, 3)).toEqual(['Bus', 'Train', 'Boat 0']);
    expect(readStage(doc).poll?.options).toHaveLength(POLL_LIMITS.options);
  });

  test('counts every answer once, whoever gave it, and nothing else', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer({ min: -2, max: 9 })), (given) => {
        const answers = new Map(Object.entries(given));
        const counts = countAnswers({ options: ['a', 'b', 'c'] }, answers);
        expect(counts).toEqual([0, 1, 2].map((option) => [...answers.values()].filter((answer) => answer === option).length));
      }),
    );
  });

  test('that a broken program wrote is not shown (promise 5)', () => {
    const doc = seededStage();
    for (const odd of [null, 3, { id: 'x' }, { id: 'x', kind: 'fist', result: [1] }]) {
      stageTypes(doc).polls.set('x', odd);
      stageTypes(doc).now.set('poll', 'x');
      expect(readStage(doc).poll?.result ?? null).toBeNull();
    }
  });
});

describe('a collecting window', () => {
  test('lets people write until its date and no longer, unless an agenda runs', () => {
    const doc = seededStage();
    setCollectingUntil(doc, 1000);
    const at = (now: number) => allowedNow(readRules(doc), 'anybody', now).notes;
    expect([at(999), at(1000), at(5000)]).toEqual(['board', 'none', 'none']);
    goToStep(doc, 'gather');
    expect(at(5000)).toBe('board');
    goToStep(doc, null);
    setCollectingUntil(doc, null);
    expect(at(5000)).toBe('board');
    stageTypes(doc).now.set('collectingUntil', 'tomorrow');
    expect(at(5000)).toBe('board');
  });
});

test('a parking lot is one place at the end of the board, in every language, however many make it', () => {
  const doc = seededStage('both');
  const peer = peerOf(doc);
  addParkingLot(doc);
  addParkingLot(peer);
  exchange(doc, peer);
  addParkingLot(doc);
  const { approaches } = readStage(doc);
  expect(approaches.map(({ id }) => id)).toEqual(['partnership', 'global', 'parking']);
  expect(approaches[2]!.columns).toHaveLength(1);
  expect(approachTexts(approaches[2]!, 'pt').title).toBe('Parque de ideias');
});

describe('where everybody is led', () => {
  test('is the last call, one leader and one note, and what makes no sense is nowhere', () => {
    const doc = seededStage();
    bringEveryone(doc, 'fay', { box: { x: 0, y: 0, w: 100, h: 50 } });
    const first = readStage(doc).lead.call!.id;
    bringEveryone(doc, 'fay', { note: 'n1' });
    setLeader(doc, 'fay');
    pointAt(doc, 'fay', 'n1');
    expect(readStage(doc).lead).toMatchObject({ call: { by: 'fay', sight: { note: 'n1' } }, leader: 'fay', spotlight: { note: 'n1', by: 'fay' } });
    expect(readStage(doc).lead.call!.id).not.toBe(first);
    setLeader(doc, null);
    pointAt(doc, 'fay', null);
    stageTypes(doc).now.set('call', { id: 'x', by: 'fay', sight: { box: { x: 0, y: 0, w: Infinity, h: -1 } } });
    expect(readStage(doc).lead).toEqual({ call: null, leader: null, spotlight: null });
  });
});
