import { describe, expect, test } from 'vitest';
import { choicesAmong, commentFound, isAsking, markHits, NO_QUERY, queryWords, searchNotes, snippet, type Query, type Surroundings } from '../../../client/finding/search.ts';
import type { Note } from '../../../shared/board/index.ts';
import { NOTHING_SAID } from '../../support/board.ts';

const person = (id: string, name: string, site: string) => ({ id, name, site, role: 'participant' as const, language: 'en' as const, joinedAt: 0 });
const place = (id: string, name: string) => ({ id, name, country: '', language: '', headcount: 0, headcountBy: null, color: 'teal' as const, pattern: 'plain' as const });
const board: Surroundings = {
  groups: [{ id: 'transport', title: 'Getting about' }],
  participants: new Map(
    [person('ana', 'Ana Sousa', 'evora'), person('bela', 'Kovács Béla', 'pecs'), person('carys', 'Carys Llŷr', 'swansea')].map((each) => [each.id, each]),
  ),
  sites: new Map([
    ['evora', place('evora', 'Évora')],
    ['pecs', place('pecs', 'Pécs')],
    ['swansea', place('swansea', 'Swansea')],
    ['iasi', place('iasi', 'Iași')],
  ]),
};

let count = 0;
function note(text: string, author: string | null = 'ana'): Note {
  count += 1;
  return { id: `n${count}`, text, author, color: 'sun', createdAt: 0, language: 'en', placement: { x: 0, y: 0 }, ...NOTHING_SAID };
}

const find = (notes: Note[], query: Partial<Query>) => searchNotes(notes, board, { ...NO_QUERY, ...query }).map(({ text }) => text);

describe('a search', () => {
  test.each([
    ['Portuguese', 'Uma ligação à câmara', 'ligacao camara'],
    ['Hungarian', 'Közös időpont a könyvtárral', 'IDOPONT konyvtar'],
    ['Romanian, with either mark under s and t', 'Școală și ţară', 'scoala si tara'],
    ['Catalan, with the flying point or without', 'El col·legi intel·ligent', 'collegi intelligent'],
    ['Catalan, as the query has it', 'El collegi', 'col·legi'],
    ['Welsh', 'Tŷ a dŵr', 'ty dwr'],
    ['Italian, with either apostrophe', 'L’università è qui', "l'universita e"],
    ['letters that are one sign elsewhere', 'Die große Œuvre', 'GROSSE oeuvre'],
    ['marks that stand apart from their letter', 'E\u0301vora', 'évora'],
    ['ligatures and wide letters of pasted text', 'ﬁne ＡＢＣ', 'fine abc'],
  ])('finds %s', (_what, text, query) => {
    expect(find([note(text, null), note('something else', null)], { text: query })).toEqual([text]);
  });

  test('finds words within words, in any order, each somewhere in note, author or site', () => {
    const notes = [note('A bus for the market'), note('The bus stop', 'bela'), note('Market day', 'bela')];
    expect(find(notes, { text: 'mark bus' })).toEqual(['A bus for the market']);
    expect(find(notes, { text: 'bela' })).toEqual(['The bus stop', 'Market day']);
    expect(find(notes, { text: 'pecs bus' })).toEqual(['The bus stop']);
    expect(find(notes, { text: 'evora' })).toEqual(['A bus for the market']);
  });

  test('finds notes by their group and by what was said about them', () => {
    const inGroup: Note = { ...note('A bus'), placement: { approach: 'a', column: 'c', order: 'a0', group: 'transport' } };
    const said = (text: string) => ({ id: text, author: 'bela', text, createdAt: 0, language: null, edited: false });
    const discussed: Note = { ...note('The market'), comments: [said('On Saturdays?'), said('A közös busz')] };
    const notes = [inGroup, discussed, note('Something else')];
    expect(find(notes, { text: 'getting' })).toEqual(['A bus']);
    expect(find(notes, { text: 'bus' })).toEqual(['A bus', 'The market']);
    expect(find(notes, { text: 'market kozos' })).toEqual(['The market']);
    expect(find(notes, { text: 'bus about' })).toEqual(['A bus']);
    // The comment is shown where the note itself does not say it.
    expect(commentFound(discussed, ['market', 'kozos'])?.text).toBe('A közös busz');
    expect(commentFound(discussed, ['market'])).toBeUndefined();
  });

  test('finds nothing when nothing is asked, also with blanks, and keeps the order given', () => {
    const notes = [note('b'), note('a b'), note('c')];
    expect(isAsking({ ...NO_QUERY, text: ' \n ' })).toBe(false);
    expect(find(notes, { text: '  ' })).toEqual([]);
    expect(find(notes, { text: 'b' })).toEqual(['b', 'a b']);
  });

  test('is narrowed to an author or a site, with words or without', () => {
    const notes = [note('one'), note('two', 'bela'), note('three', null), note('one more', 'bela')];
    expect(find(notes, { author: 'bela' })).toEqual(['two', 'one more']);
    expect(find(notes, { author: 'bela', text: 'one' })).toEqual(['one more']);
    expect(find(notes, { site: 'evora' })).toEqual(['one']);
    expect(find(notes, { site: 'evora', author: 'bela' })).toEqual([]);
  });

  test('takes signs of patterns for what they are', () => {
    expect(find([note('50 % (a.b)*'), note('50')], { text: '% (a.b)*' })).toEqual(['50 % (a.b)*']);
  });

  test('offers the authors and sites that have notes, by name', () => {
    const notes = [note('1', 'bela'), note('2'), note('3', 'gone'), note('4', null), note('5', 'bela')];
    expect(choicesAmong(notes, board)).toEqual({
      authors: [
        { id: 'ana', name: 'Ana Sousa' },
        { id: 'bela', name: 'Kovács Béla' },
      ],
      sites: [
        { id: 'evora', name: 'Évora' },
        { id: 'pecs', name: 'Pécs' },
      ],
    });
  });
});

describe('what was found is marked', () => {
  const marked = (text: string, query: string) => markHits(text, queryWords(query)).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

  test('in the original, with its accents', () => {
    expect(marked('Évora e ÉVORA', 'evora')).toBe('[Évora] e [ÉVORA]');
    expect(marked('E\u0301vora', 'evora')).toBe('[E\u0301vora]');
    expect(marked('El col·legi', 'collegi')).toBe('El [col·legi]');
  });

  test('once where words overlap or touch, and all of a letter of which half was found', () => {
    expect(marked('bananas', 'banana nanas')).toBe('[bananas]');
    expect(marked('große', 's')).toBe('gro[ß]e');
  });

  test('and nothing else is changed, whatever the text', () => {
    for (const text of ['', 'x', '👩‍🌾 grows 🌾', 'ﬁ ﬁ', 'İstanbul', 'a\nb\tc']) {
      expect(markHits(text, queryWords('i a 🌾 fi')).map((piece) => piece.text).join('')).toBe(text);
    }
  });

  test('in the part of a long text where it stands', () => {
    const text = `${'word '.repeat(100)}needle ${'word '.repeat(100)}`;
    const shown = snippet(text, ['needle']);
    expect(shown.some((piece) => piece.hit && piece.text === 'needle')).toBe(true);
    expect(shown[0]).toEqual({ text: '… ', hit: false });
    expect(shown.at(-1)?.text.endsWith('…')).toBe(true);
    expect(shown.map((piece) => piece.text).join('').length).toBeLessThan(240);
    expect(snippet('short needle', ['needle']).map((piece) => piece.text)).toEqual(['short ', 'needle']);
  });
});
