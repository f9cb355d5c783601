import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onlySite, sitesIn } from '../../../shared/report/choose-sites.ts';
import { reportAsCsv } from '../../../shared/report/csv.ts';
import { editContent, NAMELESS, NO_EDITS, REPORT_NAMES, reportEdits, sameEdits } from '../../../shared/report/edits.ts';
import { reportAsMarkdown } from '../../../shared/report/markdown.ts';
import { buildReport } from '../../../shared/report/model.ts';
import { REPORT_ORDERS } from '../../../shared/report/order.ts';
import { snapshotContent } from '../../../shared/report/content.ts';
import { inColumn } from '../../../shared/board/index.ts';
import { readCsv } from './read/csv.ts';
import { sampleContent } from './sample.ts';

const content = sampleContent();
const columns = content.approaches.flatMap((approach) => approach.columns.map((column) => ({ approach: approach.id, column: column.id })));

const edits = fc.record({
  introduction: fc.string({ maxLength: 40 }),
  conclusions: fc.string({ maxLength: 40 }),
  withoutApproaches: fc.subarray([...content.approaches.map(({ id }) => id), 'no such']),
  withoutColumns: fc.subarray([...columns, { approach: 'no', column: 'such' }]),
  withoutSites: fc.subarray([...sitesIn(content), 'Nowhere']),
  names: fc.constantFrom(...REPORT_NAMES),
  order: fc.constantFrom(...REPORT_ORDERS),
  language: fc.constantFrom('en' as const, 'pt' as const, null),
});

test('however it is edited, it stays a snapshot’s content, and what is left out and what is told are all there was', () => {
  const before = JSON.stringify(content);
  fc.assert(
    fc.property(edits, (wanted) => {
      const told = editContent(content, wanted);
      expect(snapshotContent.parse(told)).toEqual(told);
      expect(told.notes.length + told.edited!.notesLeftOut).toBe(content.notes.length);
      expect(told.approaches.length + told.edited!.approachesLeftOut).toBe(content.approaches.length);
      const ids = new Set(told.notes.map(({ id }) => id));
      expect(told.rounds.every(({ items }) => items.every(({ item }) => ids.has(item)))).toBe(true);
      const shown = new Set(told.approaches.flatMap((approach) => approach.columns.map((column) => `${approach.id}/${column.id}`)));
      const inside = told.notes.filter(({ where }) => where === 'column');
      expect(inside.every(({ placement }) => inColumn(placement) && shown.has(`${placement.approach}/${placement.column}`))).toBe(true);
    }),
  );
  expect(JSON.stringify(content)).toBe(before);
});

test('a report that nobody has edited tells what the snapshot holds', () => {
  expect({ ...editContent(content, NO_EDITS), edited: null }).toEqual(content);
});

test.each([['sites', true], ['none', false]] as const)('with names: %s, no name of a person is in it', (names, withSites) => {
  const told = JSON.stringify(editContent(content, { ...NO_EDITS, names }));
  for (const { name } of content.participants) expect(told).not.toContain(JSON.stringify(name));
  for (const { name } of content.sites) expect(told.includes(JSON.stringify(name))).toBe(withSites);
  expect(told).not.toContain(content.snapshot.savedBy);
});

test('reactions are still counted where nobody is named', () => {
  const [first, ...rest] = content.notes;
  const told = editContent({ ...content, notes: [{ ...first!, reactions: [{ kind: 'love', names: ['Ana', 'Rui'] }] }, ...rest] }, { ...NO_EDITS, names: 'none' });
  expect(told.notes[0]!.reactions).toEqual([{ kind: 'love', names: [NAMELESS, NAMELESS] }]);
});

test('what one site wrote and how it voted is told alone, and all sites together are the whole', () => {
  const sites = sitesIn(content);
  expect(sites).toEqual(['Évora', 'Iași', 'Modi’in', 'Pécs', 'Swansea', '']);
  const each = sites.map((site) => onlySite(content, site));
  each.forEach((told, index) => {
    expect(new Set(told.notes.map(({ siteName }) => siteName ?? ''))).toEqual(new Set([sites[index]]));
    expect(told.participants.every(({ siteName }) => siteName === sites[index])).toBe(true);
  });
  expect(each.flatMap(({ notes }) => notes)).toHaveLength(content.notes.length);
  const votes = (told: typeof content) => told.rounds[0]!.items.reduce((sum, { votes: given }) => sum + given, 0);
  expect(each.reduce((sum, told) => sum + votes(told), 0)).toBe(votes(content));

  const pecs = buildReport(each[3]!, 'en');
  expect(pecs.rounds[0]!.items.map(({ text, votes: given, breadth }) => [text, given, breadth])).toEqual([
    ['Dinheiro só até junho', 1, 1],
    ['Kinek a nyelvén beszélünk?', 1, 1],
  ]);
  expect([pecs.rounds[0]!.people, pecs.sites.map(({ name }) => name)]).toEqual([2, ['Pécs']]);
  expect(pecs.omissions).toEqual(['Only notes, votes and people of this site are told: Pécs.', 'Quick questions count the answers of everybody.']);
});

test('a site that is left out says nothing: no note, comment, reaction, vote or person of it; and the report says so', () => {
  const notes = content.notes.map((note, index) =>
    index > 0
      ? note
      : {
          ...note,
          comments: [
            { text: 'zqxj', authorName: 'Szűcs Tibor', siteName: 'Pécs', createdAt: 1 },
            { text: 'stays', authorName: 'Rui Serrão', siteName: 'Évora', createdAt: 1 },
          ],
          reactions: [{ kind: 'love' as const, names: ['Kőrösi Erzsébet', 'Megan Llŷr'] }],
        },
  );
  const told = editContent({ ...content, notes }, { ...NO_EDITS, withoutSites: ['Pécs', ''] });
  const json = JSON.stringify({ ...told, edited: null, board: null });
  for (const gone of ['Pécs"', 'zqxj', 'Kőrösi', 'Szűcs', 'Kinek a nyelvén']) expect(json).not.toContain(gone);
  expect(told.notes[0]!.comments.map(({ text }) => text)).toEqual(['stays']);
  expect(told.notes[0]!.reactions).toEqual([{ kind: 'love', names: ['Megan Llŷr'] }]);
  expect(told.rounds[0]!.items.map(({ votes }) => votes)).toEqual([3, 3]);
  expect(buildReport(told, 'en').omissions[0]).toBe('Left out by the facilitator: 2 sites (Pécs, No site given), with 8 notes. The snapshot still holds them.');
  expect(buildReport(editContent(content, { ...NO_EDITS, withoutSites: ['Pécs'], names: 'none' }), 'en').omissions[0]).not.toContain('Pécs');
});

test('without names of sites a result is as broad as it was, in a table without a column for each', () => {
  const [round] = buildReport(editContent(content, { ...NO_EDITS, names: 'none' }), 'en').rounds;
  expect([round!.people, round!.sites, round!.items.map(({ votes, breadth, bySite }) => [votes, breadth, bySite])]).toEqual([5, [], [[4, 3, []], [3, 2, []], [1, 1, []]]]);
});

/** One column: what is in a group among what is in none, with votes on notes, and on a group. */
function votedColumn() {
  const [first] = content.notes;
  const AT = { approach: 'partnership', column: 'opportunities' };
  const note = (id: string, order: string, group?: string) => ({ ...first!, id, text: id, placement: { ...AT, order, ...(group && { group }) }, reactions: id === 'talked' ? [{ kind: 'love' as const, names: ['Rui'] }] : [] });
  const given = (item: string, votes: number) => ({ item, text: item, votes, sites: [{ site: 'Évora', votes }] });
  return {
    ...content,
    notes: [note('quiet', 'a0'), note('weak', 'a0', 'small'), note('talked', 'a1'), note('poor', 'a0', 'big'), note('rich', 'a1', 'big'), note('strong', 'a9')],
    groups: ['small', 'big'].map((id, index) => ({ id, title: id, placement: { ...AT, order: `a${index}` } })),
    rounds: [
      { ...content.rounds[0]!, id: 'notes', items: [given('strong', 5), given('rich', 3), given('weak', 1)] },
      { ...content.rounds[0]!, id: 'groups', on: 'groups' as const, items: [given('group:big', 2)] },
    ],
  };
}

test.each([
  ['board', ['quiet', 'small: weak', 'talked', 'big: poor', 'big: rich', 'strong']],
  ['groups', ['small: weak', 'big: poor', 'big: rich', 'quiet', 'talked', 'strong']],
  ['response', ['big: rich', 'big: poor', 'small: weak', 'strong', 'talked', 'quiet']],
] as const)('in the order %s notes stand so in the report, in its table and in its text', (order, expected) => {
  const report = buildReport(editContent(votedColumn(), { ...NO_EDITS, order }), 'en');
  const [column] = report.approaches[0]!.columns;
  expect(column!.blocks.flatMap(({ title, notes }) => notes.map(({ text }) => (title === null ? text : `${title}: ${text}`)))).toEqual(expected);
  const told = expected.map((text) => text.replace(/^.*: /, ''));
  expect(column!.notes.map(({ text }) => text)).toEqual(told);
  const [head, ...rows] = readCsv(reportAsCsv(report).slice(1));
  expect(rows.map((row) => row[head!.indexOf('Text')])).toEqual(told);
  const lines = reportAsMarkdown(report).split('\n');
  expect(lines.flatMap((line) => (told.includes(line.slice(2)) ? line.slice(2) : []))).toEqual(told);
});

test('groups tell their own votes in their headings', () => {
  const markdown = reportAsMarkdown(buildReport(votedColumn(), 'en'));
  expect(markdown).toContain('#### big (2 notes · 2 votes)');
  expect(markdown).toContain('#### small (1 note)');
});

test.each([{ introduction: 'x'.repeat(6_000) }, { names: 'all' }, { order: 'random' }, { withoutColumns: [{ approach: 'a' }] }, { language: 'xx' }])('edits that make no sense are refused: %j', (wrong) => {
  expect(reportEdits.safeParse(wrong).success).toBe(false);
});

test('edits are the same in whatever order parts were left out, and differ by whatever a reader would see', () => {
  const edits = { ...NO_EDITS, withoutSites: ['Pécs', 'Évora'], withoutColumns: [{ approach: 'a', column: 'b' }, { approach: 'a', column: 'c' }] };
  expect(sameEdits(edits, { ...edits, withoutSites: ['Évora', 'Pécs'], withoutColumns: edits.withoutColumns.toReversed() })).toBe(true);
  const others = [{ introduction: 'x' }, { conclusions: ' ' }, { withoutApproaches: ['a'] }, { withoutColumns: [] }, { withoutSites: ['Pécs'] }, { names: 'none' }, { order: 'groups' }, { language: 'pt' }] as const;
  for (const other of others) expect([other, sameEdits(edits, reportEdits.parse({ ...edits, ...other }))]).toEqual([other, false]);
});
