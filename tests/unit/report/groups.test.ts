import { expect, test } from 'vitest';
import { createGroup, readNotes } from '../../../shared/board/index.ts';
import { layOut } from '../../../shared/board/layout.ts';
import { snapshotContent } from '../../../shared/report/content.ts';
import { reportAsCsv } from '../../../shared/report/csv.ts';
import { freezeBoard } from '../../../shared/report/freeze.ts';
import { reportAsMarkdown } from '../../../shared/report/markdown.ts';
import { buildReport } from '../../../shared/report/model.ts';
import { boardPicture } from '../../../shared/report/picture.ts';
import { readCsv } from './read/csv.ts';
import { sampleDocuments } from './sample.ts';

const AT = { approach: 'partnership', column: 'opportunities' };

/** The sample workshop with two groups in its first column, one of them without a name. */
function grouped() {
  const { board, stage } = sampleDocuments();
  const ids = readNotes(board)
    .notes.filter(({ placement }) => 'column' in placement && placement.approach === AT.approach && placement.column === AT.column)
    .map(({ id }) => id)
    .sort();
  createGroup(board, { ...AT, title: 'Places & *people*', notes: ids.slice(0, 3) });
  createGroup(board, { ...AT, title: '', notes: ids.slice(3, 5) });
  const content = freezeBoard(board, stage, { id: 's', title: '', savedAt: 0, savedBy: 'Ana' });
  return { content: snapshotContent.parse(JSON.parse(JSON.stringify(content))), ids };
}

test('a report tells groups with their notes, and the notes in none after them', () => {
  const { content, ids } = grouped();
  const column = buildReport(content, 'en').approaches[0]!.columns[0]!;
  expect(column.blocks.map(({ title, notes }) => [title, notes.map(({ id }) => id)])).toEqual([
    ['Places & *people*', ids.slice(0, 3)],
    ['Group without a name', ids.slice(3, 5)],
    [null, column.notes.slice(5).map(({ id }) => id)],
  ]);
  expect(buildReport(content, 'pt').approaches[0]!.columns[0]!.blocks[1]!.title).toBe('Grupo sem nome');
});

test('Markdown has a heading for each group, CSV its name in each row', () => {
  const { content, ids } = grouped();
  const report = buildReport(content, 'en');
  const headings = reportAsMarkdown(report).split('\n').filter((line) => line.startsWith('####'));
  expect(headings.slice(0, 3)).toEqual([
    String.raw`#### Places \& \*people\* (3 notes)`,
    '#### Group without a name (2 notes)',
    expect.stringMatching(/^#### In no group \(\d+ notes\)$/),
  ]);
  const [head, ...rows] = readCsv(reportAsCsv(report).slice(1));
  const group = head!.indexOf('Group');
  expect(rows.find((row) => row[0] === ids[0])![group]).toBe('Places & *people*');
  expect(rows.filter((row) => row[group] !== '')).toHaveLength(5);
});

test('the picture frames each group where the canvas has it', () => {
  const { content } = grouped();
  const blocks = layOut(content.approaches, content.notes, content.groups).approaches[0]!.columns[0]!.blocks.filter(({ group }) => group !== null);
  const svg = boardPicture(content, 'en');
  expect(blocks).toHaveLength(2);
  for (const { x, y, width, height } of blocks) expect(svg).toContain(`<rect x="${x}" y="${y}" width="${width}" height="${height}"`);
  expect(svg).toContain('Places &amp; *people*');
});

test('a snapshot from before there were groups is told as it was', () => {
  const { content } = grouped();
  const { groups: _, ...older } = content;
  expect(buildReport(snapshotContent.parse(older), 'en').approaches[0]!.columns[0]!.blocks.map(({ title }) => title)).toEqual([null]);
});
