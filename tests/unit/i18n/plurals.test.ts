import { expect, test } from 'vitest';
import { wordsOf } from '../../support/words.ts';

test('numbers and nouns agree as in the countries of our readers', () => {
  const said = (language: 'en' | 'pt') => [0, 1, 2, 1_000_000].map((count) => wordsOf(language)('history:notes', { count }));
  expect(said('en')).toEqual(['0 notes', '1 note', '2 notes', '1000000 notes']);
  expect(said('pt')).toEqual(['0 notas', '1 nota', '2 notas', '1000000 notas']);
});
