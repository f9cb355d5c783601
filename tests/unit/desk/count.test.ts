import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { clearBallot, dropStaleVotes, readBallot, vote } from '../../../shared/desk/ballots.ts';
import { breadth, budgetOf, count, itemsOf, spentVotes, validVotes, type Ballot } from '../../../shared/desk/count.ts';
import { createGroup, groupKey, readGroups, readNotes } from '../../../shared/board/index.ts';
import { takesPart, type RoundTerms } from '../../../shared/stage/rounds.ts';
import { addNote, exchange, peerOf, seededBoard } from '../../support/board.ts';

const TERMS: RoundTerms = { question: 'What first?', on: 'notes', columns: [], votes: 3, most: 2, secret: true, sites: [], facilitators: false };

const ITEMS = ['a', 'b', 'c', 'd'];
const ballots = fc.array(
  fc.record({
    participant: fc.constantFrom('p', 'q', 'r', 's'),
    site: fc.constantFrom('Évora', 'Swansea'),
    weight: fc.integer({ min: 1, max: 12 }),
    votes: fc.array(fc.tuple(fc.constantFrom(...ITEMS, 'elsewhere'), fc.integer({ min: 1, max: 99 }))).map((votes) => new Map(votes)),
  }),
);
const terms = fc.record({ votes: fc.integer({ min: 1, max: 6 }), most: fc.integer({ min: 1, max: 6 }) });

test('nobody has more than their votes, nor an item more of one person than it may, and only what is asked counts', () => {
  fc.assert(
    fc.property(terms, ballots, (agreed, cast) => {
      const unique = [...new Map(cast.map((ballot) => [ballot.participant, ballot])).values()];
      const { items, voters } = count(agreed, unique, new Set(ITEMS));
      const budget = unique.reduce((sum, { weight }) => sum + budgetOf(agreed, weight).votes, 0);
      expect(items.reduce((sum, { votes }) => sum + votes, 0)).toBeLessThanOrEqual(budget);
      const most = unique.reduce((sum, { weight }) => sum + budgetOf(agreed, weight).most, 0);
      expect(items.every(({ item, votes }) => ITEMS.includes(item) && votes <= most && votes > 0)).toBe(true);
      expect(items.every(({ votes, bySite }) => Object.values(bySite).reduce((sum, some) => sum + some, 0) === votes)).toBe(true);
      expect(Object.values(voters).reduce((sum, some) => sum + some, 0)).toBeLessThanOrEqual(unique.length);
    }),
  );
});

test('counting again gives the same, in whatever order the ballots come, and a second ballot of one person counts for nothing', () => {
  fc.assert(
    fc.property(terms, ballots, (agreed, cast) => {
      const unique = [...new Map(cast.map((ballot) => [ballot.participant, ballot])).values()];
      const once = count(agreed, unique, new Set(ITEMS));
      const turned = [...unique].reverse().map((ballot) => ({ ...ballot, votes: new Map([...ballot.votes].reverse()) }));
      expect(count(agreed, turned, new Set(ITEMS))).toEqual(once);
      expect(count(agreed, [...unique, ...unique], new Set(ITEMS))).toEqual(once);
    }),
  );
});

test('whoever keeps within their budget is counted as they voted', () => {
  const ballot = (participant: string, site: string, votes: Record<string, number>, weight = 1): Ballot => ({ participant, site, weight, votes: new Map(Object.entries(votes)) });
  const { items, voters } = count(TERMS, [ballot('p', 'Évora', { a: 2, b: 1 }), ballot('q', 'Swansea', { b: 1 }), ballot('r', 'Évora', { c: 24, b: 12 }, 12)], new Set(ITEMS));
  expect(items.map(({ item, votes }) => [item, votes])).toEqual([['c', 24], ['b', 14], ['a', 2]]);
  expect(items.map(breadth)).toEqual([1, 2, 1]);
  expect(voters).toEqual({ Évora: 2, Swansea: 1 });
});

test('of equal votes that stands first which more sites stand behind', () => {
  const cast = [
    { participant: 'p', site: 'Évora', weight: 1, votes: new Map([['a', 2], ['b', 1]]) },
    { participant: 'q', site: 'Swansea', weight: 1, votes: new Map([['b', 1]]) },
  ];
  expect(count(TERMS, cast, new Set(ITEMS)).items.map(({ item }) => item)).toEqual(['b', 'a']);
});

test('two pages of one person that vote at once both count, and taking a vote back is none', () => {
  const page = new Y.Doc();
  vote(page, 'r1', 'a', 2);
  const other = peerOf(page);
  vote(page, 'r1', 'b', 1);
  vote(other, 'r1', 'a', 1);
  vote(other, 'r2', 'a', 1);
  exchange(page, other);
  expect(readBallot(page, 'r1')).toEqual(new Map([['a', 1], ['b', 1]]));
  vote(page, 'r1', 'a', 0);
  expect(readBallot(page, 'r1')).toEqual(new Map([['b', 1]]));
  clearBallot(page, 'r1');
  expect([readBallot(page, 'r1').size, readBallot(page, 'r2').size]).toEqual([0, 1]);
});

test('what is no number of votes is passed over', () => {
  const desk = new Y.Doc();
  for (const [item, votes] of Object.entries({ a: -1, b: 1.5, c: '3', d: Infinity, e: 1e9, f: null, g: 2 })) desk.getMap('ballots').set(`r/${item}`, votes);
  expect(readBallot(desk, 'r')).toEqual(new Map([['g', 2]]));
});

test('what is voted on is what lies in the columns that were named', () => {
  const board = seededBoard();
  const inside = addNote(board, 'inside');
  const grouped = addNote(board, 'grouped');
  const outside = addNote(board, 'outside', { x: 0, y: 0 });
  const group = createGroup(board, { title: 'Together', approach: 'partnership', column: 'opportunities', notes: [grouped] });
  const of = (asked: Partial<RoundTerms>) => [...itemsOf({ ...TERMS, ...asked }, readNotes(board).notes, [...readGroups(board).values()])].sort();
  expect(of({ on: 'notes' })).toEqual([inside, grouped, outside].sort());
  expect(of({ on: 'both', columns: ['partnership/opportunities'] })).toEqual([inside, grouped, groupKey(group)].sort());
  expect(of({ on: 'groups', columns: ['partnership/obstacles'] })).toEqual([]);
});

test('participants of the sites that were named take part, facilitators where it was said, nobody who was removed', () => {
  const person = (role: 'facilitator' | 'participant' | 'viewer', site: string, removed = false) => ({ role, site, removed });
  expect(takesPart(TERMS, person('participant', 's'))).toBe(true);
  expect(takesPart(TERMS, person('participant', 's', true))).toBe(false);
  expect(takesPart(TERMS, person('viewer', 's'))).toBe(false);
  expect(takesPart({ ...TERMS, sites: ['t'] }, person('participant', 's'))).toBe(false);
  expect([takesPart(TERMS, person('facilitator', 's')), takesPart({ ...TERMS, facilitators: true }, person('facilitator', 's'))]).toEqual([false, true]);
});

test('votes on what is not voted on any more are not spent, and are taken back with the next vote, so that all newer ones count', () => {
  const desk = new Y.Doc();
  vote(desk, 'r', 'deleted', 3);
  vote(desk, 'other', 'deleted', 1);
  const there = new Set(['kept', 'also']);
  expect(spentVotes(readBallot(desk, 'r'), there)).toBe(0);
  dropStaleVotes(desk, 'r', there);
  vote(desk, 'r', 'kept', 2);
  vote(desk, 'r', 'also', 1);
  expect(spentVotes(readBallot(desk, 'r'), there)).toBe(3);
  // Also where somebody brings it back before the end.
  const all = new Set([...there, 'deleted']);
  expect(validVotes({ votes: 3, most: 3 }, { votes: readBallot(desk, 'r'), weight: 1 }, all)).toEqual(new Map([['kept', 2], ['also', 1]]));
  expect(readBallot(desk, 'other').get('deleted')).toBe(1);
});
