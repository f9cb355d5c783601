import { describe, expect, it } from 'vitest';
import { arrange, listOf, locate, neighbour, notesOf } from '../../../client/columns/lists.ts';
import { indexBefore } from '../../../client/session/places.ts';
import type { Group, Note, Placement } from '../../../shared/board/index.ts';
import type { StageApproach } from '../../../shared/stage/document.ts';
import { NOTHING_SAID } from '../../support/board.ts';

const approaches: StageApproach[] = [
  {
    id: 'global',
    template: 'global',
    order: 'a0',
    columns: [
      { id: 'opportunities', kind: 'opportunities' },
      { id: 'obstacles', kind: 'obstacles' },
    ],
    prompts: [],
    materials: [],
  },
];

function note(id: string, placement: Placement, createdAt = 0): Note {
  return { id, text: id, color: 'sun', author: null, createdAt, language: 'en', placement, ...NOTHING_SAID };
}
const under = (column: string, order: string, approach = 'global') => ({ approach, column, order });

describe('the lists of the columns view', () => {
  const notes = [
    note('b', under('opportunities', 'a1')),
    note('a', under('opportunities', 'a0')),
    note('late', { x: 0, y: 0 }, 2),
    note('early', { x: 9, y: 9 }, 1),
    note('lost', under('gone', 'a0', 'old')),
  ];
  const lists = arrange(approaches, notes, []);

  it('has every column, in order, and what lies in none', () => {
    expect(Object.fromEntries(lists.columns)).toEqual({ 'global/opportunities': ['a', 'b'], 'global/obstacles': [] });
    expect(lists.free).toEqual(['early', 'late']);
    expect(lists.aside).toEqual(['lost']);
  });

  it('stays the same object while no note comes, goes or moves', () => {
    const written = notes.map((each) => ({ ...each, text: `${each.text}!` }));
    expect(arrange(approaches, written, [], lists)).toBe(lists);
  });

  it('keeps the lists that did not change when one does', () => {
    const next = arrange(approaches, [...notes, note('c', under('obstacles', 'a0'))], [], lists);
    expect(next).not.toBe(lists);
    expect(listOf(next, 'global/opportunities')).toBe(listOf(lists, 'global/opportunities'));
    expect(locate(next, 'c')).toEqual({ key: 'global/obstacles', index: 0 });
  });

  it('names the next note as neighbour of one that went, else the one before, else none', () => {
    const without = (...ids: string[]) => arrange(approaches, notes.filter((each) => !ids.includes(each.id)), []);
    expect(neighbour(lists, without('a'), 'a')).toBe('b');
    expect(neighbour(lists, without('b'), 'b')).toBe('a');
    expect(neighbour(lists, without('a', 'b'), 'b')).toBeNull();
  });
});

describe('groups in the lists', () => {
  const groups: Group[] = [{ id: 'g', title: 'G', placement: under('opportunities', 'a1') }];
  const inGroup = (order: string) => ({ ...under('opportunities', order), group: 'g' });
  const notes = [note('first', under('opportunities', 'a0')), note('y', inGroup('a1')), note('x', inGroup('a0')), note('last', under('opportunities', 'a2'))];
  const lists = arrange(approaches, notes, groups);

  it('stand in their column as one entry, and have their notes in order', () => {
    expect(listOf(lists, 'global/opportunities')).toEqual(['first', 'group:g', 'last']);
    expect(listOf(lists, 'group:g')).toEqual(['x', 'y']);
    expect(notesOf(lists, 'global/opportunities')).toEqual(['first', 'x', 'y', 'last']);
    expect(locate(lists, 'y')).toEqual({ key: 'group:g', index: 1 });
    expect(locate(lists, 'group:g')).toEqual({ key: 'global/opportunities', index: 1 });
  });

  it('stay the same objects while nothing in them changes', () => {
    const next = arrange(approaches, [...notes, note('new', under('obstacles', 'a0'))], groups, lists);
    expect(listOf(next, 'group:g')).toBe(listOf(lists, 'group:g'));
    expect(arrange(approaches, notes, groups, lists)).toBe(lists);
  });

  it('leave the focus to their first note when they are dissolved, and are no neighbour of a note that goes', () => {
    const dissolved = arrange(approaches, [note('first', under('opportunities', 'a0')), note('x', under('opportunities', 'a1'))], []);
    expect(neighbour(lists, dissolved, 'group:g')).toBe('x');
    const without = arrange(approaches, notes.filter(({ id }) => id !== 'first'), groups);
    expect(neighbour(lists, without, 'first')).toBe('last');
  });
});

describe('a note that moves one place earlier', () => {
  it('goes before the one in front of it', () => {
    expect(indexBefore(['a0', 'a1', 'a2'], 2)).toBe(1);
    expect(indexBefore(['a0'], 0)).toBe(0);
  });

  it('goes before all notes of an equal order, between which there is no place', () => {
    expect(indexBefore(['a0', 'a1', 'a1', 'a2'], 3)).toBe(1);
  });
});
