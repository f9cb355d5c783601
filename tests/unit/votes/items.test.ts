import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byVotes, tallyOfSite } from '../../../client/votes/items.ts';
import { groupKey } from '../../../shared/board/index.ts';
import { count, type Ballot } from '../../../shared/desk/count.ts';
import type { Round, Tally } from '../../../shared/stage/rounds.ts';

const tally: Tally = {
  items: [
    { item: 'a', votes: 5, bySite: { evora: 1, pecs: 4 } },
    { item: 'b', votes: 3, bySite: { evora: 3 } },
    { item: groupKey('g'), votes: 1, bySite: { pecs: 1 } },
  ],
  voters: { evora: 2, pecs: 3 },
};

test('the votes of one site are its own ranking, with its own voters', () => {
  expect(tallyOfSite(tally, 'evora')).toEqual({
    items: [
      { item: 'b', votes: 3, bySite: { evora: 3 } },
      { item: 'a', votes: 1, bySite: { evora: 1 } },
    ],
    voters: { evora: 2 },
  });
  expect(tallyOfSite(tally, 'nowhere')).toEqual({ items: [], voters: {} });
});

test('they are what a count of that site’s ballots alone gives', () => {
  const items = ['a', 'b', 'c'];
  const ballot = fc.record({ site: fc.constantFrom('evora', 'pecs'), votes: fc.dictionary(fc.constantFrom(...items), fc.integer({ min: 1, max: 4 })) });
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 8 }), (drawn) => {
      const ballots: Ballot[] = drawn.map(({ site, votes }, index) => ({ participant: `p${index}`, site, weight: 1, votes: new Map(Object.entries(votes)) }));
      const all = count({ votes: 5, most: 3 }, ballots, new Set(items));
      const theirs = count({ votes: 5, most: 3 }, ballots.filter(({ site }) => site === 'pecs'), new Set(items));
      const narrowed = tallyOfSite(all, 'pecs');
      const sorted = ({ items: ranked }: Tally) => [...ranked].sort((a, b) => (a.item < b.item ? -1 : 1));
      expect([sorted(narrowed), narrowed.voters]).toEqual([sorted(theirs), theirs.voters]);
      expect(narrowed.items.map(({ votes }) => votes)).toEqual(theirs.items.map(({ votes }) => votes));
    }),
  );
});

test('a group stands by its own votes and those of what is in it', () => {
  const round = { tally } as Round;
  expect(byVotes(round, ['c', 'b', 'a', groupKey('g')], new Map([[groupKey('g'), ['d']]]))).toEqual(['a', 'b', groupKey('g'), 'c']);
  expect(byVotes(round, ['b', groupKey('g')], new Map([[groupKey('g'), ['a']]]))).toEqual([groupKey('g'), 'b']);
});
