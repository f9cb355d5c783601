import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { resources } from '../../../client/i18n/resources.ts';
import { changesAround, type Around } from '../../../client/news/around.ts';
import { createGatherer, type NewsItem } from '../../../client/news/gather.ts';
import { tell, tellAround } from '../../../client/news/tell.ts';
import type { Loudness } from '../../../client/settings/preferences.ts';
import type { Note } from '../../../shared/board/index.ts';
import type { StageApproach } from '../../../shared/stage/document.ts';
import { NOTHING_SAID } from '../../support/board.ts';

const under = (column: string, order = 'a0') => ({ approach: 'partnership', column, order });
const note = (id: string, change: Partial<Note> = {}): Note => ({
  id,
  text: `text of ${id}`,
  color: 'sun',
  author: 'bela',
  createdAt: 0,
  language: 'en',
  placement: under('obstacles'),
  ...NOTHING_SAID,
  ...change,
});

/** A board on which others do things before the eyes of Ana, whose participant id is `ana`. */
function board(...initial: Note[]) {
  const notes = new Map(initial.map((each) => [each.id, each]));
  const gatherer = createGatherer('ana', initial, (id) => notes.get(id));
  return {
    gatherer,
    put(by: string | null, ...changed: Note[]) {
      for (const each of changed) notes.set(each.id, each);
      gatherer.take(changed.map(({ id }) => id), by, true);
    },
    remove(by: string | null, id: string) {
      notes.delete(id);
      gatherer.take([id], by, true);
    },
    hand: (open: string[] = []) => gatherer.hand((id) => open.includes(id)),
  };
}

const happenings = (items: NewsItem[]) => items.map((item) => [item.note.id, ...item.happenings]);

describe('what others do is gathered', () => {
  it('each note once, in sum, and then forgotten', () => {
    const { put, hand } = board(note('old'));
    put('bela', note('new'));
    put('bela', note('new', { text: 'better' }));
    put('bela', note('old', { placement: under('challenges'), text: 'other' }));
    expect(happenings(hand())).toEqual([['new', 'came'], ['old', 'moved', 'edited']]);
    expect(hand()).toEqual([]);
  });

  it('without one’s own acts, from another page too', () => {
    const { put, remove, hand, gatherer } = board(note('old'), note('other'));
    put('ana', note('new'), note('old', { text: 'mine now' }));
    put('bela', note('other', { text: 'edited' }));
    remove('ana', 'other');
    expect(hand()).toEqual([]);
    expect(gatherer.waits()).toBe(false);
  });

  it('but not what came to nothing: a note that came and went, one that went and is back', () => {
    const { put, remove, hand } = board(note('old'));
    put('bela', note('new'));
    remove('bela', 'new');
    remove('bela', 'old');
    put('bela', note('old'));
    expect(hand()).toEqual([]);
  });

  it('of a note in which somebody is still writing nothing is told before they are done', () => {
    const { put, hand, gatherer } = board();
    put('bela', note('new', { text: '' }));
    expect(hand()).toEqual([]);
    put('bela', note('new', { text: 'half a sen' }));
    expect(hand(['new'])).toEqual([]);
    expect(gatherer.waits()).toBe(true);
    expect(happenings(hand())).toEqual([['new', 'came']]);
  });

  it('with who did it, where it was one person', () => {
    const { put, hand } = board(note('a'), note('b'));
    put('bela', note('a', { text: 'x' }), note('b', { text: 'y' }));
    put('carys', note('b', { text: 'z' }));
    expect(hand().map(({ by }) => by)).toEqual(['bela', null]);
  });
});

const i18n = i18next.createInstance();
await i18n.init({ lng: 'en', resources, ns: ['news'], interpolation: { escapeValue: false } });

const said = (loudness: Loudness, items: NewsItem[]) =>
  tell(items, loudness, {
    t: i18n.getFixedT('en', 'news'),
    placeName: (_approach, column) => ({ obstacles: 'Obstacles', challenges: 'Challenges' })[column] ?? column,
    name: (id) => ({ bela: 'Béla', carys: 'Carys' })[id ?? ''] ?? null,
  });

describe('what others did is told', () => {
  const moved = (id: string, by: string | null = 'bela'): NewsItem => ({ note: note(id), happenings: new Set(['moved']), by, mine: false });
  const came = (id: string, column = 'obstacles'): NewsItem => ({ note: note(id, { placement: under(column) }), happenings: new Set(['came']), by: 'bela', mine: false });
  const mine: NewsItem = { note: note('m', { author: 'ana', text: 'Who pays?' }), happenings: new Set(['edited']), by: 'bela', mine: true };

  it('in summaries: how many, where, by whom, and one’s own notes first', () => {
    expect(said('batches', [came('1'), came('2'), came('3'), came('4'), moved('5'), moved('6'), mine])).toBe(
      'Béla edited a note of yours: “Who pays?”. 4 new notes under Obstacles. Béla moved 2 notes.',
    );
    expect(said('batches', [moved('1'), moved('2', 'carys')])).toBe('2 notes moved.');
  });

  it('in full, but of many only the number', () => {
    expect(said('all', [came('1')])).toBe('Béla added under Obstacles: “text of 1”.');
    expect(said('all', ['1', '2', '3', '4', '5'].map((id) => came(id)))).toBe('5 new notes under Obstacles.');
  });

  it('with what has become of actions', () => {
    const action = { owner: null, due: null, done: false } as unknown as Note['action'];
    const { put, hand } = board(note('a'), note('b', { action }));
    put('bela', note('a', { action }), note('b', { action: { ...action!, due: '2026-12-01' } }));
    const items = hand();
    expect(happenings(items)).toEqual([['a', 'tagged'], ['b', 'planned']]);
    expect(said('all', items)).toBe('Béla made “text of a” an action. Béla changed the action “text of b”.');
    expect(said('batches', items)).toBe('Béla made 1 note an action.');
  });

  it('only of one’s own notes, or not at all', () => {
    expect(said('mine', [came('1'), moved('2'), mine])).toBe('Béla edited a note of yours: “Who pays?”.');
    expect(said('mine', [came('1')])).toBe('');
    expect(said('off', [mine])).toBe('');
  });

  it('shortly even when forty people write everywhere', () => {
    const columns = ['a', 'b', 'c', 'd', 'e', 'f'];
    const flood = Array.from({ length: 240 }, (_, index) => came(String(index), columns[index % 6]));
    expect(said('batches', flood)).toBe('240 new notes in 6 places.');
    const own = Array.from({ length: 30 }, () => mine);
    expect(said('all', own)).toBe('Béla edited 30 notes of yours.');
  });
});

describe('what others did to groups, approaches and columns', () => {
  const approach = (id: string, ...columns: string[]) => ({ id, columns: columns.map((name, index) => ({ id: `${index}`, kind: 'obstacles', name })) }) as unknown as StageApproach;
  const around = (groups: Record<string, string>, ...approaches: StageApproach[]): Around => ({ groups: new Map(Object.entries(groups)), approaches });
  const names = { approach: ({ id }: StageApproach) => `the ${id}`, column: (_approach: StageApproach, { name }: { name?: string | undefined }) => name ?? '' };
  const heard = (before: Around, after: Around, loudness: Loudness = 'batches') => tellAround(changesAround(before, after, names), loudness, { t: i18n.getFixedT('en', 'news') });

  it('is told by name: what is new, has another name, or has gone', () => {
    const before = around({ g1: 'Schools', g2: 'Roads' }, approach('partnership', 'Hopes', 'Fears'));
    const after = around({ g2: 'Streets', g3: '' }, approach('partnership', 'Hopes', 'Doubts'), approach('global', 'Any'));
    expect(heard(before, around({ g2: 'Streets' }, ...before.approaches))).toBe('The group “Schools” has been taken away. The group “Roads” is now called “Streets”.');
    expect(heard(before, { ...before, approaches: after.approaches })).toBe(
      'New approach: “the global”. The column “Fears” is now called “Doubts”.',
    );
    expect(heard(before, { ...before, groups: after.groups })).toContain('New group: “without a name”.');
  });

  it('of an approach with its columns once, of many things only the number, and not where one’s own notes are all one wants to hear of', () => {
    const before = around({}, approach('partnership', 'Hopes'), approach('global', 'Any', 'More'));
    expect(heard(before, around({}, approach('partnership', 'Hopes')))).toBe('The approach “the global” has been removed; its notes are set aside.');
    expect(heard(around({}), around({ a: 'A', b: 'B', c: 'C', d: 'D', e: 'E' }))).toBe('5 changes to groups and columns.');
    expect(heard(before, around({}), 'mine') + heard(before, around({}), 'off') + heard(before, before)).toBe('');
  });
});
