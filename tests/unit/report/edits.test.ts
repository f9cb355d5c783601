import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editContent, NAMELESS, NO_EDITS, REPORT_NAMES, REPORT_ORDERS, reportEdits } from '../../../shared/report/edits.ts';
import { snapshotContent } from '../../../shared/report/content.ts';
import { inColumn } from '../../../shared/board/index.ts';
import { sampleContent } from './sample.ts';

const content = sampleContent();
const columns = content.approaches.flatMap((approach) => approach.columns.map((column) => ({ approach: approach.id, column: column.id })));

const edits = fc.record({
  introduction: fc.string({ maxLength: 40 }),
  conclusions: fc.string({ maxLength: 40 }),
  withoutApproaches: fc.subarray([...content.approaches.map(({ id }) => id), 'no such']),
  withoutColumns: fc.subarray([...columns, { approach: 'no', column: 'such' }]),
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

test('what people responded to most stands first in its column, and stays in it', () => {
  const liked = content.notes.findLast(({ where }) => where === 'column')!;
  const notes = content.notes.map((note) => (note === liked ? { ...note, reactions: [{ kind: 'love' as const, names: ['Ana'] }] } : note));
  const told = editContent({ ...content, notes }, { ...NO_EDITS, order: 'response' });
  const place = ({ placement }: (typeof notes)[number]) => (inColumn(placement) ? `${placement.approach}/${placement.column}` : '');
  const first = told.notes.find((note) => note.where === 'column' && place(note) === place(liked));
  expect(first!.id).toBe(liked.id);
});

test.each([{ introduction: 'x'.repeat(6_000) }, { names: 'all' }, { order: 'random' }, { withoutColumns: [{ approach: 'a' }] }, { language: 'xx' }])('edits that make no sense are refused: %j', (wrong) => {
  expect(reportEdits.safeParse(wrong).success).toBe(false);
});
