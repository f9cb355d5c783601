import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fairOrder, shuffled, type Share } from '../../../shared/desk/fair-order.ts';

const share = (participant: string, site: string, ...notes: string[]): Share<string> => ({ participant, site, notes });

test('sites take turns, and within a site its people do', () => {
  const inOrder = fairOrder([share('a', 'Évora', 'a1', 'a2'), share('b', 'Évora', 'b1'), share('c', 'Swansea', 'c1', 'c2', 'c3')], 'seed');
  // Whoever begins, every second note is of the other site while both have some.
  const sites = inOrder.map((note) => (note.startsWith('c') ? 'Swansea' : 'Évora'));
  expect(sites.every((site, index) => index === 0 || site !== sites[index - 1])).toBe(true);
  expect(inOrder.filter((note) => note.startsWith('a'))).toEqual(['a1', 'a2']);
});

const shares = fc.uniqueArray(fc.record({ participant: fc.string({ minLength: 1 }), site: fc.constantFrom('s', 't', 'u'), count: fc.nat(5) }), {
  selector: ({ participant }) => participant,
});

test('nothing is lost, nobody waits longer than a round, and neither arrival nor counting again changes the order', () => {
  fc.assert(
    fc.property(shares, fc.string(), fc.nat(), (people, seed, rotation) => {
      const all = people.map(({ participant, site, count }) => share(participant, site, ...Array.from({ length: count }, (_, index) => `${participant}/${index}`)));
      const inOrder = fairOrder(all, seed);
      expect([...inOrder].sort()).toEqual(all.flatMap(({ notes }) => notes).sort());
      const turned = [...all.slice(rotation % (all.length || 1)), ...all.slice(0, rotation % (all.length || 1))];
      expect(fairOrder(turned, seed)).toEqual(inOrder);
      // Within the first turn of all sites each site with notes is heard once.
      const first = new Set(all.filter(({ notes }) => notes.length > 0).map(({ site }) => site));
      const siteOf = new Map(all.flatMap(({ site, notes }) => notes.map((note) => [note, site] as const)));
      expect(new Set(inOrder.slice(0, first.size).map((note) => siteOf.get(note)))).toEqual(first);
    }),
  );
});

test('who begins is not who is first by name', () => {
  const first = new Set(Array.from({ length: 40 }, (_, index) => fairOrder([share('a', 'A', 'a'), share('b', 'B', 'b')], `board ${index}`)[0]));
  expect(first).toEqual(new Set(['a', 'b']));
  const drawn = Array.from({ length: 40 }, (_, index) => shuffled([{ id: 'a' }, { id: 'b' }], `board ${index}`)[0]!.id);
  expect(new Set(drawn)).toEqual(new Set(['a', 'b']));
});
