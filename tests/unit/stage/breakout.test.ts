import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bringBack } from '../../../shared/board/bring-back.ts';
import { createGroup, createHistory, inColumn, placeInColumn, readGroups, readNotes } from '../../../shared/board/index.ts';
import { mixGroups, startBreakout, worksIn } from '../../../shared/stage/breakout.ts';
import { readStage } from '../../../shared/stage/document.ts';
import { addColumn, renameColumn } from '../../../shared/stage/edit-structure.ts';
import { approachTexts } from '../../../shared/stage/texts.ts';
import { STRUCTURE_LIMITS } from '../../../shared/protocol/limits.ts';
import { addNote, seededBoard, seededStage } from '../../support/board.ts';

describe('a breakout', () => {
  test('gives each group a copy of the approach behind it, with its columns and prompts and without its notes', () => {
    const doc = seededStage('both');
    addColumn(doc, 'partnership', { name: 'Wishes', kind: 'ideas' });
    renameColumn(doc, 'partnership', 'obstacles', { name: 'Walls' });
    const ids = startBreakout(doc, 'partnership', [{ name: 'Évora', members: ['ana'] }, { name: ' Pécs \n', members: [] }]);
    const { approaches } = readStage(doc);
    expect(approaches.map(({ id }) => id)).toEqual(['partnership', ...ids, 'global']);
    expect(approaches[1]!.columns).toEqual(approaches[0]!.columns);
    expect(approaches[1]!.prompts).toEqual(approaches[0]!.prompts);
    expect(approaches[2]!.breakout).toEqual({ of: 'partnership', name: 'Pécs', members: [] });
    expect(approachTexts(approaches[1]!, 'pt').title).toBe('Abordagem de parceria · Évora');
  });

  test('of a site is also for who joins from there later, of a mixed group for its members alone', () => {
    const late = { id: 'late', site: 'e', role: 'participant' as const };
    expect(worksIn({ members: ['ana'], site: 'e' }, late)).toBe(true);
    expect(worksIn({ members: ['ana'], site: 'e' }, { ...late, role: 'facilitator' })).toBe(false);
    expect(worksIn({ members: ['ana'] }, late)).toBe(false);
    expect(worksIn({ members: ['ana', 'late'] }, { ...late, site: 'p' })).toBe(true);
    const doc = seededStage('both');
    startBreakout(doc, 'partnership', [{ name: 'Évora', members: ['ana'], site: 'e' }]);
    expect(readStage(doc).approaches[1]!.breakout).toEqual({ of: 'partnership', name: 'Évora', members: ['ana'], site: 'e' });
  });

  test('is not begun where the board has no room for it, or there is no such approach', () => {
    const doc = seededStage('both');
    const many = Array.from({ length: STRUCTURE_LIMITS.approaches }, (_, index) => ({ name: `${index}`, members: [] }));
    expect(startBreakout(doc, 'partnership', many)).toEqual([]);
    expect(startBreakout(doc, 'nowhere', [{ name: 'A', members: [] }])).toEqual([]);
    expect(readStage(doc).approaches).toHaveLength(2);
  });

  test('comes back as groups that say where they come from, and one undo takes that back', () => {
    const board = seededBoard();
    addNote(board, 'was here', placeInColumn(board, 'partnership', 'obstacles'));
    const first = addNote(board, 'first', placeInColumn(board, 'copy', 'obstacles'));
    addNote(board, 'second', placeInColumn(board, 'copy', 'obstacles'));
    createGroup(board, { title: 'Buses', approach: 'copy', column: 'challenges', notes: [addNote(board, 'late', placeInColumn(board, 'copy', 'challenges'))] });
    const history = createHistory(board);
    const titles = () => [...readGroups(board).values()].map(({ title, placement }) => `${placement.approach} ${placement.column} ${title}`).sort();
    history.mark();
    expect(bringBack(board, 'copy', 'partnership', [['obstacles', 'obstacles'], ['challenges', 'challenges']], 'Évora')).toBe(3);
    history.mark();
    expect(titles()).toEqual(['partnership challenges Évora: Buses', 'partnership obstacles Évora']);
    const inCopy = () => readNotes(board).notes.filter(({ placement }) => inColumn(placement) && placement.approach === 'copy').map(({ id }) => id);
    expect(inCopy()).toEqual([]);
    history.undo();
    expect(inCopy()).toContain(first);
    expect(titles()).toEqual(['copy challenges Buses']);
  });

  test('mixes people so that groups are of one size and no site sits together where it need not', () => {
    const people = fc.array(fc.constantFrom('evora', 'pecs', 'cork'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 12 }), (sites, count) => {
        const everybody = sites.map((site, index) => ({ id: `p${index}`, site }));
        const groups = mixGroups(everybody, count);
        expect(groups.flat().sort()).toEqual(everybody.map(({ id }) => id).sort());
        const sizes = groups.map((group) => group.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        for (const site of new Set(sites)) {
          const theirs = groups.map((group) => group.filter((id) => everybody[Number(id.slice(1))]!.site === site).length);
          expect(Math.max(...theirs) - Math.min(...theirs)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
