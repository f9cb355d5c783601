import { expect, test } from 'vitest';
import { holdPlaces, type Held, type Places } from '../../../client/board/held-places.ts';
import type { Person } from '../../../client/session/hooks.ts';

const person = (name: string, site: string, self = false): Person => ({ participant: name, name, site, siteId: site, language: 'en', role: 'participant', self });
const names = ({ here, away }: Places) => [here, away].map((people) => people.map(({ name, site }) => `${name} (${site})`));

const ana = person('Ana', 'Évora', true);
const bela = person('Béla', 'Pécs');
const dilys = person('Dilys', 'Swansea');
const held: Held = { participant: 'Béla', site: 'Pécs', part: 'here' };

test('somebody about whom something is being done keeps their place while they are away and when they are back', () => {
  const before = { here: [ana, bela, dilys], away: [] };
  const gone = { here: [ana, dilys], away: [bela] };
  expect(names(holdPlaces(before, [held]))).toEqual(names(before));
  expect(names(holdPlaces(gone, [held]))).toEqual(names(before));
  expect(names(holdPlaces(gone, []))).toEqual(names(gone));
  expect(names(holdPlaces(before, [{ ...held, part: 'away' }]))).toEqual(names(gone));
});

test('a site that gets another name meanwhile does not take the row into another section', () => {
  const renamed = { here: [ana, person('Béla', 'Szeged'), dilys], away: [] };
  expect(names(holdPlaces(renamed, [held]))).toEqual([['Ana (Évora)', 'Béla (Pécs)', 'Dilys (Swansea)'], []]);
});

test('who was removed is held no longer, and nobody else is touched', () => {
  expect(names(holdPlaces({ here: [ana], away: [dilys] }, [held]))).toEqual([['Ana (Évora)'], ['Dilys (Swansea)']]);
});
