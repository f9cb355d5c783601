import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addComment, createGroup, createNote, placeInColumn, toggleReaction } from '../../../shared/board/index.ts';
import { chartBySite, siteCharts, chartDescription, LIGHT_CHART } from '../../../shared/report/charts.ts';
import { coverOrnament } from '../../../shared/report/cover.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { reportAsMarkdown } from '../../../shared/report/markdown.ts';
import { reportTables } from '../../../shared/report/tables.ts';
import { buildReport } from '../../../shared/report/model.ts';
import { breakable } from '../../../server/reports/breakable.ts';
import { putParticipant } from '../../../shared/stage/document.ts';
import { ensureSite } from '../../../shared/stage/sites.ts';
import { findAll, readXml } from './read/xml.ts';
import { sampleContent, sampleDocuments } from './sample.ts';

const ABOUT = { id: 's', title: 'Saved', savedAt: Date.UTC(2026, 2, 12, 14, 5), savedBy: 'Ana' };

describe('the summary', () => {
  it('counts the notes of each site under each column, whatever the approach', () => {
    const { summary } = buildReport(sampleContent(), 'en');
    expect(summary.columns.map(({ title }) => title)).toEqual(['Opportunities', 'Challenges', 'Obstacles']);
    expect(summary.bySite.map(({ site, counts, total }) => ({ site, notes: counts, total }))).toEqual([
      { site: 'Évora', notes: [4, 3, 2], total: 9 },
      { site: 'Iași', notes: [2, 2, 2], total: 6 },
      { site: 'Modi’in', notes: [2, 1, 0], total: 3 },
      { site: 'Pécs', notes: [2, 2, 2], total: 6 },
      { site: 'Swansea', notes: [4, 3, 2], total: 9 },
    ]);
  });

  it('names the notes most was said to, strongest first, with what was said', () => {
    const { board, stage } = sampleDocuments();
    for (const person of ['ana', 'rui', 'noa']) toggleReaction(board, 'note18', 'important', person);
    toggleReaction(board, 'note2', 'agree', 'ana');
    addComment(board, 'note2', { text: 'Yes', author: 'rui', createdAt: 1 });
    const { strongest } = buildReport(freezeBoard(board, stage, ABOUT), 'en').summary;
    expect(strongest.map(({ note, response }) => [note.id, response])).toEqual([
      ['note12', '4 votes'],
      ['note1', '3 votes'],
      ['note26', '1 vote'],
      ['note18', '3 reactions'],
      ['note2', '1 reaction · 1 comment'],
    ]);
    expect(strongest[1]!.place).toBe('Opportunities · Partnership approach');
    expect(buildReport({ ...sampleContent(), rounds: [] }, 'en').summary.strongest).toEqual([]);
  });

  it('counts where the votes of each site went, and in which approaches', () => {
    const { votes } = buildReport(sampleContent(), 'en').summary;
    expect(votes!.byColumn.map(({ title, counts, total }) => [title, counts, total])).toEqual([
      ['Opportunities', [3, 0], 3],
      ['Challenges', [4, 1], 5],
      ['Obstacles', [0, 0], 0],
    ]);
    expect(votes!.bySite.map(({ site, counts, total }) => [site, counts, total])).toEqual([
      ['Évora', [0, 2, 0], 2],
      ['Iași', [1, 0, 0], 1],
      ['Pécs', [0, 2, 0], 2],
      ['Swansea', [2, 1, 0], 3],
    ]);
    expect(buildReport({ ...sampleContent(), rounds: [] }, 'en').summary.votes).toBeNull();
  });

  it('is whole in the text and in the tables, too', () => {
    const report = buildReport(sampleContent(), 'en');
    const markdown = reportAsMarkdown(report);
    for (const line of ['| Évora | 4 | 3 | 2 | 9 |', '| Swansea | 2 | 1 | 0 | 3 |', '| Challenges | 4 | 1 | 5 |', '## Where sites agree', '**Dinheiro só até junho**']) expect(markdown).toContain(line);
    const tables = new Map(reportTables(report).map(({ name, rows }) => [name, rows]));
    expect(tables.get('Votes by site and column')).toContainEqual(['Swansea', 2, 1, 0, 3]);
    expect(tables.get('At a glance')).toContainEqual(['Partnership approach', 'Challenges', 6, 4]);
    expect(tables.get('The strongest notes')![0]).toEqual(['Dinheiro só até junho', 'Challenges · Partnership approach', 'Rui Serrão', 'Évora', '4 votes', 'note12']);
  });

  it('says which themes and columns sites share, and which site leans where', () => {
    const { board, stage } = sampleDocuments();
    const group = createGroup(board, { title: 'One library for all', approach: 'partnership', column: 'opportunities', notes: ['note0', 'note1', 'note2'] });
    expect(group).toBeDefined();
    const ids = ['a', 'b', 'c', 'd'];
    ensureSite(stage, 'Girona', {}, { id: 'girona', at: 1 });
    putParticipant(stage, { id: 'jordi', name: 'Jordi', site: 'girona', role: 'participant', language: 'en', joinedAt: 1 });
    for (const id of ids) {
      createNote(board, { id, text: id, color: 'sun', author: 'jordi', createdAt: 1, language: 'en', placement: placeInColumn(board, 'global', 'obstacles') });
    }
    const { agree, differ } = buildReport(freezeBoard(board, stage, ABOUT), 'en').summary;
    expect(agree[0]).toBe('“One library for all” (Opportunities · Partnership approach) brings together 3 notes from 3 of 6 sites.');
    expect(differ[0]).toMatch(/^Girona: 100% of its notes are under Obstacles, of everybody’s notes \d+%\.$/);
    for (const sentence of buildReport(freezeBoard(board, stage, ABOUT), 'pt').summary.differ) expect(sentence).not.toMatch(/undefined|NaN/);
  });

  it('compares nothing where nobody says from where they write', () => {
    const content = sampleContent();
    const nowhere = { ...content, notes: content.notes.map((note) => ({ ...note, siteName: null })) };
    expect(buildReport(nowhere, 'en').summary).toMatchObject({ bySite: [], agree: [], differ: [] });
  });
});

describe('the pictures of the summary', () => {
  it('say each number in the chart, and the whole of it in words', () => {
    const report = buildReport(sampleContent(), 'en');
    const [notes, votes] = siteCharts(report);
    const chart = readXml(chartBySite(report, notes!, LIGHT_CHART));
    expect(chart.attributes['aria-label']).toBe('Notes by site and column: Évora 9, Iași 6, Modi’in 3, Pécs 6, Swansea 9.');
    expect(chart.attributes['aria-label']).toBe(chartDescription(report, notes!));
    expect(chartDescription(report, votes!)).toBe('Votes by site and column: Évora 2, Iași 1, Pécs 2, Swansea 3.');
    const words = findAll(chart, ({ name }) => name === 'text').map(({ text }) => text);
    expect(words).toEqual(expect.arrayContaining(['Évora', '9', 'Swansea', 'Opportunities', '4', '3', '2']));
  });

  it('have a square for each note in a column, however many', () => {
    const squares = (svg: string) => findAll(readXml(svg), ({ name, attributes }) => name === 'rect' && attributes['stroke'] !== undefined);
    expect(squares(coverOrnament(buildReport(sampleContent(), 'en'))!)).toHaveLength(35);
    const content = sampleContent();
    const many = Array.from({ length: 2_000 }, (_, index) => ({ ...content.notes[0]!, id: String(index) }));
    const crowded = coverOrnament(buildReport({ ...content, notes: many }, 'en'))!;
    expect(squares(crowded)).toHaveLength(2_000);
    for (const { attributes } of squares(crowded)) expect(Number(attributes['y'])).toBeGreaterThanOrEqual(0);
    expect(coverOrnament({ approaches: [] })).toBeNull();
    const heightOf = (svg: string) => Number(readXml(svg).attributes['viewBox']!.split(' ')[3]);
    const few = coverOrnament(buildReport({ ...content, notes: content.notes.slice(0, 3) }, 'en'))!;
    expect(heightOf(few)).toBeLessThan(heightOf(crowded) / 2);
  });
});

it('a word too wide for a line may be broken anywhere between its characters, and is otherwise left as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      expect(breakable(text).replaceAll('\u200b', '')).toBe(text.replaceAll('\u200b', ''));
    }),
  );
  expect(breakable('Közös programok')).toBe('Közös programok');
  expect(breakable('W'.repeat(40))).toBe(Array.from({ length: 40 }, () => 'W').join('\u200b'));
});
